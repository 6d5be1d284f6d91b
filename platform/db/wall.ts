import type { Actor } from '#platform/actor/index.ts'

/**
 * What the database's own wall knows of a transaction: the actor's keys, area, and clock
 * (design: the policies of row-level security read nothing else).
 */
export interface WallSettings {
  readonly keys: readonly string[]
  readonly areaFrom: number
  readonly areaTo: number
  readonly countsFrom: number
  readonly countsTo: number
  readonly now: Date
}

export const wallOf = (actor: Actor, now: Date): WallSettings => ({
  keys: actor.keys,
  areaFrom: actor.area.from,
  areaTo: actor.area.to,
  countsFrom: actor.counts.from,
  countsTo: actor.counts.to,
  now,
})

const KEY = /^[a-z][a-z-]*(:[A-Za-z0-9:.-]+)?$/

/** A key is refused rather than escaped: only ids and words ever become keys, and a comma would add one. */
const checkedKey = (key: string): string => {
  if (!KEY.test(key)) throw new Error(`not a key: ${JSON.stringify(key)}`)
  return key
}

export const keysStatement = (keys: readonly string[]): string =>
  `set local hamyar.keys='${keys.map(checkedKey).join(',')}'`

/** The head of every transaction, one message. Statement-level escapes are impossible: see `checkedKey`. */
export const headOf = (wall: WallSettings): string =>
  [
    'begin',
    keysStatement(wall.keys),
    `set local hamyar.area_from='${Math.trunc(wall.areaFrom)}'`,
    `set local hamyar.area_to='${Math.trunc(wall.areaTo)}'`,
    `set local hamyar.counts_from='${Math.trunc(wall.countsFrom)}'`,
    `set local hamyar.counts_to='${Math.trunc(wall.countsTo)}'`,
    `set local hamyar.now='${wall.now.toISOString()}'`,
  ].join(';')
