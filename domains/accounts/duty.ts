import type { WriteScope } from '#platform/command/index.ts'

/** One role of one account in one unit, as other domains hear of it. */
export interface Duty {
  readonly account: string
  readonly role: string
  readonly unit: string | null
  readonly home: number
  readonly volunteer?: string | null
}

const payloadOf = ({ home, account, role, unit, volunteer = null }: Duty) => ({ home, account, role, unit, volunteer })

/**
 * Somebody no longer acts in a role: what they carried moves on by rule, so that nobody is left behind. `at`: the day
 * on which an appointment ends by itself; whoever hears of it then looks whether it has ended.
 */
export const tellDutyEnded = ({ emit }: WriteScope, duty: Duty, at?: Date): void =>
  emit({ name: 'accounts.duty-ended', payload: payloadOf(duty), ...(at === undefined ? {} : { at }) })

/** A suspended account may act again. */
export const tellDutyResumed = ({ emit }: WriteScope, duty: Duty): void =>
  emit({ name: 'accounts.duty-resumed', payload: payloadOf(duty) })
