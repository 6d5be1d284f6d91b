import { addDays, type PlainDate } from '#engines/calendar/index.ts'

/** What counts as complete, part of an indicator's definition. */
export interface CompleteRule {
  /** So many of a hundred expected units must have reported. */
  readonly percent: number
  /** A fact that is recorded more than so many days after its period's end is late. */
  readonly lateAfterDays: number
}

/** One unit that was open in a period, and when its facts of the period were recorded; null where there are none. */
export interface Reporting {
  readonly firstRecorded: PlainDate | null
  readonly lastRecorded: PlainDate | null
}

export interface Completeness {
  readonly expected: number
  readonly reported: number
  /** Of those that reported: some of it came late. */
  readonly late: number
  /** Enough have reported, and the time for reporting is over; null while the period or its days of grace last. */
  readonly complete: boolean | null
}

export const completenessOf = (
  units: readonly Reporting[],
  rule: CompleteRule,
  period: { readonly end: PlainDate },
  day: PlainDate,
): Completeness => {
  const due = addDays(period.end, rule.lateAfterDays)
  const reported = units.filter(({ firstRecorded }) => firstRecorded !== null)
  const late = reported.filter(({ lastRecorded }) => lastRecorded !== null && lastRecorded > due)
  const enough = reported.length * 100 >= units.length * rule.percent
  return { expected: units.length, reported: reported.length, late: late.length, complete: day > due ? enough : null }
}
