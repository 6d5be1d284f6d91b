import { addDays, instantOf, nextPeriod, periodOf, previousPeriod, type Period, type PeriodCalendar, type PeriodKind, type PlainDate } from '#engines/calendar/index.ts'

/** `released`: signed; it is out from its moment on. What revises it does not take it away. */
export type ReleaseState = 'draft' | 'protected' | 'checked' | 'released' | 'withdrawn'

const moves = {
  protect: { draft: 'protected' },
  check: { protected: 'checked' },
  sign: { checked: 'released' },
  withdraw: { draft: 'withdrawn', protected: 'withdrawn', checked: 'withdrawn', released: 'withdrawn' },
} as const satisfies Record<string, Partial<Record<ReleaseState, ReleaseState>>>

export const releaseAfter = (move: keyof typeof moves, state: ReleaseState): ReleaseState | undefined =>
  (moves[move] as Partial<Record<ReleaseState, ReleaseState>>)[state]

export const isBeingMade = (state: ReleaseState): boolean => state === 'draft' || state === 'protected' || state === 'checked'

/** Why nobody signs now, or this person does not; undefined where they may. */
export const whyNotSigned = (
  { state, releasesAt, builtBy }: { readonly state: ReleaseState; readonly releasesAt: Date; readonly builtBy: string },
  who: string,
  now: Date,
): 'not-checked' | 'own' | 'day-passed' | undefined => {
  if (releaseAfter('sign', state) === undefined) return 'not-checked'
  if (who === builtBy) return 'own'
  return now >= releasesAt ? 'day-passed' : undefined
}

/** What has to happen next: `make` by the house, `sign` by a second person, `mend` and `passed` by whoever drafts it anew. */
export type NextAct = 'make' | 'sign' | 'mend' | 'passed' | 'wait' | 'out' | 'withdrawn'

export const nextActOf = ({ state, failed, releasesAt }: { readonly state: ReleaseState; readonly failed: boolean; readonly releasesAt: Date }, now: Date): NextAct => {
  if (state === 'withdrawn') return 'withdrawn'
  if (failed) return 'mend'
  if (state === 'released') return now < releasesAt ? 'wait' : 'out'
  if (now >= releasesAt) return 'passed'
  return state === 'checked' ? 'sign' : 'make'
}

/** Why the next one of a plan is not drafted by the calendar now. */
export const whyNotDrafted = ({ inWork, over }: { readonly inWork: boolean; readonly over: boolean }): 'in-work' | 'not-over' | undefined => {
  if (inWork) return 'in-work'
  return over ? undefined : 'not-over'
}

/** What is out stays out: a mistake in it is corrected by a revision. */
export const mayStillWithdraw = ({ state, releasesAt }: { readonly state: ReleaseState; readonly releasesAt: Date }, now: Date): boolean =>
  releaseAfter('withdraw', state) !== undefined && (state !== 'released' || now < releasesAt)

interface Calendar {
  readonly every: PeriodKind
  readonly calendar: PeriodCalendar
  readonly periods: number
  readonly releaseDay: { readonly afterDays: number; readonly atMinutes: number }
}

/** Whether every day of a period was counted: of one that had begun before, only a part would be told as if it were all. */
export const isCountedWhole = ({ start }: Pick<Period, 'start'>, since: PlainDate | undefined): boolean => since === undefined || start >= since

/** When the numbers of a period go out by the calendar of their plan. */
export const releaseMomentOf = (period: Pick<Period, 'end'>, { releaseDay }: Calendar, timeZone: string): Date =>
  instantOf(addDays(period.end, releaseDay.afterDays), releaseDay.atMinutes, timeZone)

/** The last so many periods up to this one. */
export const periodsUpTo = (last: Period, { periods: many }: Pick<Calendar, 'periods'>): Period[] => {
  const periods = [last]
  while (periods.length < many) periods.unshift(previousPeriod(periods[0] as Period))
  return periods
}

/** The next so many periods of which numbers go out after `now`. */
export const comingPeriods = (now: Date, day: PlainDate, plan: Calendar, timeZone: string, many: number): Period[] => {
  const coming = [nextToRelease(now, day, plan, timeZone)]
  while (coming.length < many) coming.push(nextPeriod(coming.at(-1) as Period))
  return coming
}

/** The next period of which numbers go out after `now`; it may not be over yet. */
export const nextToRelease = (now: Date, day: PlainDate, plan: Calendar, timeZone: string): Period => {
  let period = periodOf(day, plan.every, plan.calendar)
  while (releaseMomentOf(previousPeriod(period), plan, timeZone) > now) period = previousPeriod(period)
  while (releaseMomentOf(period, plan, timeZone) <= now) period = nextPeriod(period)
  return period
}
