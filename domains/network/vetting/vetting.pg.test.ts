import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approve, arrange, company, offerToTwo, offerToVolunteer, releaseFirst } from '#apps/testing/chain.ts'
import { homes, openTestHouse, people, type Name, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { units, volunteers } from '#apps/testing/world.ts'
import { getBoard, propose, releaseProposal } from '#domains/matching/contract.ts'
import { acceptReferral, listOffers } from '#domains/referrals/contract.ts'
import { listMyVisits } from '#domains/visits/contract.ts'
import { listVolunteers, type UnitId, type VolunteerId } from '#domains/network/contract.ts'
import type { Role } from '#platform/actor/index.ts'
import type { SentOf } from '#platform/contract/index.ts'
import { endVetting, listVetting, listVettingUnits, recordVetting } from './contract.ts'

let house: TestHouse
let lead: Visitor
beforeEach(async () => {
  house = await openTestHouse()
  lead = await house.as('safeguarding')
})
afterEach(() => house.close())

const groupOf = async (unit: string, visitor = lead) => (await visitor.send(listVetting, { params: { unit: unit as UnitId } })).answer
const unitOf: Record<string, string> = { [volunteers.mehri]: units.women, [volunteers.shirin]: units.women, [volunteers.kaveh]: units.mixed, [volunteers.reza]: units.mixed }
const lineOf = async (id: string) => (await groupOf(unitOf[id]!)).volunteers.find((one) => one.id === id)!

const record = async (id: string, change: Partial<SentOf<typeof recordVetting>['body']> = {}, visitor = lead) => {
  const { revision } = await lineOf(id)
  const body = { revision, purposes: ['home' as const], evidence: ['identity' as const, 'interview' as const], until: '2027-11-01', ...change }
  return await visitor.send(recordVetting, { params: { volunteer: id as VolunteerId }, body })
}

const end = async (id: string) => {
  const { revision } = await lineOf(id)
  return await lead.send(endVetting, { params: { volunteer: id as VolunteerId }, body: { revision, reason: 'evidence' } })
}

/** The same account under a second appointment. */
const alsoAs = async (name: Name, role: Role, unit: string, volunteer: string | null = null): Promise<Visitor> => {
  const { account } = people[name]
  const id = randomUUID()
  await house.look(
    `insert into auth.appointment (id, account, role, unit, unit_name, home, area_from, area_to, volunteer, valid_from)
     values ($1, $2, $3, $4, '', $5, 1, 0, $6, '2026-01-01')`,
    [id, account, role, unit, homes.a, volunteer],
  )
  const { token } = await house.open.house.auth.sessions.start({
    kind: 'account', account, appointment: id, home: homes.a, strength: 'code+second', device: 'test', hours: 24 * 365,
  })
  return house.visitor(token)
}

const board = async (desk: Visitor) => (await desk.send(getBoard, {})).answer.needs
const named = async (desk: Visitor) => (await board(desk))[0]!.proposal?.volunteer?.name

describe('vetting', () => {
  it('is recorded by the agency, group by group, whoever lacks it first', async () => {
    expect((await lead.send(listVettingUnits, {})).answer).toMatchObject({
      without: 1, soon: 0, more: 0, units: [{ id: units.mixed, volunteers: 2, without: 1, soon: 0 }],
    })
    const group = await groupOf(units.mixed)
    expect(group).toMatchObject({ own: false, rules: { from: '2026-11-22', asks: { home: ['identity', 'interview'] } } })
    expect(group.volunteers.map(({ id, standing }) => [id, standing])).toEqual([[volunteers.reza, 'lapsed'], [volunteers.kaveh, 'in-force']])
    const recorded = await record(volunteers.reza)
    expect(recorded.answer, recorded.text).toMatchObject({ standing: 'in-force', purposes: ['home'], until: '2027-11-01', ended: null })
    expect((await lead.send(listVettingUnits, {})).answer).toMatchObject({ without: 0, units: [] })
    const [kept] = await house.look<object>('select volunteer, purposes, evidence, recorded_by, state from network.vetting')
    expect(kept).toEqual({
      volunteer: volunteers.reza, purposes: ['home'], evidence: ['identity', 'interview'], recorded_by: people.safeguarding.account, state: 'in-force',
    })
  })

  it('lets a volunteer be proposed from then on, and on no day past its end', async () => {
    await house.look(`update network.volunteer set vetted_until = '2026-11-24' where home = $1`, [homes.a])
    const { behzad } = await arrange(house, { sex: 'male' }, { need: { requires: { skills: [], vetting: true, sameSex: 'required', languages: [] } } })
    expect(await named(behzad)).toBeUndefined()
    // The visit is on the 25th: through that day, and no longer.
    await record(volunteers.reza, { until: '2026-11-25' })
    await behzad.send(propose, { body: {} })
    expect(await named(behzad)).toBe('رضا آذرنوش')
  })

  it('asks more for children, and only who has it goes to one', async () => {
    const short = await record(volunteers.reza, { purposes: ['home', 'children'] })
    expect([short.problem, short.fields[0]?.field]).toEqual(['network.vetting-evidence', 'evidence'])
    await house.look(`update network.volunteer set vetted_for = '{home}' where home = $1`, [homes.a])
    const { behzad } = await arrange(house, { birthYear: 2015 }, { need: company })
    expect((await board(behzad))[0]).toMatchObject({ proposal: { volunteer: null, relax: { requirements: ['vetting'] } } })
    for (const id of [volunteers.reza, volunteers.mehri])
      expect((await record(id, { purposes: ['home', 'children'], evidence: ['identity', 'interview', 'certificate'] })).status).toBe(200)
    await behzad.send(propose, { body: {} })
    const { proposal } = (await board(behzad))[0]!
    expect([proposal?.volunteer?.name, proposal?.companion?.name].sort()).toEqual(['رضا آذرنوش', 'مهری سلیمی'].sort())
  })

  it('holds for two years at the most, ends after today, and is not recorded by an old look', async () => {
    for (const until of ['2026-11-21', '2029-01-01']) expect((await record(volunteers.reza, { until })).problem, until).toBe('network.vetting-day')
    expect((await record(volunteers.reza, { revision: 99 })).problem).toBe('request.stale')
    const body = { revision: 1, purposes: ['home' as const], evidence: ['identity' as const, 'interview' as const], until: '2027-11-01' }
    const key = randomUUID()
    const twice = () => lead.send(recordVetting, { params: { volunteer: volunteers.reza as VolunteerId }, body, key })
    expect([(await twice()).status, (await twice()).status]).toEqual([200, 200])
    expect(await house.look('select from network.vetting')).toHaveLength(1)
    await record(volunteers.reza, { until: '2027-12-01' })
    expect((await house.look<{ state: string }>('select state from network.vetting order by until')).map(({ state }) => state)).toEqual(['replaced', 'in-force'])
  })

  it('is of the lead’s own area, and of nobody who belongs to the group', async () => {
    const other = await house.as('leadOfC')
    expect((await other.send(listVettingUnits, {})).answer.units).toEqual([])
    expect((await other.send(listVetting, { params: { unit: units.mixed as UnitId } })).problem).toBe('record.not-found')
    expect((await record(volunteers.reza, {}, other)).problem).toBe('record.not-found')
    await alsoAs('safeguarding', 'volunteer', units.mixed, volunteers.kaveh)
    expect((await groupOf(units.mixed)).own).toBe(true)
    expect((await record(volunteers.reza)).problem).toBe('network.vetting-own-group')
    expect((await end(volunteers.kaveh)).problem).toBe('network.vetting-own-group')
    // A lead whom somebody appointed in a group of the network has no area.
    const within = await alsoAs('leadOfC', 'safeguarding-lead', units.mixed)
    expect((await within.send(listVettingUnits, {})).answer.units).toEqual([])
    expect((await record(volunteers.reza, {}, within)).problem).toBe('record.not-found')
  })

  it('is told to the group only as long as it holds, and when the next one is due', async () => {
    const nasrin = await house.as('nasrin')
    const lines = async () =>
      Object.fromEntries((await nasrin.send(listVolunteers, {})).answer.volunteers.map(({ id, vetting, vettedUntil }) => [id, [vetting, vettedUntil]]))
    expect(await lines()).toEqual({ [volunteers.kaveh]: ['in-force', null], [volunteers.reza]: ['none', null] })
    await record(volunteers.reza, { until: '2026-12-20' })
    await end(volunteers.kaveh)
    expect(await lines()).toEqual({ [volunteers.kaveh]: ['none', null], [volunteers.reza]: ['soon', '2026-12-20'] })
    expect((await lead.send(listVettingUnits, {})).answer.units).toMatchObject([{ without: 1, soon: 1 }])
  })

  it('whoever recorded it does not accept an offer to that volunteer', async () => {
    const { behzad } = await arrange(house)
    await record(volunteers.mehri)
    await house.look('update network.volunteer set vetted_by = $1 where id = $2', [people.bahar.account, volunteers.mehri])
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    const offer = (await bahar.send(listOffers, {})).answer.offers[0]!
    expect((await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })).problem).toBe('referrals.part-in-it')
  })
})

describe('a vetting that is ended', () => {
  it('is ended once, with a reason that stays with it', async () => {
    const ended = await end(volunteers.mehri)
    expect(ended.answer, ended.text).toMatchObject({ standing: 'none', until: null, purposes: [], ended: { reason: 'evidence' } })
    expect((await end(volunteers.mehri)).problem).toBe('network.vetting-none')
    expect((await end(volunteers.reza)).problem).toBe('network.vetting-none')
    await record(volunteers.mehri)
    await end(volunteers.mehri)
    const rows = await house.look<object>('select state, reason, ended_by from network.vetting')
    expect(rows).toEqual([{ state: 'ended', reason: 'evidence', ended_by: people.safeguarding.account }])
    const trail = await house.look<{ details: object }>(`select details from audit.entry where act = 'network.end-vetting' and record = $1 and not refused order by seq limit 1`, [volunteers.mehri])
    expect(trail[0]!.details).toMatchObject({ from: ['home', 'children'], reason: 'evidence' })
  })

  it('takes the volunteer out of what is proposed, at once, and the desk reads why', async () => {
    const { behzad } = await arrange(house)
    const [waiting] = await board(behzad)
    expect(waiting).toMatchObject({ vettingEnded: false, proposal: { volunteer: { name: 'مهری سلیمی' } } })
    await end(volunteers.mehri)
    const { id, revision } = waiting!.proposal!
    const late = await behzad.send(releaseProposal, { params: { proposal: id }, body: { revision } })
    expect(late.problem).toBe('matching.superseded')
    await house.jobs()
    expect((await board(behzad))[0]).toMatchObject({ vettingEnded: true, proposal: null })
    await behzad.send(propose, { body: {} })
    expect((await board(behzad))[0]).toMatchObject({ vettingEnded: true, proposal: { volunteer: { name: 'شیرین عطایی' } } })
  })

  it('takes back an offer that the group has not answered, without saying why to the group', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    await end(volunteers.mehri)
    await house.jobs()
    const bahar = await house.as('bahar')
    expect((await bahar.send(listOffers, {})).answer.offers).toEqual([])
    expect((await board(behzad))[0]).toMatchObject({ referralState: 'ready', attempt: 2, vettingEnded: true })
    await behzad.send(propose, { body: {} })
    await releaseFirst(behzad)
    expect((await board(behzad))[0]!.vettingEnded).toBe(false)
  })

  it('takes back a visit that was arranged: the need waits again, and the volunteer’s time is free', async () => {
    const { behzad, person, code, need } = await arrange(house)
    const { mehri } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    await end(volunteers.mehri)
    await house.jobs()
    expect((await mehri.send(listMyVisits, {})).answer.visits).toEqual([])
    const [after] = await house.look<object>(
      `select n.state, v.load, (select count(*)::int from visits.booking) as booked, (select count(*)::int from consents.disclosure where open_until > $2) as lent
       from casework.need n, network.volunteer v where n.id = $1 and v.id = $3`,
      [need.id, house.clock.now(), volunteers.mehri],
    )
    expect(after).toEqual({ state: 'referred', load: 0, booked: 0, lent: 0 })
    expect((await board(behzad))[0]).toMatchObject({ referralState: 'ready', vettingEnded: true })
  })

  it('of one of two leaves the other their offer', async () => {
    const { behzad } = await arrange(house, {}, { need: company })
    const { mehri } = await offerToTwo(house, behzad)
    await end(volunteers.kaveh)
    await house.jobs()
    expect((await mehri.send(listMyVisits, {})).answer.visits.map(({ state }) => state)).toEqual(['accepted'])
    expect((await board(behzad))[0]).toMatchObject({ beside: { name: 'مهری سلیمی' }, vettingEnded: true })
  })

  it('leaves what asks for no vetting as it is; one that holds for less takes back only what it no longer covers', async () => {
    const free = { skills: [], vetting: false, sameSex: 'required' as const, languages: ['fa'] }
    const { behzad } = await arrange(house, {}, { need: { kind: 'paperwork', requires: free } })
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    await end(volunteers.mehri)
    await house.jobs()
    expect((await bahar.send(listOffers, {})).answer.offers).toHaveLength(1)
    await record(volunteers.mehri, { until: '2027-01-01' })
    await record(volunteers.mehri, { until: '2026-12-01' })
    await house.jobs()
    expect((await bahar.send(listOffers, {})).answer.offers).toHaveLength(1)
  })
})
