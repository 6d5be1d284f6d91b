export type ProposalState = 'proposed' | 'confirmed' | 'rejected' | 'superseded'

const moves = {
  release: { proposed: 'confirmed' },
  'take-back': { confirmed: 'proposed' },
  reject: { proposed: 'rejected' },
  supersede: { proposed: 'superseded' },
} as const satisfies Record<string, Partial<Record<ProposalState, ProposalState>>>

export const after = (move: keyof typeof moves, state: ProposalState): ProposalState | undefined =>
  (moves[move] as Partial<Record<ProposalState, ProposalState>>)[state]

/** A visit cannot be offered for a time that has come: its case worker sets another. */
export const hasPassed = ({ from }: { readonly from: Date | string }, now: Date): boolean => new Date(from) <= now

/** Past its date a proposal is only good for being looked at. */
export const isExpired = ({ expiresAt }: { readonly expiresAt: Date | string }, now: Date): boolean => new Date(expiresAt) <= now
