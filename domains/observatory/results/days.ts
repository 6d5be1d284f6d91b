import { nextPeriod, type Period, type PlainDate } from '#engines/calendar/index.ts'
import { isCountedWhole, nextToRelease, periodsUpTo, releaseMomentOf } from '#domains/observatory/releases/lifecycle.ts'
import type { Plan } from '#domains/observatory/releases/plan.ts'

export interface ReleaseDay {
  readonly plan: Plan
  readonly period: Period
  readonly at: Date
  /** Earlier periods that go out again with it. */
  readonly alsoRevised: number
}

const LOOKED_AHEAD = 4

/** The next days of every plan, the soonest first: of periods that are counted whole. */
export const daysAhead = (plans: readonly Plan[], now: Date, day: PlainDate, timeZone: string, since: PlainDate | undefined): ReleaseDay[] =>
  plans
    .flatMap((plan) => {
      const periods = [nextToRelease(now, day, plan, timeZone)]
      while (periods.length < LOOKED_AHEAD) periods.push(nextPeriod(periods.at(-1) as Period))
      const whole = (period: Period): boolean => isCountedWhole(period, since)
      return periods.filter(whole).map((period) => ({
        plan, period, at: releaseMomentOf(period, plan, timeZone), alsoRevised: periodsUpTo(period, plan).filter(whole).length - 1,
      }))
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())
