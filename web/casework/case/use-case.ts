import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'

export type CaseFile = Answer<'casework.get'>
export type Need = CaseFile['needs'][number]
export type Consent = Answer<'consents.list'>['consents'][number]
export type Referral = Answer<'referrals.list'>['referrals'][number]
export type Visit = Answer<'visits.of-case'>['visits'][number]

/** A case with everything that happened around it: four reads, each of its own domain, composed here. */
export interface Whole {
  readonly file: CaseFile
  readonly consents: readonly Consent[]
  readonly referrals: readonly Referral[]
  readonly visits: readonly Visit[]
}

/** What is being done in a dialog; each closes to the page as it then stands. */
export type Doing =
  | { readonly what: 'need' }
  | { readonly what: 'close' }
  | { readonly what: 'review' }
  | { readonly what: 'consent'; readonly need: Need }
  | { readonly what: 'refer'; readonly need: Need; readonly consent: string }

export function useCase(id: string) {
  const args = { params: { case: id as CaseFile['id'] } }
  const file = useRead('casework.get', args)
  const consents = useRead('consents.list', args)
  const referrals = useRead('referrals.list', args)
  const visits = useRead('visits.of-case', args)
  const problem = file.problem ?? consents.problem ?? referrals.problem ?? visits.problem
  const whole: Whole | undefined =
    file.data === undefined || consents.data === undefined || referrals.data === undefined || visits.data === undefined
      ? undefined
      : { file: file.data, consents: consents.data.consents, referrals: referrals.data.referrals, visits: visits.data.visits }
  return { whole, problem, reload: file.reload }
}

const ENDED = ['met', 'unmet', 'withdrawn']
export const isOpen = (need: Need): boolean => !ENDED.includes(need.state)

export const consentOf = ({ consents }: Whole, need: Need): Consent | undefined => consents.find((consent) => consent.need === need.id)

export const inForce = (consent: Consent | undefined): boolean =>
  consent?.state === 'given' && new Date(consent.until) > new Date()
