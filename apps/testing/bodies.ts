import { defaultWeights } from '#engines/matching/index.ts'
import type { Operation, SentOf } from '#platform/contract/index.ts'
import type { Operations } from '#web/api/operations.ts'
import { ADDRESS, asked, VISIT_FROM, VISIT_TO } from './chain.ts'
import { units, volunteers } from './index.ts'
import type { UnitId } from '#domains/network/contract.ts'
import { definitionOf } from '#domains/observatory/index.ts'

/** Records of one walk along the chain, by the name that paths give them. */
export type Records = Readonly<Record<string, string>>

type Promised = Operations[keyof Operations]
type Sent<D> = D extends { readonly body: unknown } ? { readonly body: SentOf<D>['body'] } : { readonly query?: SentOf<D>['query'] }

const { version: _, ...inForce } = defaultWeights
const otherWeights = { ...inForce, travelPerKm: 8 }
const revised = () => ({ body: { revision: 1 } })

/**
 * What is sent to each operation that takes a body or a query: the least that its contract accepts, so that nothing
 * but the caller's rights can be the reason for a no. The compiler asks for the line of a new operation.
 */
const bodies: {
  readonly [D in Promised as D extends { readonly body: unknown } | { readonly query: unknown } ? D['id'] : never]: (records: Records) => Sent<D>
} = {
  'accounts.startSignIn': () => ({ body: { contact: '09990000000' } }),
  'accounts.finishSignIn': ({ session }) => ({ body: { challenge: session ?? '', code: '123456' } }),
  'accounts.startRecovery': () => ({ body: { contact: '09990000098', newContact: '09990000097' } }),
  'accounts.useAppointment': ({ appointment }) => ({ body: { appointment: appointment ?? '' } }),
  'accounts.list': () => ({}),
  'accounts.units': () => ({ query: { text: 'مرکز' } }),
  'accounts.appoint': () => ({ body: { name: 'نام تازه', contact: '09990000096', role: 'clerk', unit: units.centreA } }),
  'places.search': () => ({ query: { text: 'سر' } }),
  'people.save': () => ({ body: { revision: 2, address: ADDRESS } }),
  'people.save-household': () => ({ body: { revision: 2, household: [{ ageGroup: '0-17', sex: 'female', count: 1 }] } }),
  'network.save-address': () => ({ body: { address: ADDRESS } }),
  'casework.list': () => ({}),
  'casework.add-need': () => ({
    body: {
      kind: 'clinic',
      requires: { skills: [], vetting: true, sameSex: 'none', languages: ['fa'] },
      minutes: 60,
      from: VISIT_FROM,
      to: VISIT_TO,
      priority: 1,
    },
  }),
  'casework.withdraw-need': () => ({ body: { revision: 1, reason: 'mistake' } }),
  'casework.take': revised,
  'casework.staff-outcome': () => ({ body: { revision: 1, outcome: 'met', heard: 'by-phone' } }),
  'casework.close': () => ({ body: { revision: 1, reason: 'needs-met' } }),
  'casework.set-review': () => ({ body: { revision: 1, reviewOn: '2026-12-01' } }),
  'consents.record': () => ({
    body: { answer: 'refused', notice: 'volunteer-visit', categories: [], how: 'signed', until: '2027-01-01T00:00:00.000Z' },
  }),
  'consents.withdraw': revised,
  'network.near-units': () => ({ query: { place: 'T-1-1-1' } }),
  'network.rest': () => ({ body: { weeks: 1 } }),
  'referrals.preview': ({ consent }) => ({ query: { consent: consent ?? '' } }),
  'referrals.prepare': ({ consent }) => ({ body: { consent: consent ?? '', revision: 1 } }),
  'referrals.withdraw': revised,
  'referrals.accept': revised,
  'referrals.decline': () => ({ body: { revision: 1, reason: 'nobody-free' } }),
  'matching.propose': () => ({ body: {} }),
  'matching.propose-one': () => ({ body: {} }),
  'matching.release': revised,
  'matching.reject': () => ({ body: { revision: 1, reason: 'asked-off' } }),
  'network.record-vetting': () => ({ body: { revision: 1, purposes: ['home'], evidence: ['identity', 'interview'], until: '2027-11-01' } }),
  'network.end-vetting': () => ({ body: { revision: 1, reason: 'evidence' } }),
  'network.groups': () => ({}),
  'network.close-unit': () => ({ body: { revision: 1, reason: 'too-few', to: null } }),
  'network.move-volunteers': () => ({ body: { to: units.mixed as UnitId } }),
  'network.choose-group': () => ({ body: { unit: units.mixed as UnitId } }),
  'network.declare-related': () => ({ body: { revision: 1, related: [] } }),
  'matching.suggest': () => ({ body: { revision: 1, volunteer: volunteers.shirin } }),
  'matching.release-several': ({ proposal = '' }) => ({ body: { proposals: [{ proposal, revision: 1 }] } }),
  'matching.start-run': () => ({ body: {} }),
  'matching.stop-run': revised,
  'matching.take-back': ({ proposal = '' }) => ({ body: { proposals: [proposal] } }),
  'matching.set-standing-rule': () => ({ body: { kinds: ['shopping'], withinKm: 5, until: '2026-12-01' } }),
  'matching.stop-standing-rule': revised,
  'matching.draft-weights': () => ({ body: { weights: otherWeights, reason: 'راه کمتر به حساب بیاید.' } }),
  'matching.change-draft': () => ({ body: { revision: 1, weights: otherWeights, reason: 'راه کمتر به حساب بیاید.' } }),
  'matching.try-weights': revised,
  'matching.propose-weights': revised,
  'matching.discard-draft': revised,
  'matching.put-in-force': revised,
  'matching.refuse-weights': () => ({ body: { revision: 1, reason: 'هنوز زود است.' } }),
  'matching.confirm-suggestion': revised,
  'matching.keep-original': revised,
  'visits.accept': revised,
  'visits.decline': revised,
  'visits.approve': () => ({ body: { revision: 1, how: 'by-phone' } }),
  'visits.refuse': revised,
  'visits.set-out': () => ({ body: {} }),
  'visits.arrive': () => ({ body: {} }),
  'visits.report': () => ({ body: { happened: 'yes', outcome: 'met' } }),
  'visits.record-call-back': () => ({ body: { revision: 1, result: 'confirmed' } }),
  'visits.see-shared-phone': revised,
  'desk.ask': () => ({ body: asked }),
  'desk.follow': () => ({ body: { code: '2222-2222-2222-22' } }),
  'desk.open-file': () => ({ body: { code: '2222-2222-2222-22', secret: 'حدس' } }),
  'desk.withdraw': revised,
  'desk.confirm-visit': () => ({ body: { code: '2222-2222-2222-22', confirmation: '123456', verdict: 'met' } }),
  'desk.triage': () => ({ body: { revision: 1, decision: { decision: 'withdrawn' } } }),
  'desk.untriage': revised,
  'desk.raise': revised,
  'desk.look-at-message': () => ({ body: { code: '2222-2222-2222-22' } }),
  'desk.answer-message': () => ({ body: { code: '2222-2222-2222-22', answer: 'yes' } }),
  'desk.confirm-on-behalf': () => ({ body: { revision: 1, how: 'in-person' } }),
  'watch.all-right': () => ({ body: {} }),
  'watch.reached': () => ({ body: {} }),
  'duty.save': () => ({ body: { revision: 0, contacts: [{ name: 'کشیک', phone: '09990000094' }] } }),
  'danger.answer': () => ({ body: {} }),
  'danger.hand-over': () => ({ body: { receiver: 'health', basis: 'asked' } }),
  'danger.receipt': ({ request }) => ({ body: { handOver: request ?? '', receivedBy: 'گیرنده' } }),
  'observatory.result': () => ({ query: { dataset: 'NEEDS', indicator: 'needs-met' } }),
  'observatory.map': () => ({ query: {} }),
  'observatory.noised-table': () => ({ query: { cube: 'REQUESTS', rows: 'CHANNEL' } }),
  'observatory.centre': () => ({}),
  'observatory.indicator': () => ({ query: { indicator: 'needs-met' } }),
  'observatory.define-indicator': () => ({
    body: { indicator: 'needs-met', follows: '1.0.0', definition: definitionOf('needs-met'), from: '2026-12-22', bridgeUntil: null, reason: 'برای آزمودن تعریف تازه' },
  }),
  'observatory.figures': () => ({}),
  'observatory.proof': () => ({}),
  'observatory.release-hidden': () => ({}),
  'observatory.draft-release': () => ({ body: { plan: 'needs', unscheduled: { reason: { fa: 'برای آزمودن انتشار', en: 'To try a release' }, at: '2026-12-01T08:00:00.000Z' } } }),
  'observatory.sign-release': revised,
  'observatory.withdraw-release': revised,
}

/** What is sent to an operation, known by its id only; nothing where its contract takes nothing. */
export const bodyOf = ({ id }: Operation, records: Records): { readonly body?: unknown; readonly query?: unknown } =>
  (bodies as Partial<Record<string, (records: Records) => object>>)[id]?.(records) ?? {}
