import { consentsOf, disclosuresOf, withdrawAllOf } from '#domains/consents/index.ts'
import { matchesSecret, secretHashOf } from '#domains/people/index.ts'
import { sightsOf } from '#domains/referrals/index.ts'
import { caseVisitOf, confirmByCode, toApprove, toConfirm } from '#domains/visits/index.ts'
import { countTry } from '#platform/auth/attempts.ts'
import { sessionHours } from '#platform/auth/session.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { confirmVisit, follow, getMyFile, openFile, withdrawMine, type RequestState } from './contract.ts'
import { followSteps } from './follow-steps.ts'
import { after } from './lifecycle.ts'
import * as store from './store.ts'
import { codeDigest, grouped, readTrackingCode } from './tracking-code.ts'

// Per code: a person who mistypes has room, a guesser has not.
const MOST_SECRET_TRIES = 8
const TRY_MINUTES = 60

/** The request behind a typed code. The wall's key is the code's own digest: who does not know it sees nothing. */
const findByCode = async (scope: ReadScope, typed: string) => {
  const read = readTrackingCode(typed)
  if (read === undefined) return undefined
  const digest = codeDigest(scope.keys, read.code)
  scope.admit(store.codeKey(digest))
  const request = await store.findByCode(scope.tx, read.home, digest)
  return request === undefined ? undefined : { request, code: read.code, digest }
}

const requireCode = async (scope: ReadScope, typed: string) => {
  const found = await findByCode(scope, typed)
  if (found === undefined) throw new Problem('desk.code-unknown', {}, [{ field: 'code', code: 'code-unknown' }])
  return found
}

const repeated = () => Promise.reject(new Problem('request.repeated-differently'))

export const status = command(follow, { reread: repeated }, async (scope, { body }) => {
  const { request, code } = await requireCode(scope, body.code)
  const { step, visits } = await followSteps(scope, request)
  scope.audit(request.id, { home: request.home, person: request.person })
  const hash = request.person === null ? request.secret_hash : await secretHashOf(scope.tx, request.person)
  return {
    code: grouped(code),
    step,
    officeFa: request.office_fa,
    officeEn: request.office_en,
    officePhone: request.office_phone,
    dueAt: step === 'received' ? request.due_at.toISOString() : null,
    hasSecret: hash !== null,
    confirmable: toConfirm(visits) !== undefined,
  }
})

/** The same answer, after the same work, for a wrong code, a wrong secret, and a file without one. */
export const open = command(openFile, { reread: repeated }, async (scope, { body, door }) => {
  const tried = readTrackingCode(body.code)?.code ?? body.code
  const tries = await countTry(scope, 'open-file', scope.keys.digest('open-file', tried), TRY_MINUTES)
  if (tries > MOST_SECRET_TRIES) throw new Problem('rate.limited', { seconds: TRY_MINUTES * 60 })
  const found = await findByCode(scope, body.code)
  const person = found?.request.person ?? null
  if (person !== null) scope.admit(`person:${person}`)
  const hash = person === null ? (found?.request.secret_hash ?? null) : await secretHashOf(scope.tx, person)
  const matches = await matchesSecret(hash, body.secret)
  if (found === undefined || !matches) throw new Problem('desk.file-refused')
  const { request, digest } = found
  scope.audit(request.id, { home: request.home, person })
  const { token, endsAt } = await scope.auth.sessions.start({
    kind: 'person',
    person: person ?? request.id,
    home: request.home,
    keys: [store.codeKey(digest), ...(request.case_id === null ? [] : [`case:${request.case_id}`])],
    strength: 'code+second',
    device: door.device,
    hours: sessionHours.person,
  })
  door.setSession(token, endsAt)
  return { opened: true as const, until: endsAt.toISOString() }
})

/** The request of an open file: by the session's own code key. */
const requireMine = async ({ actor, tx }: ReadScope, lock: 'for update' | 'read') => {
  const key = actor.keys.find((one) => one.startsWith('code:'))
  const request = key === undefined ? undefined : await store.findByKey(tx, key, lock)
  if (request === undefined) throw new Problem('record.not-found')
  return request
}

export const myFile = query(getMyFile, async (scope) => {
  const request = await requireMine(scope, 'read')
  const { step, thread, visits } = await followSteps(scope, request)
  const person = request.person
  const [consents, seen] = person === null ? [[], []] : await Promise.all([consentsOf(scope.tx, person), disclosuresOf(scope.tx, person)])
  scope.audit(request.id, { home: request.home, person })
  const asked = toApprove(visits)
  return {
    givenName: request.given_name,
    requestRevision: request.revision,
    step,
    thread: [...thread],
    kinds: request.kinds,
    words: scope.keys.open(request.home, request.words),
    officeFa: request.office_fa,
    officeEn: request.office_en,
    officePhone: request.office_phone,
    dueAt: step === 'received' ? request.due_at.toISOString() : null,
    approval: asked === undefined ? null : caseVisitOf(asked[0]),
    companion: asked?.[1] === undefined ? null : caseVisitOf(asked[1]),
    visits: visits.map(caseVisitOf),
    consents,
    offerSeenBy: person === null ? 0 : await sightsOf(scope.tx, person),
    seen: seen.map((row) => ({
      who: row.volunteer === null ? ('unit' as const) : ('volunteer' as const),
      stage: row.stage,
      fields: row.fields,
      from: row.open_from.toISOString(),
      until: row.open_until.toISOString(),
      reads: row.reads,
      lastRead: row.last_read_at?.toISOString() ?? null,
    })),
  }
})

export const withdraw = command(
  withdrawMine,
  { reread: async ({ audit }, id) => {
    audit(id)
    return { withdrawn: true as const }
  } },
  async (scope, { body }) => {
    const request = await requireMine(scope, 'for update')
    if (request.revision !== body.revision) throw new Problem('request.stale')
    const state = after('withdrawn', request.state as RequestState)
    if (state === undefined) throw new Problem('desk.not-open', { state: request.state })
    scope.audit(request.id, { home: request.home, person: request.person, from: request.state })
    store.saveRequest(scope.tx, request, { state, triaged_at: scope.now, triaged_by: scope.actor.id })
    if (request.urgency === 'danger') scope.emit({ name: 'desk.danger-over', payload: { home: request.home, request: request.id } })
    if (request.person !== null) await withdrawAllOf(scope, request.person)
    return { withdrawn: true as const }
  },
)

export const confirm = command(
  confirmVisit,
  { reread: async ({ audit }, id) => {
    audit(id)
    return { confirmed: true, refusal: null }
  } },
  async (scope, { body }) => {
    const { request } = await requireCode(scope, body.code)
    const { visits } = await followSteps(scope, request)
    const visit = toConfirm(visits)
    scope.audit(request.id, { home: request.home, person: request.person })
    if (visit === undefined) throw new Problem('desk.nothing-to-confirm')
    const fate = await confirmByCode(scope, visit.id, { code: body.confirmation, verdict: body.verdict })
    return fate === 'confirmed' ? { confirmed: true, refusal: null } : { confirmed: false, refusal: fate }
  },
)
