import { nextPeriod, type Period, type PlainDate } from '#engines/calendar/index.ts'
import { nextToRelease, releaseMomentOf } from '#domains/observatory/releases/lifecycle.ts'
import type { Plan } from '#domains/observatory/releases/plan.ts'

export interface ReleaseDay {
  readonly plan: Plan
  readonly period: Period
  readonly at: Date
}

const LOOKED_AHEAD = 4

/** The next days of every plan, the soonest first. */
export const daysAhead = (plans: readonly Plan[], now: Date, day: PlainDate, timeZone: string): ReleaseDay[] =>
  plans
    .flatMap((plan) => {
      const periods = [nextToRelease(now, day, plan, timeZone)]
      while (periods.length < LOOKED_AHEAD) periods.push(nextPeriod(periods.at(-1) as Period))
      return periods.map((period) => ({ plan, period, at: releaseMomentOf(period, plan, timeZone) }))
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())
