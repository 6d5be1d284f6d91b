import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, people, phoneOf, units, type Name, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { agree, appoint, endAppointment, listAccounts, listProposals, refuse, suspend } from './appointments/contract.ts'
import {
  enterDemonstration,
  finishSignIn,
  getMe,
  listDemonstration,
  startRecovery,
  startSignIn,
  type StaffRole,
} from './contract.ts'
import { appointFirstAdministrators } from './index.ts'
import { newSecret } from './sign-in/authenticator.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const SECOND = '00000000-0000-7000-8003-000000000099'

/** A second administrator, signed in. */
const secondAdministrator = async (): Promise<Visitor> => {
  const appointment = randomUUID()
  await house.look(
    `with a as (insert into auth.account (id, contact, display_name, recorded_at) values ($1, '\\x01', 'نادر دوم', now()) returning id)
     insert into auth.appointment (id, account, role, unit, home, area_from, area_to, valid_from)
     select $2, a.id, 'administrator', $3, 1, 1, 0, '2026-01-01' from a`,
    [SECOND, appointment, units.agency],
  )
  return await signedIn(SECOND, appointment)
}

const signedIn = async (account: string, appointment: string): Promise<Visitor> => {
  const { token } = await house.open.house.auth.sessions.start({
    kind: 'account',
    account,
    appointment,
    home: 1,
    strength: 'code+second',
    device: 'test',
    hours: 100,
  })
  return house.visitor(token)
}

const NEW = '+989990007777'
const appointing = (role: StaffRole, more: { contact?: string; unit?: string } = {}) => ({
  body: { name: 'نگین تازه', contact: NEW, role, unit: units.centreA, ...more },
})

const holds = async (phone: string) =>
  (
    await house.look<{ role: string }>(
      `select a.role from auth.appointment a join auth.account c on c.id = a.account
       where c.phone_digest = $1 and (a.valid_until is null or a.valid_until > $2) order by 1`,
      [house.keys.digest('phone', phone), house.clock.now()],
    )
  ).map(({ role }) => role)

describe('appointing somebody', () => {
  it('to an ordinary role takes one administrator, and reaches just the office', async () => {
    const administrator = await house.as('administrator')
    expect((await administrator.send(appoint, appointing('clerk'))).answer).toEqual({ outcome: 'appointed' })
    expect(await holds(NEW)).toEqual(['clerk'])
    const [row] = await house.look<{ area_from: number; area_to: number }>(
      `select area_from, area_to from auth.appointment where appointed_by = $1`,
      [people.administrator.account],
    )
    expect(row).toEqual({ area_from: people.sara.home, area_to: people.sara.home })
  })

  it('to a sensitive role takes a second administrator', async () => {
    const administrator = await house.as('administrator')
    const second = await secondAdministrator()
    const sensitive = ['administrator', 'auditor', 'safeguarding-lead', 'supervisor'] as const
    for (const [at, role] of sensitive.entries()) {
      const contact = `+98999000777${at}`
      expect((await administrator.send(appoint, appointing(role, { contact }))).answer).toEqual({ outcome: 'proposed' })
      expect(await holds(contact)).toEqual([])
      const [proposal] = (await second.send(listProposals, {})).answer.proposals
      expect(proposal).toMatchObject({ kind: 'appointment', role, name: 'نگین تازه', agreed: 1, needed: 2 })
      const params = { proposal: proposal?.id ?? ('' as never) }
      expect(await administrator.send(agree, { params })).toMatchObject({ problem: 'proposal.already-agreed' })
      expect((await second.send(agree, { params })).answer).toEqual({ outcome: 'done' })
      expect(await holds(contact)).toEqual([role])
      expect(await second.send(agree, { params })).toMatchObject({ problem: 'record.not-found' })
    }
  })

  it('is over when the second administrator says no', async () => {
    const administrator = await house.as('administrator')
    const second = await secondAdministrator()
    await administrator.send(appoint, appointing('auditor'))
    const [proposal] = (await second.send(listProposals, {})).answer.proposals
    await second.send(refuse, { params: { proposal: proposal?.id ?? ('' as never) } })
    expect((await administrator.send(listProposals, {})).answer.proposals).toEqual([])
    expect(await holds(NEW)).toEqual([])
  })

  it('is impossible for oneself, in any role, and so is agreeing to one’s own', async () => {
    const administrator = await house.as('administrator')
    const own = { contact: phoneOf('administrator') }
    expect(await administrator.send(appoint, appointing('statistician', own))).toMatchObject({ problem: 'appointment.yourself' })
    const second = await secondAdministrator()
    await second.send(appoint, appointing('supervisor', own))
    const [row] = await house.look<{ id: string }>('select id from auth.proposal')
    expect(row).toBeUndefined()
    await second.send(appoint, appointing('director', own))
    expect(await holds(phoneOf('administrator'))).toEqual(['administrator', 'director'])
  })

  it('refuses two roles in which one person would hold the whole chain', async () => {
    const second = await secondAdministrator()
    const pairs = [
      ['administrator', 'clerk'],
      ['administrator', 'case-worker'],
      ['administrator', 'liaison'],
      ['administrator', 'coordinator'],
      ['auditor', 'statistician'],
      ['mina', 'coordinator'],
      ['behzad', 'coordinator'],
      ['bahar', 'case-worker'],
      ['bahar', 'liaison'],
      ['safeguarding', 'liaison'],
      ['safeguarding', 'coordinator'],
      ['behzad', 'safeguarding-lead'],
      ['sara', 'administrator'],
      ['sara', 'auditor'],
    ] as const
    for (const [name, role] of pairs) {
      const reply = await second.send(appoint, appointing(role, { contact: phoneOf(name) }))
      expect(reply, `${name} as ${role}`).toMatchObject({ status: 409, problem: 'appointment.forbidden-pair' })
    }
  })

  it('looks again for a forbidden pair when the second person agrees', async () => {
    const administrator = await house.as('administrator')
    const second = await secondAdministrator()
    await administrator.send(appoint, appointing('auditor'))
    await second.send(appoint, appointing('clerk'))
    const [proposal] = (await second.send(listProposals, {})).answer.proposals
    const reply = await second.send(agree, { params: { proposal: proposal?.id ?? ('' as never) } })
    expect(reply).toMatchObject({ problem: 'appointment.forbidden-pair' })
    expect(await holds(NEW)).toEqual(['clerk'])
  })

  it('refuses a unit that is not there and a role that is held already', async () => {
    const administrator = await house.as('administrator')
    expect(await administrator.send(appoint, appointing('clerk', { unit: randomUUID() }))).toMatchObject({
      problem: 'appointment.unit-unknown',
      fields: [{ field: 'unit' }],
    })
    await administrator.send(appoint, appointing('clerk'))
    expect(await administrator.send(appoint, appointing('clerk'))).toMatchObject({ problem: 'appointment.there-already' })
  })

  it('gives no role that sees people to a person or a volunteer by this way', async () => {
    const administrator = await house.as('administrator')
    expect((await administrator.send(appoint, appointing('person' as never))).status).toBe(400)
    expect((await administrator.send(appoint, appointing('volunteer' as never))).status).toBe(400)
  })
})

describe('ending an appointment', () => {
  it('takes the role from a running session', async () => {
    const mina = await house.as('mina')
    const administrator = await house.as('administrator')
    const accounts = (await administrator.send(listAccounts, { query: { text: people.mina.name } })).answer.accounts
    const appointment = accounts[0]?.appointments[0]?.id ?? ('' as never)
    expect((await administrator.send(endAppointment, { params: { appointment } })).status).toBe(200)
    expect((await mina.send(getMe, {})).answer).toMatchObject({ signedIn: true, role: null })
  })

  it('is refused when fewer than two administrators would remain, as is suspending', async () => {
    const second = await secondAdministrator()
    const accounts = (await second.send(listAccounts, { query: { text: people.administrator.name } })).answer.accounts
    const appointment = accounts[0]?.appointments[0]?.id ?? ('' as never)
    expect(await second.send(endAppointment, { params: { appointment } })).toMatchObject({ problem: 'appointment.last-administrators' })
    const account = people.administrator.account as never
    expect(await second.send(suspend, { params: { account } })).toMatchObject({ problem: 'appointment.last-administrators' })
    expect(await second.send(suspend, { params: { account: SECOND as never } })).toMatchObject({ problem: 'appointment.yourself' })
  })
})

const ask = (contact: string, newContact = '+989990005555') =>
  house.stranger().send(startRecovery, { body: { contact, newContact } })

const proposalsOf = async (visitor: Visitor) => (await visitor.send(listProposals, {})).answer.proposals
const DAY = 24 * 60

const outbox = async () =>
  (await house.look<{ home: number; recipient: Buffer }>('select home, recipient from messages.outbox order by id')).map(
    ({ home, recipient }) => house.keys.open(home, recipient),
  )

const canStart = async (contact: string) => {
  const before = (await outbox()).length
  await house.stranger().send(startSignIn, { body: { contact } })
  return (await outbox()).length > before
}

describe('a lost telephone', () => {
  it('answers a stranger, an unknown number and a second try alike, and opens nothing by itself', async () => {
    const replies = [await ask(phoneOf('mina')), await ask('+989990009999'), await ask(phoneOf('mina'))]
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await house.look('select 1 from auth.proposal')).toHaveLength(1)
    expect(await canStart('+989990005555')).toBe(false)
  })

  it('tells the old telephone, so that an owner who lost nothing hears of it', async () => {
    await ask(phoneOf('mina'))
    expect(await outbox()).toEqual([phoneOf('mina')])
  })

  it('of staff takes a day and two people, one of whom may be the supervisor of the unit', async () => {
    await ask(phoneOf('mina'))
    const parvin = await house.as('parvin')
    const administrator = await house.as('administrator')
    const [proposal] = await proposalsOf(parvin)
    expect(proposal).toMatchObject({ kind: 'recovery', name: people.mina.name, newContactEnd: '5555', needed: 2 })
    const params = { proposal: proposal?.id ?? ('' as never) }
    expect(await parvin.send(agree, { params })).toMatchObject({ problem: 'proposal.too-early' })
    house.clock.advance(DAY)
    expect((await parvin.send(agree, { params })).answer).toEqual({ outcome: 'waits' })
    expect(await parvin.send(agree, { params })).toMatchObject({ problem: 'proposal.already-agreed' })
    expect(await canStart('+989990005555')).toBe(false)
    expect((await administrator.send(agree, { params })).answer).toEqual({ outcome: 'done' })
    expect(await canStart('+989990005555')).toBe(true)
    expect(await canStart(phoneOf('mina'))).toBe(false)
  })

  it('ends every old factor and session', async () => {
    await house.look(
      `update auth.account set totp = $2, totp_confirmed = true, recovery = '[]' where id = $1`,
      [people.mina.account, house.keys.seal(0, newSecret())],
    )
    const thief = await house.as('mina')
    await ask(phoneOf('mina'))
    house.clock.advance(DAY)
    const parvin = await house.as('parvin')
    const [proposal] = await proposalsOf(parvin)
    const params = { proposal: proposal?.id ?? ('' as never) }
    await parvin.send(agree, { params })
    await (await house.as('administrator')).send(agree, { params })
    expect((await thief.send(getMe, {})).answer.signedIn).toBe(false)
    const [row] = await house.look(`select totp, totp_confirmed, recovery from auth.account where id = $1`, [people.mina.account])
    expect(row).toEqual({ totp: null, totp_confirmed: false, recovery: null })
  })

  it('of a volunteer is the coordinator’s of their own group, and of nobody else', async () => {
    await ask(phoneOf('mehri'))
    house.clock.advance(DAY)
    for (const name of ['nasrin', 'coordinatorOfC', 'parvin', 'administrator'] as const)
      expect(await proposalsOf(await house.as(name)), name).toEqual([])
    const bahar = await house.as('bahar')
    const [proposal] = await proposalsOf(bahar)
    const params = { proposal: proposal?.id ?? ('' as never) }
    expect(await (await house.as('nasrin')).send(agree, { params })).toMatchObject({ status: 404 })
    expect(await (await house.as('administrator')).send(agree, { params })).toMatchObject({ status: 404 })
    expect((await bahar.send(agree, { params })).answer).toEqual({ outcome: 'done' })
    expect(await canStart('+989990005555')).toBe(true)
  })

  it('of a supervisor is not their own to agree to', async () => {
    await ask(phoneOf('parvin'))
    house.clock.advance(DAY)
    const parvin = await house.as('parvin')
    expect(await proposalsOf(parvin)).toEqual([])
    const [proposal] = await proposalsOf(await house.as('administrator'))
    expect(await parvin.send(agree, { params: { proposal: proposal?.id ?? ('' as never) } })).toMatchObject({ status: 404 })
  })

  it('that was not lost at all: its owner signs in, and the request is over', async () => {
    await ask(phoneOf('mehri'))
    const visitor = house.stranger()
    const { challenge } = (await visitor.send(startSignIn, { body: { contact: phoneOf('mehri') } })).answer
    const rows = await house.look<{ home: number; body: Buffer }>(`select home, body from messages.outbox where purpose = 'sign-in'`)
    const code = /^\d{6}/.exec(house.keys.open(rows[0]?.home ?? 0, rows[0]?.body ?? Buffer.alloc(0)))?.[0] ?? ''
    expect((await visitor.send(finishSignIn, { body: { challenge, code } })).status).toBe(200)
    house.clock.advance(DAY)
    expect(await proposalsOf(await house.as('bahar'))).toEqual([])
  })

  it('cannot be moved onto somebody else’s telephone', async () => {
    await ask(phoneOf('mehri'), phoneOf('sara'))
    house.clock.advance(DAY)
    const bahar = await house.as('bahar')
    const [proposal] = await proposalsOf(bahar)
    expect(await bahar.send(agree, { params: { proposal: proposal?.id ?? ('' as never) } })).toMatchObject({ problem: 'recovery.contact-taken' })
  })

  it('does not flood the old telephone', async () => {
    const statuses = []
    for (let tried = 0; tried < 4; tried++) statuses.push((await ask(phoneOf('mina'))).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(await outbox()).toHaveLength(1)
  })
})

describe('demonstration accounts', () => {
  const load = () => house.look(`insert into platform.setting values ('demonstration', 'true')`)
  const makeSynthetic = (...names: Name[]) =>
    house.look('update auth.account set demonstration = true where id = any ($1)', [names.map((name) => people[name].account)])

  it('are offered in the order of the work, two of a role where a deed takes two, and let in without a code', async () => {
    await load()
    await makeSynthetic('mina', 'otherWorker', 'sara', 'mehri')
    const { accounts } = (await house.stranger().send(listDemonstration, {})).answer
    expect(accounts.map(({ role }) => role)).toEqual(['clerk', 'case-worker', 'case-worker', 'volunteer'])
    const visitor = house.stranger()
    const account = accounts[1]?.account ?? ('' as never)
    expect((await visitor.send(enterDemonstration, { params: { account } })).answer).toMatchObject({ role: 'case-worker' })
    expect((await visitor.send(getMe, {})).answer).toMatchObject({ role: 'case-worker' })
  })

  it('are neither offered nor let in where people are real', async () => {
    await makeSynthetic('mina')
    expect((await house.stranger().send(listDemonstration, {})).answer.accounts).toEqual([])
    const account = people.mina.account as never
    const visitor = house.stranger()
    expect(await visitor.send(enterDemonstration, { params: { account } })).toMatchObject({ status: 404 })
    expect(visitor.cookie()).toBeUndefined()
  })

  it('are the only ones: a real account beside them does not open that way', async () => {
    await load()
    const reply = await house.stranger().send(enterDemonstration, { params: { account: people.mina.account as never } })
    expect(reply).toMatchObject({ status: 404 })
  })
})

describe('a new installation', () => {
  const pair = [
    { name: 'یکم', contact: '0999 000 1001' },
    { name: 'دوم', contact: 'dovom@example.org' },
  ] as const

  it('begins with two administrators, who sign in as all staff do', async () => {
    await house.look(`delete from auth.appointment where role = 'administrator'`)
    await appointFirstAdministrators(house.open.house, units.agency, pair)
    expect(await canStart('۰۹۹۹۰۰۰۱۰۰۱')).toBe(true)
    expect(await canStart('Dovom@example.org')).toBe(true)
  })

  it('lets nobody make a third one that way', async () => {
    await expect(appointFirstAdministrators(house.open.house, units.agency, pair)).rejects.toThrow('already')
  })
})
