import type { ConsentState } from './contract.ts'

/** A consent never changes; what changes is whether it is still in force. A new answer is a new record. */
const moves = {
  withdraw: { given: 'withdrawn' },
  expire: { given: 'expired' },
} as const satisfies Record<string, Partial<Record<ConsentState, ConsentState>>>
export type ConsentMove = keyof typeof moves

export const after = (move: ConsentMove, state: ConsentState): ConsentState | undefined =>
  (moves[move] as Partial<Record<ConsentState, ConsentState>>)[state]

export const isInForce = (state: ConsentState, until: Date, now: Date): boolean => state === 'given' && now < until
