import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approve, arrange, company, confirmationCode, offerToTwo, releaseFirst } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { volunteers } from '#apps/testing/world.ts'
import { addNeed } from '#domains/casework/contract.ts'
import { recordConsent } from '#domains/consents/contract.ts'
import { confirmVisit, follow, getMyFile, openFile } from '#domains/desk/contract.ts'
import { getBoard, propose, releaseProposal } from '#domains/matching/contract.ts'
import { listSubstitutes } from '#domains/matching/suggestions/contract.ts'
import { getCentre } from '#domains/observatory/centre/contract.ts'
import { acceptReferral, listOffers, prepareReferral } from '#domains/referrals/contract.ts'
import { acceptVisit, approveVisit, arrive, declineVisit, listCaseVisits, listMyVisits, refuseVisit, reportVisit } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const DURING = '2026-11-25T05:40:00.000Z'
const AFTER = '2026-11-25T08:20:00.000Z'

const boardOf = async (behzad: Visitor) => (await behzad.send(getBoard, {})).answer.needs
const mineOf = async (volunteer: Visitor) => (await volunteer.send(listMyVisits, {})).answer.visits
const statesOf = (need: string) =>
  house.look<{ volunteer: string; state: string; reason: string | null }>(
    'select volunteer, state, reason from visits.assignment where need = $1 order by recorded_at, seat',
    [need],
  )
const reports = (visit: string, companion: 'came' | 'did-not-come' = 'came') => ({
  params: { visit: visit as never },
  body: { happened: 'yes' as const, outcome: 'met' as const, companion },
})
const arranged = async () => {
  const walk = await arrange(house, {}, { need: company })
  const two = await offerToTwo(house, walk.behzad)
  const file = await approve(house, walk.person, walk.code)
  return { ...walk, ...two, file }
}
const minutesOf = async () =>
  Number((await house.look<{ sum: string }>(`select coalesce(sum(quantity), 0) as sum from facts.fact where kind = 'visits.minutes-given'`))[0]!.sum)

describe('two who go together', () => {
  it('walk from need to number: both approved by name, both report, and the number moves by exactly one', async () => {
    const { person, mina, behzad, code, need, proposed } = await arrange(house, {}, { need: company })
    expect(need).toMatchObject({ pair: 'first-visit', requires: { vetting: true } })
    expect(proposed).toMatchObject({ needs: 1, proposed: 1, nobody: 0 })
    const before = (await mina.send(getCentre, { query: {} })).answer.counts
    const [waiting] = await boardOf(behzad)
    expect([waiting!.proposal!.volunteer!.name, waiting!.proposal!.companion!.name].sort()).toEqual(['مهری سلیمی', 'کاوه شریفی'])
    expect(waiting!.proposal!.companion!.cost).toMatchObject({ waiting: 0, priority: 0 })
    expect(waiting!.proposal!.met).toContain('unrelated')

    const { mehri, kaveh, visits } = await offerToTwo(house, behzad)
    expect(visits.mehri.card.pair).toBe(true)
    expect(visits.mehri.companion).toBeNull()
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('approval')
    const file = await approve(house, person, code)
    expect([file.approval!.volunteerName, file.companion!.volunteerName].sort()).toEqual(['مهری سلیمی', 'کاوه شریفی'])
    expect((await mineOf(mehri))[0]).toMatchObject({ state: 'approved', companion: 'کاوه شریفی' })
    expect((await mineOf(kaveh))[0]).toMatchObject({ state: 'approved', companion: 'مهری سلیمی' })

    house.clock.set(DURING)
    for (const [who, visit] of [[mehri, visits.mehri], [kaveh, visits.kaveh]] as const) {
      expect((await mineOf(who))[0]!.lent.map(({ field }) => field)).toContain('address')
      expect((await who.send(arrive, { params: { visit: visit.id }, body: {} })).status).toBe(200)
    }
    house.clock.set(AFTER)
    expect((await mehri.send(reportVisit, reports(visits.mehri.id))).status).toBe(200)
    await house.jobs()
    // One of them has not said yet how it went: the person is asked once, when both have.
    expect((await person.send(follow, { body: { code } })).answer).toMatchObject({ step: 'visit', confirmable: false })
    expect((await kaveh.send(reportVisit, reports(visits.kaveh.id))).status).toBe(200)
    await house.jobs()
    expect((await person.send(follow, { body: { code } })).answer).toMatchObject({ step: 'confirm', confirmable: true })
    const minutes = await minutesOf()
    const confirmation = await confirmationCode(house)
    const confirmed = await house.stranger().send(confirmVisit, { body: { code, confirmation, verdict: 'met' } })
    expect(confirmed.answer, confirmed.text).toEqual({ confirmed: true, refusal: null })

    const after = (await mina.send(getCentre, { query: {} })).answer.counts
    expect(after.needsMet - before.needsMet).toBe(1)
    expect(after.visitsConfirmed - before.visitsConfirmed).toBe(1)
    expect((await minutesOf()) - minutes).toBe(120)
    expect((await statesOf(need.id)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('met')
    expect(await mineOf(mehri)).toEqual([])
    expect(await house.look('select load from network.volunteer where load <> 0')).toEqual([])
    expect(await house.look(`select 1 from referrals.referral where state <> 'closed'`)).toEqual([])
  })

  it('become one where the person knows the volunteer, and only then', async () => {
    const { mina, caseId, behzad, mehri, kaveh, visits, code } = await arranged()
    house.clock.set(AFTER)
    for (const [who, visit] of [[mehri, visits.mehri], [kaveh, visits.kaveh]] as const) await who.send(reportVisit, reports(visit.id))
    await house.jobs()
    await house.stranger().send(confirmVisit, { body: { code, confirmation: await confirmationCode(house), verdict: 'met' } })
    const again = { ...company, from: '2026-12-02T05:30:00.000Z', to: '2026-12-02T08:30:00.000Z', priority: 1 } as never
    const { answer: need } = await mina.send(addNeed, { params: { case: caseId }, body: again })
    const { answer: consent } = await mina.send(recordConsent, {
      params: { need: need.id },
      body: { answer: 'given', notice: 'volunteer-visit', categories: ['kind', 'time', 'area', 'givenName', 'phone', 'address'], how: 'signed', until: '2027-03-01T00:00:00.000Z' },
    })
    await mina.send(prepareReferral, { params: { need: need.id }, body: { consent: consent.id, revision: need.revision } })
    await behzad.send(propose, { body: {} })
    const [waiting] = await boardOf(behzad)
    expect(waiting!.proposal).toMatchObject({ companion: null, met: expect.arrayContaining(['known']) })
    const released = await behzad.send(releaseProposal, { params: { proposal: waiting!.proposal!.id }, body: { revision: waiting!.proposal!.revision } })
    expect(released.status, released.text).toBe(200)
    // The card says that one goes alone.
    expect((await boardOf(behzad))[0]!.card.pair).toBe(false)
  })

  it('never live together, and the desk is told only that a second one is missing', async () => {
    await house.look(`update network.volunteer set address_digest = 'one home' where home = 10101`)
    const { behzad, proposed } = await arrange(house, {}, { need: company })
    expect(proposed).toMatchObject({ proposed: 0, nobody: 1 })
    const [waiting] = await boardOf(behzad)
    expect(waiting!.proposal).toMatchObject({ volunteer: null, companion: null, short: true })
    expect(JSON.stringify(waiting)).not.toMatch(/address|related|سلیمی|شریفی/)
  })

  it('are both vetted: whose vetting lapsed is nobody’s companion', async () => {
    await house.look(`update network.volunteer set vetted_until = '2026-01-01' where id in ($1, $2)`, [volunteers.kaveh, volunteers.shirin])
    const { behzad } = await arrange(house, {}, { need: company })
    const [waiting] = await boardOf(behzad)
    expect(waiting!.proposal).toMatchObject({ volunteer: null, short: true, relax: { requirements: ['vetting'] } })
  })

  it('are not sent where they turned out to be related after they were proposed', async () => {
    const { behzad } = await arrange(house, {}, { need: company })
    await house.look('update network.volunteer set kin = array[$1::uuid] where id = $2', [volunteers.kaveh, volunteers.mehri])
    const [waiting] = await boardOf(behzad)
    const released = await behzad.send(releaseProposal, { params: { proposal: waiting!.proposal!.id }, body: { revision: waiting!.proposal!.revision } })
    expect(released.problem).toBe('matching.superseded')
  })
})

describe('another volunteer whom the group suggests', () => {
  it('is never related to the one who has the other seat', async () => {
    const { behzad } = await arrange(house, {}, { need: company })
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    const offer = (await bahar.send(listOffers, {})).answer.offers[0]!
    const couldGo = async () => (await bahar.send(listSubstitutes, { params: { referral: offer.id } })).answer.volunteers.map(({ name }) => name)
    expect(await couldGo()).toEqual(['شیرین عطایی'])
    await house.look('update network.volunteer set kin = array[$1::uuid] where id = $2', [volunteers.kaveh, volunteers.shirin])
    expect(await couldGo()).toEqual([])
  })
})

describe('where one of two cannot come', () => {
  it('the other keeps the offer without name, time or address, and the person approves the new one by name', async () => {
    const { person, code, behzad, mehri, kaveh, need, visits } = await arranged()
    const [before] = await mineOf(kaveh)
    expect((await kaveh.send(declineVisit, { params: { visit: visits.kaveh.id }, body: { revision: before!.revision, reason: 'not-free' } })).status).toBe(200)
    expect((await mineOf(mehri))[0]).toMatchObject({ state: 'accepted', companion: null, lent: [], lentUntil: null })
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('looking')
    const [waiting, ...more] = await boardOf(behzad)
    expect(more).toEqual([])
    expect(waiting).toMatchObject({ referralState: 'ready', beside: { name: 'مهری سلیمی' } })
    await behzad.send(propose, { body: {} })
    // Kaveh said no, Mehri has the other seat, Reza is not vetted: it is Shirin, and she alone is asked.
    expect((await boardOf(behzad))[0]!.proposal).toMatchObject({ volunteer: { name: 'شیرین عطایی' }, companion: null })
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    const offer = (await bahar.send(listOffers, {})).answer.offers.find(({ state }) => state === 'offered')!
    expect(offer.card.pair).toBe(true)
    await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    await house.jobs()
    // Shirin has no account in this world: her yes is written for her.
    await house.look(`update visits.assignment set state = 'accepted', revision = 2 where volunteer = $1`, [volunteers.shirin])
    await person.send(openFile, { body: { code, secret: 'گل نرگس' } })
    const { answer: file } = await person.send(getMyFile, {})
    expect([file.approval!.volunteerName, file.companion!.volunteerName].sort()).toEqual(['شیرین عطایی', 'مهری سلیمی'])
    const approved = await person.send(approveVisit, { params: { visit: file.approval!.id }, body: { revision: file.approval!.revision } })
    expect(approved.status, approved.text).toBe(200)
    expect((await mineOf(mehri))[0]).toMatchObject({ state: 'approved', companion: 'شیرین عطایی' })
    expect((await statesOf(need.id)).map(({ state }) => state).sort()).toEqual(['approved', 'approved', 'declined'])
  })

  it('nobody is approved alone, by the person or by staff for them', async () => {
    const { person, mina, caseId, code, behzad } = await arrange(house, {}, { need: company })
    await releaseFirst(behzad)
    const [bahar, mehri] = [await house.as('bahar'), await house.as('mehri')]
    const offer = (await bahar.send(listOffers, {})).answer.offers[0]!
    await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    await house.jobs()
    const visit = (await mineOf(mehri))[0]!
    await mehri.send(acceptVisit, { params: { visit: visit.id }, body: { revision: visit.revision } })
    await house.jobs()
    await person.send(openFile, { body: { code, secret: 'گل نرگس' } })
    expect((await person.send(getMyFile, {})).answer.approval).toBeNull()
    expect(await house.look(`select 1 from messages.outbox where purpose = 'approval-asked'`)).toEqual([])
    const [seen] = (await mina.send(listCaseVisits, { params: { case: caseId } })).answer.visits
    const told = await mina.send(approveVisit, { params: { visit: seen!.id }, body: { revision: seen!.revision, how: 'by-phone' } })
    expect(told.problem).toBe('visits.companion-awaited')
  })

  it('the person may refuse one of the two: the other stays, and the refused one is passed over', async () => {
    const { person, behzad, mehri, visits, file } = await arranged()
    const kavehs = [file.approval!, file.companion!].find(({ id }) => id === visits.kaveh.id)!
    const refused = await person.send(refuseVisit, { params: { visit: kavehs.id }, body: { revision: kavehs.revision + 1 } })
    expect(refused.status, refused.text).toBe(200)
    expect((await mineOf(mehri))[0]).toMatchObject({ state: 'accepted' })
    await behzad.send(propose, { body: {} })
    expect((await boardOf(behzad))[0]!.proposal!.volunteer?.name).toBe('شیرین عطایی')
  })

  it('both decline: one referral waits, for two again', async () => {
    const { behzad, mehri, kaveh } = await arranged()
    for (const who of [mehri, kaveh]) {
      const [visit] = await mineOf(who)
      expect((await who.send(declineVisit, { params: { visit: visit!.id }, body: { revision: visit!.revision } })).status).toBe(200)
    }
    const [waiting, ...more] = await boardOf(behzad)
    expect(more).toEqual([])
    expect(waiting).toMatchObject({ referralState: 'ready', beside: null })
    await behzad.send(propose, { body: {} })
    // Both are passed over; Shirin alone is left, and nobody to go with her.
    expect((await boardOf(behzad))[0]!.proposal).toMatchObject({ volunteer: null, short: true })
  })
})

describe('a report of two', () => {
  it('that come together bring one code, and it is the right one', async () => {
    const { mehri, kaveh, visits, code } = await arranged()
    house.clock.set(AFTER)
    for (const [who, visit] of [[mehri, visits.mehri], [kaveh, visits.kaveh]] as const) await who.send(reportVisit, reports(visit.id))
    await house.jobs()
    expect(await house.look(`select 1 from messages.outbox where purpose = 'confirmation-code'`)).toHaveLength(1)
    const confirmed = await house.stranger().send(confirmVisit, { body: { code, confirmation: await confirmationCode(house), verdict: 'met' } })
    expect(confirmed.answer).toEqual({ confirmed: true, refusal: null })
  })

  it('says whether the other one came', async () => {
    const { mehri, visits } = await arranged()
    house.clock.set(AFTER)
    const silent = await mehri.send(reportVisit, { params: { visit: visits.mehri.id }, body: { happened: 'yes', outcome: 'met' } })
    expect(silent.problem).toBe('visits.companion-missing')
  })

  it('who did not come is written as not come, and the visit is confirmed with one', async () => {
    const { mehri, kaveh, visits, need, code } = await arranged()
    house.clock.set(AFTER)
    const minutes = await minutesOf()
    expect((await mehri.send(reportVisit, reports(visits.mehri.id, 'did-not-come'))).status).toBe(200)
    await house.jobs()
    expect((await kaveh.send(reportVisit, reports(visits.kaveh.id))).status).toBe(404)
    await house.stranger().send(confirmVisit, { body: { code, confirmation: await confirmationCode(house), verdict: 'met' } })
    expect(await statesOf(need.id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ volunteer: volunteers.mehri, state: 'confirmed' }),
        expect.objectContaining({ volunteer: volunteers.kaveh, state: 'no-show', reason: 'said-absent' }),
      ]),
    )
    expect((await minutesOf()) - minutes).toBe(60)
  })

  it('of whom nothing is heard for a day did not come, and the person is asked', async () => {
    const { mehri, visits, need, person, code } = await arranged()
    house.clock.set(AFTER)
    await mehri.send(reportVisit, reports(visits.mehri.id))
    await house.jobs()
    expect(await house.look(`select 1 from messages.outbox where purpose = 'confirmation-code'`)).toEqual([])
    house.clock.advance(26 * 60)
    expect(await house.jobs()).toContain('visits.end-unreported')
    expect((await person.send(follow, { body: { code } })).answer.confirmable).toBe(true)
    expect((await statesOf(need.id)).find(({ volunteer }) => volunteer === volunteers.kaveh)).toMatchObject({ state: 'no-show', reason: 'no-report' })
  })

  it('that nobody was there does not speak for the other who checked in: they report themselves, or a day passes', async () => {
    const { mehri, kaveh, visits, need, behzad } = await arranged()
    house.clock.set(DURING)
    await kaveh.send(arrive, { params: { visit: visits.kaveh.id }, body: {} })
    await mehri.send(reportVisit, { params: { visit: visits.mehri.id }, body: { happened: 'nobody-there' } })
    const stateOf = async (volunteer: string) => (await statesOf(need.id)).find((one) => one.volunteer === volunteer)
    expect(await stateOf(volunteers.kaveh)).toMatchObject({ state: 'under-way' })
    expect(await boardOf(behzad)).toEqual([])
    house.clock.advance(30 * 60)
    expect(await house.jobs()).toContain('visits.end-unreported')
    expect(await stateOf(volunteers.kaveh)).toMatchObject({ state: 'no-show', reason: 'no-report' })
    expect(await boardOf(behzad)).toMatchObject([{ referralState: 'ready', beside: null }])
    expect(await house.look(`select quantity::int from facts.fact where kind = 'visits.no-show'`)).toEqual([{ quantity: 1 }])
    expect(await house.look('select 1 from network.volunteer where load <> 0')).toEqual([])
  })

  it('that nobody was there ends it for both, and the need waits for two again', async () => {
    const { mehri, behzad, visits, need } = await arranged()
    house.clock.set(AFTER)
    await mehri.send(reportVisit, { params: { visit: visits.mehri.id }, body: { happened: 'nobody-there' } })
    expect((await statesOf(need.id)).map(({ state }) => state)).toEqual(['no-show', 'no-show'])
    expect(await boardOf(behzad)).toMatchObject([{ referralState: 'ready', beside: null }])
    expect(await house.look(`select quantity::int from facts.fact where kind = 'visits.no-show'`)).toEqual([{ quantity: 1 }])
    expect(await house.look('select 1 from visits.booking')).toEqual([])
    expect(await house.look('select 1 from network.volunteer where load <> 0')).toEqual([])
  })
})
