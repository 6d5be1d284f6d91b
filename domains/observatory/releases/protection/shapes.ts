import type { Sensitive, Table } from '#engines/disclosure/index.ts'
import type { Contributors } from '#domains/observatory/counts/asked.ts'
import type { Protection } from '#domains/observatory/releases/plan.ts'
import { isRest, type CellName, type Laid } from '#domains/observatory/releases/tables/lay.ts'

/** How an earlier release left a cell, by `nameOf`. */
export type Earlier = ReadonlyMap<string, 'value' | 'hidden'>

export interface Asked {
  readonly laid: Laid
  /** The moment of the release itself; smaller ones are those of earlier releases. */
  readonly now: number
  readonly earlier: readonly Earlier[]
  readonly behind: ReadonlyMap<string, Contributors>
  readonly protection: Protection
}

/** Why a cell is left out. Only the statistician sees it: a reader who knew could reckon back. */
export type Why = 'few' | 'whole-row' | 'cover' | 'earlier'

export interface Guarded {
  readonly table: Table
  readonly sensitive: Sensitive
  /** 1 where the number is not published: primaries, covers, what was hidden earlier, and what nobody publishes anyway. */
  readonly hidden: Uint8Array
  /** The name of each cell; null for differences, which nobody publishes. */
  readonly names: readonly ({ readonly name: CellName; readonly moment: number } | null)[]
  readonly why: ReadonlyMap<string, Why>
  readonly pattern: Pattern
}

/** What has to be kept to lay the same table again: differences that had to be guarded, and which columns are hidden. */
export interface Pattern {
  readonly mayWithdraw: boolean
  readonly differences: readonly (readonly number[])[]
  readonly hidden: readonly number[]
  /** Columns hidden for no reason of their own, to give others room. */
  readonly forced: readonly number[]
  /** So many releases before it said the very same, and are left aside; none where it is not written. */
  readonly asBefore?: number
}

/** The numbers of the release itself, as they would go out. */
export const ownCells = ({ laid, now }: Pick<Asked, 'laid' | 'now'>): Laid['cells'] => laid.cells.filter(({ name, moment }) => moment === now && !isRest(name.measure))
