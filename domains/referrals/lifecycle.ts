import type { ReferralState } from './contract.ts'

const moves = {
  offer: { ready: 'offered' },
  'take-back': { offered: 'ready' },
  accept: { offered: 'accepted' },
  decline: { offered: 'declined' },
  expire: { offered: 'expired' },
  withdraw: { ready: 'withdrawn', offered: 'withdrawn', accepted: 'withdrawn' },
  close: { accepted: 'closed' },
} as const satisfies Record<string, Partial<Record<ReferralState, ReferralState>>>
export type ReferralMove = keyof typeof moves

/** The state after a move, or undefined when it is not possible from this one. */
export const after = (move: ReferralMove, state: ReferralState): ReferralState | undefined =>
  (moves[move] as Partial<Record<ReferralState, ReferralState>>)[state]

/** A case worker takes back only what nobody accepted yet; later it is the visit that is cancelled. */
export const canTakeBack = (state: ReferralState): boolean => state === 'ready' || state === 'offered'
