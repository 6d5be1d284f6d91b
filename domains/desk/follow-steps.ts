import { caseProgress } from '#domains/casework/index.ts'
import { latestOf, visitProgress, type VisitProgress } from '#domains/visits/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import type { Step } from './contract.ts'
import { isUnconfirmed } from './lifecycle.ts'
import type { RequestRecord } from './store.ts'

export interface Progress {
  readonly step: Step['step']
  readonly thread: readonly Step[]
  readonly visits: readonly VisitProgress[]
}

type Name = Step['step']

const done = (step: Name, at: Date | string | null): Step => ({ step, state: 'done', at: at === null ? null : new Date(at).toISOString() })
const now = (step: Name): Step => ({ step, state: 'now', at: null })
const next = (step: Name): Step => ({ step, state: 'next', at: null })

const settled = (request: RequestRecord): Step | undefined => {
  const at = request.triaged_at?.toISOString() ?? null
  switch (request.state) {
    case 'answered':
    case 'passed-on':
      return { step: request.state, state: 'done', at }
    case 'withdrawn':
      return { step: 'withdrawn', state: 'no', at }
    case 'duplicate':
      return { step: 'answered', state: 'done', at }
    default:
      return undefined
  }
}

const withVisit = (visit: VisitProgress): Step[] => {
  switch (visit.state) {
    case 'offered':
      return [now('looking'), next('approval'), next('visit')]
    case 'accepted':
      return [done('looking', visit.recorded_at), now('approval'), next('visit')]
    case 'approved':
    case 'under-way':
      return [done('looking', visit.recorded_at), done('approval', visit.approved_at), now('visit'), next('confirm')]
    case 'done':
      return [done('looking', visit.recorded_at), done('approval', visit.approved_at), done('visit', visit.done_at), now('confirm')]
    case 'confirmed':
      return [
        done('looking', visit.recorded_at),
        done('approval', visit.approved_at),
        done('visit', visit.done_at),
        visit.outcome === 'met' ? done('met', visit.confirmed_at) : { step: 'unmet', state: 'no', at: visit.confirmed_at?.toISOString() ?? null },
      ]
    default:
      return [now('looking'), next('approval'), next('visit')]
  }
}

/** The thread of a request, composed from states and dates of the chain: no content of any record. */
export const followSteps = async (scope: ReadScope, request: RequestRecord): Promise<Progress> => {
  const received = done('received', request.recorded_at)
  const end = settled(request)
  if (end !== undefined) return { step: end.step, thread: [received, end], visits: [] }
  if (isUnconfirmed(request))
    return { step: 'to-confirm', thread: [received, now('to-confirm'), next('triaged')], visits: [] }
  if (request.case_id === null || request.person === null)
    return { step: 'received', thread: [received, now('triaged'), next('case-opened'), next('looking')], visits: [] }
  scope.admit(`case:${request.case_id}`, `person:${request.person}`)
  const [file, visits] = await Promise.all([
    caseProgress(scope.tx, request.case_id),
    visitProgress(scope, `person:${request.person}`, request.case_id),
  ])
  const opened = done('case-opened', file?.opened_at ?? null)
  const open = file?.needs.find(({ state }) => !['met', 'unmet', 'withdrawn'].includes(state))
  const latest = latestOf(visits)
  if (open?.byStaff === true) return { step: 'by-staff', thread: [received, opened, now('by-staff'), next('met')], visits }
  const ended = file?.needs.at(-1)
  if (open === undefined && file?.state !== 'closed' && ended?.byStaff === true) {
    const outcome: Step = ended.state === 'met' ? done('met', ended.endedAt) : { step: 'unmet', state: 'no', at: ended.endedAt }
    return { step: outcome.step, thread: [received, opened, done('by-staff', null), outcome], visits }
  }
  if (open === undefined && latest?.state !== 'confirmed') {
    const closed: Step = file?.state === 'closed' ? done('closed', file.closed_at) : now('need-open')
    return { step: closed.step, thread: [received, opened, closed], visits }
  }
  if (open?.state === 'open') return { step: 'need-open', thread: [received, opened, now('need-open'), next('looking'), next('visit')], visits }
  const tail = latest === undefined || isPast(latest) && open !== undefined ? [now('looking'), next('approval'), next('visit')] : withVisit(latest)
  const step = tail.find(({ state }) => state === 'now')?.step ?? tail.at(-1)?.step ?? 'looking'
  return { step, thread: [received, opened, ...tail], visits }
}

const isPast = ({ state }: VisitProgress): boolean => ['declined', 'expired', 'cancelled', 'no-show', 'confirmed', 'unconfirmed'].includes(state)
