import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import { protectInterval } from './interval.ts'
import { protectLinear } from './linear.ts'
import { costOf } from './order.ts'
import { relationsOf } from './relations.ts'
import { protectWide } from './wide.ts'

/** `linear`: no primary is a sum of published cells. `interval`: each can be anything in an interval that is wide enough. */
export type Level = 'linear' | 'interval'

export interface Pattern {
  /** Hidden beside the primaries, in order. */
  readonly secondary: readonly number[]
  /** Primaries that cannot be protected: what must stay open gives them away. */
  readonly lost: readonly number[]
}

const WIDE = 60_000

/** So many entries that whole tables are moved at once, rather than one primary after the other. */
export const isWide = ({ member }: Table): boolean => member.length > WIDE

/** Which further cells to leave out. The same input gives the same pattern. */
export const protect = (table: Table, sensitive: Sensitive, level: Level, solver: Solver): Pattern => {
  const relations = relationsOf(table)
  const cost = costOf(table)
  const linear = protectLinear(table, sensitive, relations, cost)
  if (level === 'linear') return { secondary: [...linear.secondary].sort((a, b) => a - b), lost: linear.lost }
  if (isWide(table)) return protectWide(table, sensitive, relations, cost, linear.secondary)
  return protectInterval(table, sensitive, relations, cost, linear, solver)
}
