import { addYears, type PlainDate } from '#engines/calendar/index.ts'
import type { CaseState, NeedState } from './contract.ts'

/** Moves of a need. The server enforces the table; the screens explain a disabled button with it. */
const needMoves = {
  refer: { open: 'referred' },
  // staff of the centre do it themselves
  take: { open: 'under-way' },
  match: { referred: 'matched' },
  // the person refused the volunteer, or nobody came: the need waits again under the same referral
  unmatch: { matched: 'referred', 'under-way': 'referred' },
  // consent ended: the need waits for another way to help
  recall: { referred: 'open', matched: 'open' },
  start: { matched: 'under-way' },
  meet: { matched: 'met', 'under-way': 'met' },
  fail: { matched: 'unmet', 'under-way': 'unmet' },
  // called again, the person says that nobody came
  reopen: { met: 'open', unmet: 'open' },
  withdraw: { draft: 'withdrawn', open: 'withdrawn', referred: 'withdrawn', matched: 'withdrawn' },
} as const satisfies Record<string, Partial<Record<NeedState, NeedState>>>
export type NeedMove = keyof typeof needMoves

/** The state after a move, or undefined when it is not possible from this one. */
export const needAfter = (move: NeedMove, state: NeedState): NeedState | undefined =>
  (needMoves[move] as Partial<Record<NeedState, NeedState>>)[state]

export const isNeedEnded = (state: NeedState): boolean => ['met', 'unmet', 'withdrawn'].includes(state)

const caseMoves = {
  'add-need': { open: 'active', assessed: 'active', planned: 'active', active: 'active', 'under-review': 'active', reopened: 'active' },
  reopen: { closed: 'reopened' },
  close: { open: 'closed', assessed: 'closed', planned: 'closed', active: 'closed', 'under-review': 'closed', reopened: 'closed' },
} as const satisfies Record<string, Partial<Record<CaseState, CaseState>>>
export type CaseMove = keyof typeof caseMoves

export const caseAfter = (move: CaseMove, state: CaseState): CaseState | undefined =>
  (caseMoves[move] as Partial<Record<CaseState, CaseState>>)[state]

/** Why a case cannot be closed now; undefined when it can. */
export const whyNotClose = (state: CaseState, needs: readonly { state: NeedState }[]): 'case-closed' | 'needs-open' | undefined => {
  if (caseAfter('close', state) === undefined) return 'case-closed'
  return needs.every((need) => isNeedEnded(need.state)) ? undefined : 'needs-open'
}

/** The days on which a case can next be looked at: a year from today, as the country's calendar counts a year. */
export const reviewDays = (today: PlainDate, calendar: 'persian' | 'gregorian') => ({ from: today, to: addYears(today, 1, calendar) })

/** Why a case cannot get this day of review, or any when none is given; undefined when it can. */
export const whyNotReview = (
  state: CaseState,
  { from, to }: ReturnType<typeof reviewDays>,
  day: PlainDate = from,
): 'case-closed' | 'review-past' | 'review-too-far' | undefined => {
  if (state === 'closed') return 'case-closed'
  if (day < from) return 'review-past'
  return day > to ? 'review-too-far' : undefined
}

/** Whether somebody has to look at the case again. */
export const isReviewDue = (state: CaseState, reviewOn: string | null, today: PlainDate): boolean =>
  state !== 'closed' && reviewOn !== null && reviewOn <= today
