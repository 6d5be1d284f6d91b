/** What a health information system cannot be told: it knows values only, and of periods only its own. */
export interface LeftOut {
  readonly hidden: number
  readonly missing: number
  /** Cells of periods that it has no name for. */
  readonly period: number
  /** Cells of a code that nobody gave a name in the other system. */
  readonly unmapped: number
}

export type Reason = keyof LeftOut

export const countLeftOut = (reasons: readonly Reason[]): LeftOut => ({
  hidden: reasons.filter((reason) => reason === 'hidden').length,
  missing: reasons.filter((reason) => reason === 'missing').length,
  period: reasons.filter((reason) => reason === 'period').length,
  unmapped: reasons.filter((reason) => reason === 'unmapped').length,
})
