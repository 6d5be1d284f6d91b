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

const SETTINGS = ['keys', 'area_from', 'area_to', 'counts_from', 'counts_to', 'now'] as const

const keysText = (keys: readonly string[]): string => keys.map(checkedKey).join(',')

export const keysStatement = (keys: readonly string[]) => ({
  text: "select where set_config('hamyar.keys', $1, true) is null",
  values: [keysText(keys)],
})

// As a condition that never holds, they are all set and no row comes back to be read.
const SET = `select where (${SETTINGS.map((name, at) => `set_config('hamyar.${name}', $${at + 1}, true)`).join(' || ')}) is null`
const SET_WITHOUT_WAIT = `${SET} or set_config('synchronous_commit', 'off', true) is null`

const begin = { text: 'begin', values: [] }

/**
 * The head of every transaction. `wait: false` is for reads: a crash may lose the last moments of their
 * audit, never of a write.
 */
export const headOf = (wall: WallSettings, wait: boolean) => [
  begin,
  {
    text: wait ? SET : SET_WITHOUT_WAIT,
    values: [keysText(wall.keys), wall.areaFrom, wall.areaTo, wall.countsFrom, wall.countsTo, wall.now].map((value) =>
      typeof value === 'number' ? Math.trunc(value) : value,
    ),
  },
]
