import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import { protectInterval, type Interval } from './interval.ts'
import { protectLinear, type Linear } from './linear.ts'
import { costOf, type Cost } from './order.ts'
import { relationsOf, type Relations } from './relations.ts'
import { showWhole } from './show-whole.ts'
import { protectWide } from './wide.ts'
import type { Shown } from './witnesses.ts'

/** `linear`: no primary is a sum of published cells. `interval`: each can be anything in an interval that is wide enough. */
export type Level = 'linear' | 'interval'

export interface Pattern {
  /** Hidden beside the primaries, in order. */
  readonly secondary: readonly number[]
  /** Primaries that cannot be protected: what must stay open gives them away. */
  readonly lost: readonly number[]
  /** Two changes of the finest cells for each primary, what a proof is made of, as far as they were found; none at the linear level. */
  readonly shown?: ReadonlyMap<number, Shown>
}

const WIDE = 10_000

/** So many entries that whole tables are moved at once, rather than one primary after the other. */
export const isWide = ({ member }: Table): boolean => member.length > WIDE

/** Once more for each who alone stands behind cells: nobody else's primary may follow for them either. */
const againstInsiders = (table: Table, sensitive: Sensitive, relations: Relations, cost: Cost, { secondary, lost }: Linear): Pattern => {
  const hidden = new Set(secondary)
  const all = new Set(lost)
  const { contributor } = sensitive
  for (const who of [...new Set(contributor)].filter((own) => own >= 0).sort((a, b) => a - b)) {
    const flags = (of: Uint8Array, own: 0 | 1): Uint8Array => of.map((flag, cell) => (contributor?.[cell] === who ? own : flag))
    const free = cost.map((own, cell) => (hidden.has(cell) ? 0 : own))
    const more = protectLinear(table, { ...sensitive, primary: flags(sensitive.primary, 0), open: flags(sensitive.open, 1) }, relations, free)
    for (const cell of more.secondary) hidden.add(cell)
    for (const cell of more.lost) all.add(cell)
  }
  return { secondary: [...hidden].sort((a, b) => a - b), lost: [...all].sort((a, b) => a - b) }
}

/** What moves only with cells all over the country is found by no programme near by: whole tables may show it. */
const withRoom = (table: Table, sensitive: Sensitive, { secondary, lost, shown }: Interval): Pattern => {
  const hidden = Uint8Array.from(sensitive.primary)
  for (const cell of secondary) hidden[cell] = 1
  const found = showWhole(table, sensitive, hidden, lost)
  return { secondary, lost: lost.filter((cell) => !found.has(cell)), shown: new Map([...shown, ...found]) }
}

/** Which further cells to leave out. The same input gives the same pattern. */
export const protect = (table: Table, sensitive: Sensitive, level: Level, solver: Solver): Pattern => {
  const relations = relationsOf(table)
  const cost = costOf(table)
  const linear = protectLinear(table, sensitive, relations, cost)
  if (level === 'linear') return againstInsiders(table, sensitive, relations, cost, linear)
  if (isWide(table)) return protectWide(table, sensitive, relations, cost, linear.secondary)
  return withRoom(table, sensitive, protectInterval(table, sensitive, relations, cost, linear, solver))
}
