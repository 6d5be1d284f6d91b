import type { SuggestionState } from './contract.ts'

const moves = {
  confirm: { suggested: 'confirmed' },
  keep: { suggested: 'kept' },
  replace: { suggested: 'replaced' },
} as const satisfies Record<string, Partial<Record<SuggestionState, SuggestionState>>>
export type SuggestionMove = keyof typeof moves

/** The state after a move, or undefined when it is not possible from this one. */
export const after = (move: SuggestionMove, state: SuggestionState): SuggestionState | undefined =>
  (moves[move] as Partial<Record<SuggestionState, SuggestionState>>)[state]
