import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approve, arrange, carryOut, company, offerToTwo, offerToVolunteer, releaseFirst } from '#apps/testing/chain.ts'
import { openTestHouse, people, phoneOf, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { appointmentOf, units, volunteers } from '#apps/testing/world.ts'
import { listProposals, restore, suspend } from '#domains/accounts/appointments/contract.ts'
import { startRecovery } from '#domains/accounts/contract.ts'
import { getBoard, propose, releaseProposal } from '#domains/matching/contract.ts'
import { listNearUnits, listVolunteers, type UnitId } from '#domains/network/contract.ts'
import { acceptReferral, listOffers } from '#domains/referrals/contract.ts'
import { arrive, countUnitAhead, listMyVisits, reportVisit, setOut } from '#domains/visits/contract.ts'
import type { SentOf } from '#platform/contract/index.ts'
import { chooseGroup, closeUnit, getClosing, getMyGroup, listGroups, moveVolunteers } from './contract.ts'

let house: TestHouse
let administrator: Visitor
beforeEach(async () => {
  house = await openTestHouse()
  administrator = await house.as('administrator')
})
afterEach(() => house.close())

const of = (unit: string) => ({ params: { unit: unit as UnitId } })
const close = (unit: string, change: Partial<SentOf<typeof closeUnit>['body']> = {}, visitor = administrator, key = randomUUID()) =>
  visitor.send(closeUnit, { ...of(unit), body: { revision: 1, reason: 'too-few', to: null, ...change }, key })

/** Closed, and everybody heard of it. */
const closed = async (unit: string, to: string | null) => {
  const done = await close(unit, { to: to as UnitId | null })
  expect(done.status, done.text).toBe(200)
  await house.jobs()
  return done.answer
}

const board = async (desk: Visitor) => (await desk.send(getBoard, {})).answer.needs
const named = async (desk: Visitor) => (await board(desk))[0]!.proposal?.volunteer
const anew = async (desk: Visitor) => {
  await desk.send(propose, { body: {} })
  return await named(desk)
}
const unitOf = async (id: string) =>
  (await house.look<{ unit: string; without_group_since: Date | null }>('select unit, without_group_since from network.volunteer where id = $1', [id]))[0]!
const appointment = async (name: 'mehri' | 'bahar') =>
  (await house.look<{ unit: string; valid_until: Date | null }>('select unit, valid_until from auth.appointment where id = $1', [appointmentOf(name)]))[0]!

describe('before a group is closed', () => {
  it('whoever closes it is told in numbers what that would do, and which groups would take whom in', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    const { answer } = await administrator.send(getClosing, of(units.women))
    expect(answer).toMatchObject({ revision: 1, hindrance: null, coordinators: 1, volunteers: 2, nameEn: 'Sarcheshmeh Women' })
    expect(answer.to.map(({ id, takes }) => [id, takes])).toEqual([[units.mixed, 2]])
    expect((await administrator.send(countUnitAhead, of(units.women))).answer).toEqual({ offers: 1, ahead: 0, underWay: 0 })
    expect(JSON.stringify(answer)).not.toContain('مهری')
    // Men are not taken in by a group of women.
    expect((await administrator.send(getClosing, of(units.mixed))).answer).toMatchObject({ volunteers: 2, to: [] })
  })

  it('is found by words of its name and place, if it is of the network and open', async () => {
    const found = async (text: string) => (await administrator.send(listGroups, { query: { text } })).answer.groups.map(({ id }) => id)
    expect((await found('سرچشمه محلی')).sort()).toEqual([units.women, units.mixed].sort())
    expect(await found('سرچشمه زنان')).toEqual([units.women])
    expect(await found('مرکز')).toEqual([])
    await closed(units.women, units.mixed)
    expect(await found('محلی Sarcheshmeh')).toEqual([units.mixed])
  })

  it('a unit with others beneath it, or with colleagues of other roles, is not closed; nor is an office of the agency', async () => {
    expect((await close(units.network)).problem).toBe('network.unit-has-units')
    expect((await administrator.send(getClosing, of(units.network))).answer.hindrance).toBe('has-units')
    expect((await close(units.liaisonA)).problem).toBe('network.unit-has-staff')
    for (const unit of [units.centreA, units.agency, randomUUID()]) {
      expect((await close(unit)).problem, unit).toBe('record.not-found')
      expect((await administrator.send(countUnitAhead, of(unit))).problem).toBe('record.not-found')
    }
  })
})

describe('closing a group', () => {
  it('is an administrator’s alone: not its own coordinator’s, nor another’s, nor a stranger’s', async () => {
    for (const name of ['bahar', 'nasrin', 'mehri', 'behzad', 'safeguarding', 'parvin', 'director'] as const)
      expect((await close(units.women, {}, await house.as(name))).problem, name).toBe('record.not-found')
    expect((await close(units.women, {}, house.stranger())).status).toBeGreaterThanOrEqual(400)
    expect(await house.look('select from network.unit where closed_on is not null')).toEqual([])
  })

  it('happens once, by a look that is not old, with a reason that stays', async () => {
    expect((await close(units.women, { revision: 7 })).problem).toBe('request.stale')
    const key = randomUUID()
    const twice = [await close(units.women, { reason: 'merged' }, administrator, key), await close(units.women, { reason: 'merged' }, administrator, key)]
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect((await close(units.women, { revision: 2 })).problem).toBe('network.unit-closed')
    expect(await house.look('select closed_on::text, closed_reason, revision from network.unit where id = $1', [units.women])).toEqual([
      { closed_on: '2026-11-21', closed_reason: 'merged', revision: 2 },
    ])
    const lines = await house.look<{ details: object }>(`select details from audit.entry where act = 'network.close-unit' and record = $1 and not refused order by seq limit 1`, [units.women])
    expect(lines[0]!.details).toMatchObject({ reason: 'merged', volunteers: 2, coordinators: 1, to: null })
    expect((await house.stranger().send(listNearUnits, { query: { place: 'T-1-1-1' } })).answer.units.map(({ id }) => id)).not.toContain(units.women)
  })

  it('at the same moment by two is done by one; and two groups are not closed into each other', async () => {
    const both = await Promise.all([close(units.women), close(units.women)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const crossed = await openTestHouse()
    const visitor = await crossed.as('administrator')
    await crossed.look(`update network.unit set membership = 'mixed' where id = $1`, [units.women])
    const into = (unit: string, to: string) => visitor.send(closeUnit, { ...of(unit), body: { revision: 1, reason: 'merged', to: to as UnitId } })
    const done = await Promise.all([into(units.women, units.mixed), into(units.mixed, units.women)])
    expect(done.map(({ problem }) => problem ?? 'done').sort()).toEqual(['done', 'network.unit-cannot-take'])
    await crossed.close()
  })

  it('leaves nothing done where it breaks half way', async () => {
    await house.look(`create function public.breaks() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`)
    await house.look('create trigger breaks before update on network.volunteer for each row execute function public.breaks()')
    expect((await close(units.women, { to: units.mixed as UnitId })).status).toBe(500)
    await house.look('drop trigger breaks on network.volunteer')
    expect(await house.look('select from network.unit where closed_on is not null')).toEqual([])
    expect(await house.jobs()).toEqual([])
    expect(await appointment('bahar')).toMatchObject({ valid_until: null })
    expect(await closed(units.women, units.mixed)).toEqual({ moved: 2, waiting: 0 })
  })

  it('takes nobody into a closed group, an office, another county or another profession', async () => {
    await house.look(`update network.unit set profession = '2211' where id = $1`, [units.physicians])
    for (const to of [units.women, units.elsewhere, units.centreA, units.physicians, units.liaisonA, units.network, randomUUID()])
      expect((await close(units.women, { to: to as UnitId })).problem, to).toBe('network.unit-cannot-take')
    await closed(units.mixed, null)
    expect((await close(units.women, { to: units.mixed as UnitId })).problem).toBe('network.unit-cannot-take')
  })

  it('ends what its coordinator may do, at once', async () => {
    const bahar = await house.as('bahar')
    expect((await bahar.send(listOffers, {})).status).toBe(200)
    await closed(units.women, null)
    expect((await bahar.send(listOffers, {})).status).not.toBe(200)
    expect((await appointment('bahar')).valid_until).toEqual(house.clock.now())
    // Volunteers keep theirs: they sign in, report, and choose.
    expect((await appointment('mehri')).valid_until).toBeNull()
  })

  it('does the same when its jobs run a second time, as after a fall between two commits', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    await closed(units.women, units.mixed)
    const before = await board(behzad)
    const payload = { home: 10_101, unit: units.women, at: house.clock.now().toISOString() }
    for (const task of ['accounts.unit-closed', 'referrals.unit-closed']) await house.job(task, payload)
    const member = { home: 10_101, volunteer: volunteers.mehri, unit: units.women, to: units.mixed }
    for (const task of ['accounts.volunteer-moved', 'visits.group-ended', 'matching.group-ended']) await house.job(task, member)
    expect((await board(behzad)).map(({ referralState, attempt }) => [referralState, attempt])).toEqual(before.map(({ referralState, attempt }) => [referralState, attempt]))
    expect(await appointment('mehri')).toEqual({ unit: units.mixed, valid_until: null })
  })
})

describe('what waited with a closed group', () => {
  it('that was proposed is put aside at once, and the desk reads why', async () => {
    const { behzad } = await arrange(house)
    const { id, revision } = (await board(behzad))[0]!.proposal!
    await close(units.women, { to: units.mixed as UnitId })
    expect((await behzad.send(releaseProposal, { params: { proposal: id }, body: { revision } })).problem).toBe('matching.superseded')
    await house.jobs()
    expect((await board(behzad))[0]).toMatchObject({ groupClosed: true, vettingEnded: false, proposal: null })
    expect(await anew(behzad)).toMatchObject({ name: 'مهری سلیمی', unitEn: 'Sarcheshmeh Neighbours' })
  })

  it('an offer goes back to the desk, which may ask the same volunteer through their next group', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    await closed(units.women, units.mixed)
    expect((await board(behzad))[0]).toMatchObject({ referralState: 'ready', attempt: 2, groupClosed: true })
    expect((await (await house.as('nasrin')).send(listOffers, {})).answer.offers).toEqual([])
    expect(await anew(behzad)).toMatchObject({ name: 'مهری سلیمی' })
    await releaseFirst(behzad)
    expect((await board(behzad))[0]).toMatchObject({ groupClosed: false })
    expect((await (await house.as('nasrin')).send(listOffers, {})).answer.offers).toHaveLength(1)
  })

  it('a visit that was approved waits again, with nothing lent any more, and its volunteer is told', async () => {
    const { behzad, person, code, need } = await arrange(house)
    const { mehri } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    expect((await administrator.send(countUnitAhead, of(units.women))).answer).toEqual({ offers: 0, ahead: 1, underWay: 0 })
    await closed(units.women, units.mixed)
    expect((await mehri.send(listMyVisits, {})).answer.visits).toEqual([])
    const [after] = await house.look<object>(
      `select n.state, v.load, (select count(*)::int from visits.booking) as booked, (select count(*)::int from consents.disclosure where open_until > $2) as lent
       from casework.need n, network.volunteer v where n.id = $1 and v.id = $3`,
      [need.id, house.clock.now(), volunteers.mehri],
    )
    expect(after).toEqual({ state: 'referred', load: 0, booked: 0, lent: 0 })
    const told = await house.look<{ purpose: string }>(`select purpose from messages.outbox where purpose in ('visit-cancelled', 'group-closed') order by purpose`)
    expect(told.map(({ purpose }) => purpose)).toEqual(['group-closed', 'group-closed', 'visit-cancelled'])
    expect(await anew(behzad)).toMatchObject({ name: 'مهری سلیمی' })
  })

  it('whom somebody is with at this moment they stay with, to the report and the person’s word', async () => {
    const { behzad, person, code } = await arrange(house)
    const { mehri, visit } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    house.clock.set('2026-11-25T04:30:00.000Z')
    await mehri.send(setOut, { params: { visit: visit.id }, body: {} })
    await closed(units.women, null)
    expect((await mehri.send(listMyVisits, {})).answer.visits).toMatchObject([{ state: 'approved' }])
    house.clock.set('2026-11-25T05:40:00.000Z')
    expect((await mehri.send(arrive, { params: { visit: visit.id }, body: {} })).status).toBe(200)
    house.clock.set('2026-11-25T08:20:00.000Z')
    expect((await mehri.send(reportVisit, { params: { visit: visit.id }, body: { happened: 'yes', outcome: 'met' } })).status).toBe(200)
    await house.jobs()
    expect(await house.look('select state from visits.assignment')).toEqual([{ state: 'done' }])
  })

  it('of two who were to go together the one of another group keeps their offer', async () => {
    const { behzad } = await arrange(house, {}, { need: company })
    const { kaveh } = await offerToTwo(house, behzad)
    await closed(units.women, null)
    expect((await kaveh.send(listMyVisits, {})).answer.visits.map(({ state }) => state)).toEqual(['accepted'])
    expect((await board(behzad))[0]).toMatchObject({ beside: { name: 'کاوه شریفی' }, groupClosed: true })
  })

  it('what its coordinator accepted a moment before does not pass to another group unasked', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    const offer = (await bahar.send(listOffers, {})).answer.offers[0]!
    await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    await closed(units.women, units.mixed)
    expect((await (await house.as('mehri')).send(listMyVisits, {})).answer.visits).toEqual([])
    expect(await house.look('select from visits.assignment')).toEqual([])
    expect((await board(behzad))[0]).toMatchObject({ referralState: 'ready', attempt: 2 })
  })

  it('work that was done stays counted and readable', async () => {
    const { behzad, person, code } = await arrange(house)
    const { mehri, visit } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    await carryOut(house, mehri, visit.id, code)
    const facts = () => house.look('select kind, count(*)::int from facts.fact group by kind order by kind')
    const before = await facts()
    await closed(units.women, units.mixed)
    expect(await facts()).toEqual(before)
    expect(await house.look('select state, unit from visits.assignment')).toEqual([{ state: 'confirmed', unit: units.women }])
  })
})

describe('the volunteers of a closed group', () => {
  it('are with the other group at once, by name and by appointment, and a way back that waits is its coordinator’s to judge', async () => {
    await house.stranger().send(startRecovery, { body: { contact: phoneOf('mehri'), newContact: '09990000095' } })
    expect(await closed(units.women, units.mixed)).toEqual({ moved: 2, waiting: 0 })
    const nasrin = await house.as('nasrin')
    const { volunteers: group } = (await nasrin.send(listVolunteers, {})).answer
    expect(group.map(({ givenName }) => givenName)).toEqual(expect.arrayContaining(['مهری', 'شیرین', 'کاوه', 'رضا']))
    expect(await appointment('mehri')).toEqual({ unit: units.mixed, valid_until: null })
    expect((await nasrin.send(listProposals, {})).answer.proposals).toMatchObject([{ name: people.mehri.name }])
    expect((await (await house.as('mehri')).send(getMyGroup, {})).answer).toMatchObject({ nameEn: 'Sarcheshmeh Neighbours', choices: null })
  })

  it('whom the other does not take in rest, while the others go there', async () => {
    await house.look(`update network.unit set membership = 'women' where id = $1`, [units.mixed])
    await house.look(`update network.volunteer set unit = $1 where id = $2`, [units.women, volunteers.reza])
    expect(await closed(units.women, units.mixed)).toEqual({ moved: 2, waiting: 1 })
    expect(await unitOf(volunteers.reza)).toMatchObject({ unit: units.women, without_group_since: house.clock.now() })
  })

  it('rest until they have chosen: nothing is asked of them, then they may be asked again', async () => {
    expect(await closed(units.women, null)).toEqual({ moved: 0, waiting: 2 })
    const { behzad } = await arrange(house)
    expect(await named(behzad)).toBeNull()
    const { capacity } = (await behzad.send(getBoard, {})).answer
    expect(JSON.stringify(capacity)).not.toContain('مهری')
    const mehri = await house.as('mehri')
    const { answer } = await mehri.send(getMyGroup, {})
    expect(answer).toMatchObject({ nameEn: 'Sarcheshmeh Women', choices: [{ id: units.mixed, membership: 'mixed' }] })
    expect((await mehri.send(chooseGroup, { body: { unit: units.mixed as UnitId } })).answer).toMatchObject({ nameEn: 'Sarcheshmeh Neighbours', choices: null })
    await house.jobs()
    expect(await appointment('mehri')).toEqual({ unit: units.mixed, valid_until: null })
    expect(await anew(behzad)).toMatchObject({ name: 'مهری سلیمی', unitEn: 'Sarcheshmeh Neighbours' })
  })

  it('choose once, only after theirs was closed, and no group that does not take them in', async () => {
    const [mehri, kaveh] = [await house.as('mehri'), await house.as('kaveh')]
    const chosen = (visitor: Visitor, unit: string) => visitor.send(chooseGroup, { body: { unit: unit as UnitId } })
    expect((await chosen(mehri, units.mixed)).problem).toBe('network.has-group')
    await closed(units.mixed, null)
    for (const unit of [units.women, units.elsewhere, units.mixed, units.centreA]) expect((await chosen(kaveh, unit)).problem, unit).toBe('network.unit-cannot-take')
    await closed(units.women, null)
    expect((await chosen(mehri, units.mixed)).problem).toBe('network.unit-cannot-take')
  })

  it('who still wait are counted for the administrator, who may send them on; theirs alone, and not by anybody else', async () => {
    await closed(units.women, null)
    const list = async () => (await administrator.send(listGroups, { query: {} })).answer.closed.map(({ id, waiting }) => [id, waiting])
    expect(await list()).toEqual([[units.women, 2]])
    const body = { to: units.mixed as UnitId }
    expect((await (await house.as('nasrin')).send(moveVolunteers, { ...of(units.women), body })).problem).toBe('record.not-found')
    expect((await administrator.send(moveVolunteers, { ...of(units.mixed), body: { to: units.elsewhere as UnitId } })).problem).toBe('record.not-found')
    expect((await administrator.send(moveVolunteers, { ...of(units.women), body: { to: units.elsewhere as UnitId } })).problem).toBe('network.unit-cannot-take')
    await (await house.as('mehri')).send(chooseGroup, { body: { unit: units.mixed as UnitId } })
    expect((await administrator.send(getClosing, of(units.women))).answer).toMatchObject({ hindrance: 'closed', volunteers: 1, to: [{ id: units.mixed, takes: 1 }] })
    expect((await administrator.send(moveVolunteers, { ...of(units.women), body })).answer).toEqual({ moved: 1, waiting: 0 })
    expect(await list()).toEqual([])
    expect((await unitOf(volunteers.shirin)).unit).toBe(units.mixed)
  })

  it('who are suspended then are proposed by nobody when they are let in again, until they have chosen', async () => {
    const account = { params: { account: people.mehri.account as never } }
    await administrator.send(suspend, account)
    await house.jobs()
    expect(await closed(units.women, units.mixed)).toEqual({ moved: 1, waiting: 0 })
    await administrator.send(restore, account)
    await house.jobs()
    const { behzad } = await arrange(house)
    expect((await named(behzad))?.name).toBe('شیرین عطایی')
    expect((await (await house.as('mehri')).send(getMyGroup, {})).answer.choices).toMatchObject([{ id: units.mixed }])
  })
})
