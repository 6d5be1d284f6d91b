import type { RequestState } from './contract.ts'

const moves = {
  'open-case': { received: 'case-opened', triaged: 'case-opened' },
  answer: { received: 'answered', triaged: 'answered' },
  'pass-on': { received: 'passed-on', triaged: 'passed-on' },
  duplicate: { received: 'duplicate', triaged: 'duplicate' },
  withdrawn: { received: 'withdrawn', triaged: 'withdrawn', 'case-opened': 'withdrawn' },
  // an opened case is its worker's: only decisions that opened nothing are taken back
  undo: { answered: 'received', 'passed-on': 'received', duplicate: 'received', withdrawn: 'received' },
} as const satisfies Record<string, Partial<Record<RequestState, RequestState>>>
export type RequestMove = keyof typeof moves

/** The state after a move, or undefined when it is not possible from this one. */
export const after = (move: RequestMove, state: RequestState): RequestState | undefined =>
  (moves[move] as Partial<Record<RequestState, RequestState>>)[state]

/** Asked on somebody's behalf, and not yet in their own word: nobody does more than call that person (design 8.4). */
export const isUnconfirmed = (request: { readonly on_behalf: boolean; readonly confirmed_at: Date | null; readonly state: string }): boolean =>
  request.on_behalf && request.confirmed_at === null && request.state === 'received'

/** Before their own word only one thing can be recorded: that they do not want it. */
export const mayDecideUnconfirmed = (move: RequestMove): boolean => move === 'withdrawn'

/** Why it cannot become a request about danger; undefined where it can. */
export const whyNotRaise = (state: RequestState, urgency: string): 'desk.not-open' | 'desk.already-danger' | undefined => {
  if (state !== 'received') return 'desk.not-open'
  return urgency === 'danger' ? 'desk.already-danger' : undefined
}

const UNDO_MINUTES = 10

export const canUndo = (state: RequestState, triagedAt: Date, now: Date): boolean =>
  after('undo', state) !== undefined && now.getTime() - triagedAt.getTime() <= UNDO_MINUTES * 60_000
