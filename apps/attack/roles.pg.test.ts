import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainRoutes } from '#apps/domains.ts'
import { ADDRESS, approve, arrange, asked, offerToVolunteer } from '#apps/testing/chain.ts'
import { openTestHouse, people, phoneOf, type Name, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { useAppointment, startRecovery } from '#domains/accounts/contract.ts'
import { addNeed } from '#domains/casework/contract.ts'
import { recordConsent } from '#domains/consents/contract.ts'
import { ask, openFile } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { startRun } from '#domains/matching/runs/contract.ts'
import { setStandingRule } from '#domains/matching/standing/contract.ts'
import { draftWeights } from '#domains/matching/weights/contract.ts'
import { prepareReferral, previewReferral } from '#domains/referrals/contract.ts'
import { defaultWeights } from '#engines/matching/index.ts'
import type { Role } from '#platform/actor/index.ts'
import type { Operation } from '#platform/contract/index.ts'
import { units, volunteers } from '#apps/testing/world.ts'
import { draftRelease } from '#domains/observatory/releases/contract.ts'
import { bodyOf, type Records } from '#apps/testing/bodies.ts'

const operations: readonly Operation[] = domainRoutes.map(({ operation }) => operation)
const paramsOf = ({ path }: Operation) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
const onRecords = operations.filter((operation) => paramsOf(operation).length > 0)
const mayCall = ({ may }: Operation, role: Role) => typeof may === 'string' || may.includes(role)

/** Who has something to do with the walked case: elsewhere in this file they stay out of what is theirs. */
const PARTIES: readonly Name[] = ['sara', 'mina', 'parvin', 'behzad', 'bahar', 'mehri', 'administrator']
const OUTSIDERS = (Object.keys(people) as Name[]).filter((name) => !PARTIES.includes(name))

/** Releases are nobody's record: who counts for the whole nation makes them, whatever their part in a case. */
const isTheirWork = ({ path }: Operation, name: Name) =>
  (path.startsWith('/api/observatory/releases/') && people[name].role === 'statistician') ||
  // The lead of the province vets the volunteer, whoever they go to.
  (path.startsWith('/api/vetting/') && name === 'safeguarding')

const somebodyElse = { place: 'T-2-1-1', familyName: 'دیگر', phone: '0912 000 0001', words: 'کمک در خرید می‌خواهم.' }

let house: TestHouse
let otherPerson: Visitor
let walked: Awaited<ReturnType<typeof arrange>>
/** The walked case's records by the name that paths give them. `proposal` is two things: see `recordsFor`. */
let records: Records
let recovery: string

beforeAll(async () => {
  house = await openTestHouse()
  walked = await arrange(house)
  const { proposal, visit } = await offerToVolunteer(house, walked.behzad)
  await approve(house, walked.person, walked.code)
  await house.stranger().send(startRecovery, { body: { contact: phoneOf('mehri'), newContact: '09990000095' } })
  const [asking] = await house.look<{ id: string }>('select id from auth.proposal')
  const [session] = await house.look<{ id: string }>('select id from auth.session where account = $1', [people.mehri.account])
  recovery = asking!.id
  const [suggestion] = await house.look<{ id: string }>(
    `insert into matching.suggestion (home, id, recorded_at, recorded_by, referral, need, unit, instead_of, instead_name, instead_cost,
        volunteer, name, cost, weights_version, state, open_until)
      select home, gen_random_uuid(), recorded_at, 'test', id, need, to_unit, volunteer, 'x', '{}', volunteer, 'x', '{}', 1, 'suggested', '2030-01-01'
      from referrals.referral where id = $1 returning id`,
    [walked.referral.id],
  )
  const { answer: started } = await walked.behzad.send(startRun, { body: {} })
  const { version: _, ...weights } = defaultWeights
  const drafted = await walked.behzad.send(draftWeights, { body: { weights: { ...weights, travelPerKm: 8 }, reason: 'راه کمتر به حساب بیاید.' } })
  const ruled = await walked.behzad.send(setStandingRule, { body: { kinds: ['shopping'], withinKm: 5, until: '2026-12-01' } })
  const watched = { callBack: randomUUID(), phone: randomUUID() }
  const { home, unit } = people.mina
  await house.look(
    `insert into visits.call_back (home, id, recorded_at, assignment, case_id, need, person, team, kind, visit_from, visit_to, reason, due_at, state, barred)
     values ($1, $2, now(), $3, $4, $5, $6, $7, 'clinic', now(), now(), 'drawn', now(), 'due', '{}')`,
    [home, watched.callBack, visit.id, walked.caseId, walked.need.id, walked.personId, unit],
  )
  await house.look(
    `insert into visits.shared_phone (home, id, team, leads, phone_digest, people, cases, first_at, last_at, state)
     values ($1, $2, $3, '{}', 'digest', 4, array[$4::uuid], now(), now(), 'open')`,
    [home, watched.phone, unit, walked.caseId],
  )
  const release = await (await house.as('statistician')).send(draftRelease, bodyOf(draftRelease, {}) as never)
  records = {
    request: walked.request,
    case: walked.caseId,
    person: walked.personId,
    need: walked.need.id,
    consent: walked.consent.id,
    referral: walked.referral.id,
    proposal: proposal.id,
    suggestion: suggestion!.id,
    run: started.run,
    draft: drafted.answer.draft,
    rule: ruled.answer.rule,
    release: release.answer.release,
    visit: visit.id,
    volunteer: volunteers.mehri,
    unit: units.women,
    ...watched,
    session: session!.id,
    account: people.mehri.account,
    appointment: people.mehri.account.replace('-8003-', '-8004-'),
  }
  otherPerson = house.stranger()
  const { answer } = await otherPerson.send(ask, {
    body: { ...asked, ...somebodyElse, secret: 'رازی دیگر' },
  })
  await otherPerson.send(openFile, { body: { code: answer.code, secret: 'رازی دیگر' } })
})
afterAll(() => house.close())

const recordsFor = ({ path }: Operation): Records =>
  path.startsWith('/api/proposals/') ? { ...records, proposal: recovery } : records

const call = (visitor: Visitor, operation: Operation, params: Records) =>
  visitor.send(operation, { ...bodyOf(operation, records), params } as never)

const refusalsOf = async (operation: Operation, record: string) => {
  const [row] = await house.look<{ lines: number }>(
    'select count(*)::int as lines from audit.entry where refused and act = $1 and record = $2',
    [operation.id, record],
  )
  return row!.lines
}

const pick = (operation: Operation, from: Records): Records =>
  Object.fromEntries(paramsOf(operation).map((name) => [name, from[name]!]))

const strangers: Records = new Proxy({}, { get: () => randomUUID() })

/** The answer to a record of somebody else, and to one that does not exist, must be the same to the letter. */
const expectNotThere = async (visitor: Visitor, operation: Operation) => {
  const params = pick(operation, recordsFor(operation))
  const record = Object.values(params)[0]!
  const before = await refusalsOf(operation, record)
  const theirs = await call(visitor, operation, params)
  const nobodys = await call(visitor, operation, pick(operation, strangers))
  expect({ operation: operation.id, status: theirs.status, problem: theirs.problem }).toEqual({
    operation: operation.id,
    status: 404,
    problem: 'record.not-found',
  })
  expect(theirs.text, operation.id).toBe(nobodys.text)
  expect(Object.keys(theirs.headers).sort()).toEqual(Object.keys(nobodys.headers).sort())
  expect((await refusalsOf(operation, record)) - before, `a refused line of ${operation.id}`).toBe(1)
}

const walkedSecrets = () => [
  ...Object.entries(records).filter(([name]) => !['account', 'appointment', 'session', 'release', 'unit'].includes(name)).map(([, id]) => id),
  walked.code,
  asked.familyName,
  asked.words,
  ADDRESS,
  '9123456789',
]

describe('every operation is attacked', () => {
  it('knows a record for each name in a path', () => {
    expect(onRecords.flatMap(paramsOf).filter((name) => records[name] === undefined)).toEqual([])
  })

  it('would be answered to those it belongs to: the bodies are valid', async () => {
    const { mina, parvin, sara } = {
      mina: walked.mina,
      parvin: await house.as('parvin'),
      sara: walked.sara,
    }
    for (const [visitor, ids] of [
      [mina, ['casework.get', 'consents.list', 'referrals.list', 'visits.of-case', 'referrals.preview']],
      [parvin, ['casework.get', 'consents.list', 'referrals.list', 'visits.of-case', 'desk.request']],
      [sara, ['desk.request']],
    ] as const)
      for (const id of ids) {
        const operation = operations.find((one) => one.id === id)!
        expect((await call(visitor, operation, pick(operation, records))).status, id).toBe(200)
      }
  })
})

describe.each(OUTSIDERS)('%s, who has nothing to do with the case', (name) => {
  it('finds none of its records there, by any operation', async () => {
    const visitor = await house.as(name)
    for (const operation of onRecords.filter((one) => !isTheirWork(one, name))) await expectNotThere(visitor, operation)
  })

  it('reads none of it in any list', async () => {
    const visitor = await house.as(name)
    for (const operation of operations.filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
      const { status, text, problem } = await call(visitor, operation, {})
      if (operation.may === 'anyone') expect([200, 404], operation.id).toContain(status)
      else if (mayCall(operation, people[name].role)) expect(status, operation.id).toBe(200)
      else expect({ operation: operation.id, status, problem }).toMatchObject({ status: 404, problem: 'record.not-found' })
      for (const secret of walkedSecrets()) expect(text, `${operation.id} says ${secret}`).not.toContain(secret)
    }
  })

  it('does nothing that is another role’s to do', async () => {
    const visitor = await house.as(name)
    for (const operation of operations.filter(({ method, path }) => method === 'POST' && !path.includes(':'))) {
      if (mayCall(operation, people[name].role)) continue
      const { status, problem } = await call(visitor, operation, {})
      expect({ operation: operation.id, status, problem }).toMatchObject({ status: 404, problem: 'record.not-found' })
    }
  })
})

describe.each(PARTIES)('%s, who has a part in the case', (name) => {
  it('finds nothing there that is another role’s', async () => {
    const visitor = await house.as(name)
    for (const operation of onRecords)
      if (!mayCall(operation, people[name].role)) await expectNotThere(visitor, operation)
  })
})

describe('another person in their own open file', () => {
  it('finds nobody else’s records there', async () => {
    for (const operation of onRecords) await expectNotThere(otherPerson, operation)
  })
})

describe('a stranger', () => {
  it('is asked to sign in, the same for a record that exists and one that does not', async () => {
    for (const operation of onRecords) {
      const stranger = house.stranger()
      const theirs = await call(stranger, operation, pick(operation, recordsFor(operation)))
      const nobodys = await call(stranger, operation, pick(operation, strangers))
      const expected = operation.may === 'anyone' ? [404, 'record.not-found'] : [401, 'sign-in.required']
      expect([operation.id, theirs.status, theirs.problem]).toEqual([operation.id, ...expected])
      expect(theirs.text).toBe(nobodys.text)
    }
  })

  it('reads nothing of anybody in what is open to all', async () => {
    for (const operation of operations.filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
      const { status, text, problem } = await call(house.stranger(), operation, {})
      if (operation.may === 'anyone') expect([200, 404], operation.id).toContain(status)
      else expect([operation.id, status, problem]).toEqual([operation.id, 401, 'sign-in.required'])
      for (const secret of walkedSecrets()) expect(text, operation.id).not.toContain(secret)
    }
  })
})

/** Both walls must hold alone. `wall.pg.test.ts` has the other half: the database's, with no code before it. */
describe('with the database’s wall taken down', () => {
  it('the policies in code still let no outsider near a record', async () => {
    const tables = await house.look<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relkind = 'r'`,
    )
    for (const { name } of tables) await house.look(`alter table ${name} disable row level security`)
    try {
      const outsiders = OUTSIDERS.map(async (name) => ({ visitor: await house.as(name), own: (operation: Operation) => isTheirWork(operation, name) }))
      const visitors = [{ visitor: otherPerson, own: () => false }, ...(await Promise.all(outsiders))]
      const came = new Set<string>()
      for (const { visitor, own } of visitors)
        for (const operation of onRecords.filter((one) => !own(one))) {
          const { status, problem } = await call(visitor, operation, pick(operation, recordsFor(operation)))
          if (problem !== 'record.not-found') came.add(`${operation.id} answered ${status} ${problem ?? ''}`)
        }
      expect([...came]).toEqual([])
    } finally {
      for (const { name } of tables) await house.look(`alter table ${name} enable row level security`)
    }
  })
})

/** Somebody's own work, with a record of another unit named inside it. */
describe('a valid body that names what is not theirs', () => {
  let ownNeed: { id: string; revision: number }
  let ownConsent: string
  let supervisorOfC: Visitor
  let workerOfC: Visitor
  let ownRequest: { id: string; revision: number }

  beforeAll(async () => {
    supervisorOfC = await house.as('supervisorOfC')
    workerOfC = await house.as('workerOfC')
    await house.stranger().send(ask, { body: { ...asked, ...somebodyElse } })
    const { answer: inbox } = await supervisorOfC.send(getInbox, {})
    const [first, second] = inbox.rows
    ownRequest = second!
    const { answer: opened } = await supervisorOfC.send(triage, {
      params: { request: first!.id },
      body: { revision: first!.revision, decision: { decision: 'open-case', worker: people.workerOfC.account } },
    })
    const { answer: need } = await workerOfC.send(addNeed, {
      params: { case: opened.case! },
      ...(bodyOf(addNeed, records) as { body: never }),
    })
    ownNeed = need
    const { answer: consent } = await workerOfC.send(recordConsent, {
      params: { need: need.id },
      body: { answer: 'given', notice: 'volunteer-visit', categories: ['kind'], how: 'signed', until: '2027-01-01T00:00:00.000Z' },
    })
    ownConsent = consent.id
  })

  it('prepares no referral on somebody else’s consent', async () => {
    const reply = await workerOfC.send(prepareReferral, {
      params: { need: ownNeed.id as never },
      body: { consent: walked.consent.id, revision: ownNeed.revision },
    })
    expect(reply.problem).toBe('record.not-found')
    const preview = await workerOfC.send(previewReferral, {
      params: { need: ownNeed.id as never },
      query: { consent: walked.consent.id },
    })
    expect(preview.problem).toBe('record.not-found')
    const own = await workerOfC.send(previewReferral, {
      params: { need: ownNeed.id as never },
      query: { consent: ownConsent as never },
    })
    expect(own.status).toBe(200)
  })

  it('opens no case for a worker of another centre, who looks like one that does not exist', async () => {
    const open = (worker: string) =>
      supervisorOfC.send(triage, {
        params: { request: ownRequest.id as never },
        body: { revision: ownRequest.revision, decision: { decision: 'open-case', worker } },
      })
    const theirs = await open(people.mina.account)
    expect(theirs.problem).toBe('desk.worker-unknown')
    expect(theirs.text).toBe((await open(randomUUID())).text)
  })

  it('points at no request of another centre as its duplicate', async () => {
    const duplicate = (of: string) =>
      supervisorOfC.send(triage, {
        params: { request: ownRequest.id as never },
        body: { revision: ownRequest.revision, decision: { decision: 'duplicate', of } },
      })
    const theirs = await duplicate(walked.request)
    expect(theirs.problem).toBe('desk.duplicate-unknown')
    expect(theirs.text).toBe((await duplicate(randomUUID())).text)
  })

  it('acts under nobody else’s appointment', async () => {
    const use = (appointment: string) => supervisorOfC.send(useAppointment, { body: { appointment: appointment as never } })
    const theirs = await use(records['appointment']!)
    expect(theirs.problem).toBe('record.not-found')
    expect(theirs.text).toBe((await use(randomUUID())).text)
  })
})
