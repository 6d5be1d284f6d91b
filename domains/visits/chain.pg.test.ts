import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, confirmationCode, offerToVolunteer, releaseFirst, textOf } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { withdrawConsent } from '#domains/consents/contract.ts'
import { confirmVisit, follow, getMyFile, openFile } from '#domains/desk/contract.ts'
import { getCentre } from '#domains/observatory/centre/contract.ts'
import { acceptReferral, listOffers } from '#domains/referrals/contract.ts'
import { acceptVisit, approveVisit, arrive, listMyVisits, reportVisit, setOut } from './contract.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('the chain from a request to a number', () => {
  it('runs whole, and the centre’s number moves by exactly one', async () => {
    const { person, mina, behzad, code, need } = await arrange(house)
    const before = (await mina.send(getCentre, { query: {} })).answer.counts
    const { waiting } = await releaseFirst(behzad)
    expect(waiting.proposal?.volunteer?.name).toBe('مهری سلیمی')
    expect(JSON.stringify(waiting)).not.toContain('بهاری')

    const bahar = await house.as('bahar')
    const { answer: offers, text } = await bahar.send(listOffers, {})
    expect(offers.offers).toHaveLength(1)
    expect(text).not.toContain('مریم')
    const offer = offers.offers[0]!
    const accepted = await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    expect(accepted.status, accepted.text).toBe(200)
    expect(await house.jobs()).toContain('visits.offer')

    const mehri = await house.as('mehri')
    const { answer: mine } = await mehri.send(listMyVisits, {})
    expect(mine.visits).toHaveLength(1)
    const visit = mine.visits[0]!
    expect(visit.lent).toEqual([])
    expect((await mehri.send(acceptVisit, { params: { visit: visit.id }, body: { revision: visit.revision } })).status).toBe(200)
    await house.jobs()

    expect((await person.send(follow, { body: { code } })).answer.step).toBe('approval')
    expect((await person.send(openFile, { body: { code, secret: 'گل نرگس' } })).status).toBe(200)
    const { answer: file } = await person.send(getMyFile, {})
    expect(file.approval?.volunteerName).toBe('مهری سلیمی')
    const approved = await person.send(approveVisit, { params: { visit: file.approval!.id }, body: { revision: file.approval!.revision } })
    expect(approved.status, approved.text).toBe(200)
    await house.jobs()

    const early = await mehri.send(listMyVisits, {})
    expect(early.answer.visits[0]!.lent.map(({ field }) => field).sort()).toEqual(['givenName', 'quarter'])
    expect(early.text).not.toContain('کوچهٔ نارون')

    house.clock.set('2026-11-25T04:30:00.000Z')
    const open = await mehri.send(listMyVisits, {})
    expect(open.answer.visits[0]!.lent.find(({ field }) => field === 'address')?.value).toContain('پلاک ۱۲')
    expect(open.answer.visits[0]!.lent.find(({ field }) => field === 'phone')?.value).toBe('+989123456789')
    expect((await mehri.send(setOut, { params: { visit: visit.id }, body: {} })).status).toBe(200)
    house.clock.set('2026-11-25T05:40:00.000Z')
    expect((await mehri.send(arrive, { params: { visit: visit.id }, body: {} })).status).toBe(200)
    house.clock.set('2026-11-25T08:20:00.000Z')
    expect((await mehri.send(reportVisit, { params: { visit: visit.id }, body: { happened: 'yes', outcome: 'met', notes: ['went-well'] } })).status).toBe(200)
    await house.jobs()

    const confirmation = await confirmationCode(house)
    const stranger = house.stranger()
    expect((await stranger.send(confirmVisit, { body: { code, confirmation: '000000', verdict: 'met' } })).answer.confirmed).toBe(false)
    const confirmed = await stranger.send(confirmVisit, { body: { code, confirmation, verdict: 'met' } })
    expect(confirmed.answer, confirmed.text).toEqual({ confirmed: true, refusal: null })

    const after = (await mina.send(getCentre, { query: {} })).answer.counts
    expect(after.needsMet - before.needsMet).toBe(1)
    expect(after.needsMetOnTime - before.needsMetOnTime).toBe(1)
    expect(after.visitsConfirmed - before.visitsConfirmed).toBe(1)
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('met')
    const closed = await mehri.send(listMyVisits, {})
    expect(closed.text).not.toContain('پلاک ۱۲')
    const [row] = await house.look<{ met: number }>(`select count(*)::int as met from facts.fact where kind = 'casework.need-met' and source = $1`, [need.id])
    expect(row?.met).toBe(1)
  })

  it('stops everywhere when consent is withdrawn midway, and nobody is told why', async () => {
    house.clock.set('2026-11-21T06:30:00Z')
    const { mina, behzad, consent, person, code } = await arrange(house, { familyName: 'درخشان', phone: '0912 345 0000' })
    const { bahar, mehri, visit } = await offerToVolunteer(house, behzad)
    await mehri.send(acceptVisit, { params: { visit: visit.id }, body: { revision: visit.revision } })
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('approval')
    const withdrawn = await mina.send(withdrawConsent, { params: { consent: consent.id }, body: { revision: consent.revision } })
    expect(withdrawn.answer.state).toBe('withdrawn')
    // before any job ran: the wall closed with the withdrawal itself
    expect((await mehri.send(listMyVisits, {})).answer.visits).toEqual([])
    expect((await bahar.send(listOffers, {})).answer.offers).toEqual([])
    // and nobody is asked to approve somebody who will not come
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('looking')
    await house.jobs()
    const states = await house.look<{ state: string }>('select state from visits.assignment where id = $1', [visit.id])
    expect(states).toEqual([{ state: 'cancelled' }])
    expect(await textOf(house, 'visit-cancelled')).not.toMatch(/رضایت|consent/)
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('need-open')
  })
})
