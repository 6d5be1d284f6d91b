import type { VisitState } from './contract.ts'

const moves = {
  accept: { offered: 'accepted' },
  decline: { offered: 'declined', accepted: 'declined', approved: 'declined' },
  expire: { offered: 'expired' },
  approve: { accepted: 'approved' },
  refuse: { accepted: 'cancelled', approved: 'cancelled' },
  // of two who go together one cannot: the other keeps the offer while somebody else is looked for
  wait: { accepted: 'accepted', approved: 'accepted' },
  'set-out': { approved: 'approved' },
  arrive: { approved: 'under-way' },
  report: { approved: 'done', 'under-way': 'done' },
  miss: { approved: 'no-show', 'under-way': 'no-show' },
  confirm: { done: 'confirmed' },
  // called by somebody who had no part in it, the person says that it did not take place
  'take-back': { confirmed: 'unconfirmed' },
  // consent ended or the need was withdrawn: only what is not under way stops
  cancel: { offered: 'cancelled', accepted: 'cancelled', approved: 'cancelled' },
} as const satisfies Record<string, Partial<Record<VisitState, VisitState>>>
export type VisitMove = keyof typeof moves

/** The state after a move, or undefined when it is not possible from this one. */
export const after = (move: VisitMove, state: VisitState): VisitState | undefined =>
  (moves[move] as Partial<Record<VisitState, VisitState>>)[state]

const HOUR = 3_600_000

/** Name, telephone and address open two hours before the visit and close half an hour after it. */
export const visitWindow = (from: Date, to: Date): { from: Date; until: Date } => ({
  from: new Date(from.getTime() - 2 * HOUR),
  until: new Date(to.getTime() + HOUR / 2),
})

/** Setting out, arriving and reporting make sense from the opening of the window on. */
export const isTooEarly = (from: Date, at: Date): boolean => at.getTime() < from.getTime() - 2 * HOUR

/** A report may wait seven days in a phone that has no network; afterwards the office asks by telephone. */
export const reportUntil = (to: Date): Date => new Date(to.getTime() + 7 * 24 * HOUR)

/** The end of a visit of whose volunteer nothing was heard. It does not say that they are well: the watch goes on. */
export const NO_REPORT = 'no-report'

interface Standing {
  readonly state: string
  readonly visit_to: Date
  readonly open_until: Date
}

/** A withdrawn consent closes a visit's window at once and its state by a job: to the person it is over at once. */
export const asItStands = ({ state, visit_to, open_until }: Standing, now: Date): VisitState => {
  const wasCutShort = open_until <= now && open_until < reportUntil(visit_to)
  return (wasCutShort ? after('cancel', state as VisitState) : undefined) ?? (state as VisitState)
}
