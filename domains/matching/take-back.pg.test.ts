import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { arrange, company } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { listProposedVolunteers } from './suggestions/contract.ts'
import { listOffers } from '#domains/referrals/contract.ts'
import { getBoard, releaseSeveral, takeBack, type ProposalId } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

const needsOf = async (desk: Visitor) => (await desk.send(getBoard, {})).answer.needs
const sendAll = async (desk: Visitor) => {
  const proposals = (await needsOf(desk)).map(({ proposal }) => ({ proposal: proposal!.id, revision: proposal!.revision }))
  const { answer } = await desk.send(releaseSeveral, { body: { proposals } })
  expect(answer.sent).toBe(proposals.length)
  return { ids: proposals.map(({ proposal }) => proposal), until: answer.takeBackUntil }
}
const back = async (desk: Visitor, proposals: ProposalId[]) => (await desk.send(takeBack, { body: { proposals } })).answer
const offersOf = async () => (await (await house.as('bahar')).send(listOffers, {})).answer.offers
const counted = async () =>
  (await house.look<{ offered: number }>(`select coalesce(sum(case when reverses is null then quantity else -quantity end), 0)::int as offered from facts.fact where kind = 'referrals.referral-offered'`))[0]!.offered

describe('offers that went out a moment ago', () => {
  it('are taken back as if they had not been: they wait again, with their proposals, and are counted back', async () => {
    await arrange(house)
    const { behzad } = await arrange(house, { familyName: 'نوری', phone: '0912 345 6780' })
    const { ids, until } = await sendAll(behzad)
    expect(Date.parse(until) - house.clock.now().getTime()).toBe(10 * 60_000)
    expect(await counted()).toBe(2)
    expect(await back(behzad, ids)).toEqual({ takenBack: 2, refused: [] })
    expect(await offersOf()).toEqual([])
    expect(await counted()).toBe(0)
    expect(await needsOf(behzad)).toMatchObject([
      { referralState: 'ready', attempt: 1, answerBy: null, unitEn: null, proposal: { id: ids[0] } },
      { referralState: 'ready', attempt: 1, proposal: { id: ids[1] } },
    ])
    // Its deadline finds nothing to end, and it can be offered again.
    house.clock.advance(49 * 60)
    await house.jobs()
    expect(await needsOf(behzad)).toMatchObject([{ referralState: 'ready', attempt: 1 }, { referralState: 'ready', attempt: 1 }])
    await sendAll(behzad)
    expect(await offersOf()).toHaveLength(2)
  })

  it('stay where somebody of the group has seen them, on whichever page', async () => {
    for (const look of [listOffers, listProposedVolunteers]) {
      await house.close()
      house = await openTestHouse()
      const { behzad } = await arrange(house)
      const { ids } = await sendAll(behzad)
      await (await house.as('bahar')).send(look, {})
      expect(await back(behzad, ids), look.id).toEqual({ takenBack: 0, refused: [{ proposal: ids[0], code: 'matching.offer-seen' }] })
      expect(await needsOf(behzad)).toMatchObject([{ referralState: 'offered' }])
    }
  })

  it('stay when the group of another saw theirs: one does not hold up the others', async () => {
    await arrange(house)
    const { behzad } = await arrange(house, { familyName: 'نوری', phone: '0912 345 6780' })
    const { ids } = await sendAll(behzad)
    await house.look('update referrals.referral set seen_at = now() where id = (select referral from matching.proposal where id = $1)', [ids[0]])
    expect(await back(behzad, ids)).toEqual({ takenBack: 1, refused: [{ proposal: ids[0], code: 'matching.offer-seen' }] })
  })

  it('stay when it is too long ago', async () => {
    const { behzad } = await arrange(house)
    const { ids } = await sendAll(behzad)
    house.clock.advance(11)
    expect((await back(behzad, ids)).refused).toEqual([{ proposal: ids[0], code: 'matching.offer-late' }])
    expect(await offersOf()).toHaveLength(1)
  })

  it('of two who go together come back together', async () => {
    const { behzad } = await arrange(house, {}, { need: company })
    const { ids } = await sendAll(behzad)
    expect(await back(behzad, ids)).toEqual({ takenBack: 1, refused: [] })
    expect(await needsOf(behzad)).toMatchObject([{ referralState: 'ready', beside: null, card: { pair: true }, proposal: { id: ids[0] } }])
    expect(await needsOf(behzad)).toHaveLength(1)
    expect(await counted()).toBe(0)
    await sendAll(behzad)
    expect(await needsOf(behzad)).toHaveLength(2)
  })

  it('of two who go together both stay when the second’s group has seen theirs', async () => {
    const { behzad } = await arrange(house, {}, { need: company })
    const { ids } = await sendAll(behzad)
    await (await house.as('nasrin')).send(listOffers, {})
    expect((await back(behzad, ids)).refused).toMatchObject([{ code: 'matching.offer-seen' }])
    expect(await offersOf()).toHaveLength(1)
  })

  it('are nobody else’s to take back, and nothing that was not offered', async () => {
    const { behzad } = await arrange(house)
    const { id } = (await needsOf(behzad))[0]!.proposal!
    expect((await back(behzad, [id])).refused).toEqual([{ proposal: id, code: 'matching.not-offered' }])
    const { ids } = await sendAll(behzad)
    expect((await back(await house.as('liaisonOfC'), ids)).refused).toEqual([{ proposal: ids[0], code: 'record.not-found' }])
    expect((await (await house.as('bahar')).send(takeBack, { body: { proposals: ids } })).problem).toBe('record.not-found')
    expect(await offersOf()).toHaveLength(1)
  })

  it('that a group is about to read wait for it: the desk then learns that they were seen', async () => {
    const { behzad } = await arrange(house)
    const { ids } = await sendAll(behzad)
    const bahar = await house.as('bahar')
    // Both reach for the offer while somebody holds it.
    await house.look('begin')
    await house.look('select from referrals.referral for update')
    const reading = bahar.send(listOffers, {})
    const waiting = async () => (await house.look<{ all: number }>('select count(distinct pid)::int as all from pg_locks where not granted'))[0]!.all
    while ((await waiting()) < 1) await new Promise((later) => setTimeout(later, 5))
    const taking = back(behzad, ids)
    while ((await waiting()) < 2) await new Promise((later) => setTimeout(later, 5))
    await house.look('commit')
    const [{ answer }, { takenBack }] = await Promise.all([reading, taking])
    expect(answer.offers.length + takenBack).toBe(1)
  })
})
