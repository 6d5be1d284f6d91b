import type { PeriodCalendar, PeriodKind } from '#engines/calendar/index.ts'
import type { Text } from '#domains/observatory/formats/index.ts'
import type { PlaceLevel } from '#domains/observatory/indicators/contract.ts'

/** How well a table is protected. It goes into the manifest as it is. */
export interface Protection {
  /** A count of 1 … k − 1, or one that fewer than k people are behind, is not told. Five for the public, and not less. */
  readonly k: number
  /** Lower than five only by a written and published agreement: which, and where it can be read. */
  readonly agreement?: { readonly title: Text; readonly page: string }
  readonly zeros: 'shown' | 'hidden'
  /** One person who brings more than so many per cent of a cell. */
  readonly dominancePercent: number
  /** The second largest must not be able to tell the largest to within so many per cent. */
  readonly pPercent: number
  /** Where all of a row stands in one of its cells, that cell is not told: whoever is known to be in the row would be known to be in it. */
  readonly wholeRows: 'shown' | 'hidden'
}

export const LEAST_K = 5

/** What is released again and again: a linked set of tables, how it is protected, and on which days it goes out. */
export interface Plan {
  readonly id: string
  readonly dataset: string
  /** Of the dataset's structure. */
  readonly version: string
  readonly name: Text
  readonly description: Text
  /** Counts that add up. */
  readonly indicators: readonly string[]
  /** Shares of one of these in another, shown where both are. */
  readonly shares: readonly string[]
  readonly level: PlaceLevel
  readonly dimensions: readonly string[]
  readonly every: PeriodKind
  readonly calendar: PeriodCalendar
  /** How many periods, the last of which is the last one that was over. Earlier ones are revised by rule. */
  readonly periods: number
  readonly protection: Protection
  /** A period goes out so many days after its last one, at so many minutes after midnight where the country keeps its clock. */
  readonly releaseDay: { readonly afterDays: number; readonly atMinutes: number }
}

export const requirePlan = (plan: Plan): Plan => {
  const { k, agreement } = plan.protection
  if (!Number.isInteger(k) || k < 2 || (k < LEAST_K && agreement === undefined))
    throw new RangeError(`the plan ${plan.id} would tell of ${k} people: fewer than ${LEAST_K} only by a written and published agreement`)
  return plan
}
