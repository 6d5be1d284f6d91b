import { addDays, addYears, type PlainDate } from '#engines/calendar/index.ts'
import type { VettingEvidence, VettingPurpose, VettingStanding } from './contract.ts'

interface Vetted {
  readonly vetted_until: string | null
  readonly vetted_for: readonly string[]
}

/** How a vetting stands on a day; `soonDays` before its end it is time for the next one. */
export const standingOf = ({ vetted_until: until, vetted_for }: Vetted, on: PlainDate, soonDays: number): VettingStanding => {
  if (until === null || vetted_for.length === 0) return 'none'
  if (until < on) return 'lapsed'
  return until <= addDays(on, soonDays) ? 'soon' : 'in-force'
}

/** Whether somebody is vetted for all of these through a day. One that lapses before the help can take place is none. */
export const isVettedFor = ({ vetted_until: until, vetted_for }: Vetted, purposes: readonly string[], through: string): boolean =>
  purposes.every((purpose) => vetted_for.includes(purpose)) && (purposes.length === 0 || (until !== null && until >= through))

/** The days that a vetting recorded today may end on. */
export const vettingDays = (on: PlainDate, years: number, calendar: 'persian' | 'gregorian') => ({
  from: addDays(on, 1),
  to: addYears(on, years, calendar),
})

/** What is still to be seen before somebody is vetted for these. */
export const missingEvidence = (
  asks: Readonly<Record<VettingPurpose, readonly VettingEvidence[]>>,
  purposes: readonly VettingPurpose[],
  evidence: readonly VettingEvidence[],
): VettingEvidence[] => [...new Set(purposes.flatMap((purpose) => asks[purpose]))].filter((one) => !evidence.includes(one))
