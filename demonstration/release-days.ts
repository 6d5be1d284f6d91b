import { addDays, instantOf, previousPeriod, today, type PlainDate } from '#engines/calendar/index.ts'
import { nextToRelease, releaseMomentOf, type Plan } from '#domains/observatory/index.ts'
import type { Mistake } from './mistake.ts'

/** One release that the demonstration's two statisticians make, with the moments at which they did. */
export interface ReleaseDay {
  readonly drafted: string
  readonly signed: string
  readonly out: string
  /** Out of the calendar, for this reason; null where the calendar says so. */
  readonly reason: { readonly fa: string; readonly en: string } | null
}

const OFFICE_HOUR = 10 * 60
/** After the first release. */
const FOUND_OUT = 18
const DRAFTED_ANEW = 20
const OUT_ANEW = 23

const REASON = {
  fa: 'در یک استان، دیدارهایی که پس از زمان قرار انجام شده بود به‌اشتباه «به‌موقع» ثبت شده بود؛ ثبت‌ها اصلاح شد.',
  en: 'In one province, visits made after their time had been entered as on time by mistake; the records are corrected.',
}

/** The last two releases of a plan that were out by now, and the correction of the first; the mistake that it corrects. */
export const releaseDaysOf = (plan: Plan, now: Date, timeZone: string): { readonly days: readonly ReleaseDay[]; readonly mistake: Mistake } => {
  const newest = previousPeriod(nextToRelease(now, today(now, timeZone), plan, timeZone))
  const first = previousPeriod(newest)
  const outOn = (period: typeof first): PlainDate => today(releaseMomentOf(period, plan, timeZone), timeZone)
  const at = (day: PlainDate, minutes = OFFICE_HOUR): string => instantOf(day, minutes, timeZone).toISOString()
  const due = (period: typeof first): ReleaseDay => ({
    drafted: at(addDays(outOn(period), -3)),
    signed: at(addDays(outOn(period), -2)),
    out: releaseMomentOf(period, plan, timeZone).toISOString(),
    reason: null,
  })
  const after = (days: number): PlainDate => addDays(outOn(first), days)
  const anew: ReleaseDay = {
    drafted: at(after(DRAFTED_ANEW)), signed: at(after(DRAFTED_ANEW + 1)), out: at(after(OUT_ANEW), plan.releaseDay.atMinutes), reason: REASON,
  }
  return {
    days: [due(first), anew, due(newest)],
    mistake: { first: first.start, last: first.end, corrected: new Date(at(after(FOUND_OUT))) },
  }
}
