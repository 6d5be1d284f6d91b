import type { AlarmState } from './contract.ts'

const moves = {
  answer: { ringing: 'answered' },
  end: { ringing: 'over', answered: 'over' },
} as const satisfies Record<string, Partial<Record<AlarmState, AlarmState>>>
export type AlarmMove = keyof typeof moves

/** The state after a move, or undefined when it is not possible from this one. */
export const after = (move: AlarmMove, state: AlarmState): AlarmState | undefined =>
  (moves[move] as Partial<Record<AlarmState, AlarmState>>)[state]

/** Somebody must have answered first: two who do not know of each other would hand over twice. */
export const canHandOver = (state: AlarmState): boolean => state === 'answered'

const MOST_MINUTES = 60

/**
 * Minutes until the next ring. Each round through the duty list waits twice as long as the one before, up to an
 * hour: a telephone that rings every five minutes all night is switched off, and then nobody hears the next alarm.
 */
export const minutesToNext = (rings: number, contacts: number, againMinutes: number): number =>
  Math.min(MOST_MINUTES, againMinutes * 2 ** Math.min(10, Math.floor(rings / Math.max(1, contacts))))
