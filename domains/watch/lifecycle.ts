import type { WatchStage } from './contract.ts'

const MINUTE = 60_000
/** Time for what still waits in the phone to come after a check-in that was late itself. */
const SETTLE_MINUTES = 5

export interface WatchRules {
  /** After the planned length of the visit. */
  readonly graceMinutes: number
  /** From the buddy to whoever is on duty, from there to the emergency plan, and between its reminders. */
  readonly againMinutes: number
}

/** When a visit that began at `arrived` should be over, with its grace; never at once for a check-in that waited in the phone. */
export const overdueAt = (arrived: Date, minutes: number, rules: WatchRules, now: Date): Date =>
  new Date(Math.max(arrived.getTime() + (minutes + rules.graceMinutes) * MINUTE, now.getTime() + SETTLE_MINUTES * MINUTE))

const next = { waiting: 'buddy', buddy: 'duty', duty: 'plan', plan: 'plan' } as const satisfies Record<WatchStage, WatchStage>

export const stageAfter = (stage: WatchStage): WatchStage => next[stage]

export const againAt = (rules: WatchRules, now: Date): Date => new Date(now.getTime() + rules.againMinutes * MINUTE)

/** "All right" before the time must not switch the timer off: it puts it off. */
export const putOffTo = (due: Date, rules: WatchRules, now: Date): Date =>
  new Date(Math.max(due.getTime(), now.getTime() + rules.graceMinutes * MINUTE))
