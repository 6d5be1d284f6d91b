import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { arrange, releaseFirst } from '#apps/testing/chain.ts'
import { openTestHouse, phoneOf, volunteers, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { declineReferral, listOffers } from '#domains/referrals/contract.ts'
import { getBoard, propose, proposeOne, rejectProposal, releaseSeveral, type ProposalId } from './contract.ts'

let house: TestHouse | undefined
const open = async (): Promise<TestHouse> => {
  house = await openTestHouse()
  return house
}
beforeEach(async () => {
  await house?.close()
  house = undefined
})
afterAll(async () => {
  await house?.close()
})

const boardOf = async (home: TestHouse) => (await (await home.as('behzad')).send(getBoard, {})).answer

describe('proposals of the liaison desk', () => {
  it('name the nearest volunteer who meets every requirement, with what the next one costs more', async () => {
    const home = await open()
    const { proposed } = await arrange(home)
    expect(proposed).toMatchObject({ needs: 1, proposed: 1, nobody: 0 })
    expect(proposed.primal).toBe(proposed.dual)
    const { needs } = await boardOf(home)
    const proposal = needs[0]!.proposal!
    expect(proposal.volunteer?.name).toBe('مهری سلیمی')
    expect(proposal.met).toContain('same-sex')
    const { travel, waiting, priority, continuity, preferences, load, total } = proposal.cost!
    expect(travel + waiting + priority + continuity + preferences + load).toBe(total)
    const next = proposal.runnersUp.find(({ name }) => name === 'شیرین عطایی')
    expect(next?.difference).toBeGreaterThan(0)
  })

  it('pass over somebody the person does not want to meet, and their whole group, without a word', async () => {
    const home = await open()
    await arrange(home, { unwanted: [{ name: null, phone: phoneOf('mehri') }] })
    const board = await (await home.as('behzad')).send(getBoard, {})
    // Mehri and Shirin are in one group: nobody of it is proposed or even spoken of.
    expect(board.answer.needs[0]!.proposal!.volunteer).toBeNull()
    expect(JSON.stringify(board.answer.needs)).not.toMatch(/سلیمی|عطایی|exclu/)
  })

  it('pass over the group also while the unwanted one rests: who has a place there may hear of it', async () => {
    const home = await open()
    await home.look(`update network.volunteer set paused_until = '2027-03-01' where id = $1`, [volunteers.mehri])
    await arrange(home, { unwanted: [{ name: null, phone: phoneOf('mehri') }] })
    const { needs } = await boardOf(home)
    expect(needs[0]!.proposal!.volunteer).toBeNull()
  })

  it('exclude relatives by the family name that the person gave', async () => {
    const home = await open()
    await arrange(home, { unwanted: [{ name: 'آقای سليمي', phone: null }] })
    const { needs } = await boardOf(home)
    expect(needs[0]!.proposal!.volunteer).toBeNull()
  })

  it('say nothing of who asked', async () => {
    const home = await open()
    await arrange(home)
    const board = await (await home.as('behzad')).send(getBoard, {})
    expect(board.text).not.toMatch(/مریم|بهاری|نارون|9123456789|درمانگاه بیاید/)
  })

  it('look absent to the liaison desk of another area', async () => {
    const home = await open()
    await arrange(home)
    const elsewhere = await home.as('liaisonOfC')
    expect((await elsewhere.send(getBoard, {})).answer.needs).toEqual([])
    expect((await elsewhere.send(propose, { body: {} })).answer.needs).toBe(0)
  })

  it('pass over a volunteer whom the desk rejected, at the next run', async () => {
    const home = await open()
    const { behzad } = await arrange(home)
    const proposal = (await boardOf(home)).needs[0]!.proposal!
    const rejected = await behzad.send(rejectProposal, {
      params: { proposal: proposal.id },
      body: { revision: proposal.revision, reason: 'known-unsuitable' },
    })
    expect(rejected.status).toBe(200)
    await behzad.send(propose, { body: {} })
    expect((await boardOf(home)).needs[0]!.proposal!.volunteer?.name).toBe('شیرین عطایی')
  })
})

describe('a need that came in since the last run', () => {
  it('is matched while its page is open, and the others keep the proposals that the desk has before it', async () => {
    const home = await open()
    await arrange(home)
    const { behzad } = await arrange(home, { familyName: 'نوری', phone: '0912 345 6780' })
    const [first, second] = (await boardOf(home)).needs
    await home.look('delete from matching.proposal where id = $1', [second!.proposal!.id])
    const answer = await behzad.send(proposeOne, { params: { referral: second!.referral }, body: {} })
    expect(answer.answer).toEqual({ found: true, moved: 0 })
    const after = (await boardOf(home)).needs
    expect(after[0]!.proposal!.id).toBe(first!.proposal!.id)
    // As the whole run would have it.
    expect(after[1]!.proposal).toMatchObject({ volunteer: second!.proposal!.volunteer, cost: second!.proposal!.cost })
    expect((await (await home.as('bahar')).send(listOffers, {})).answer.offers).toEqual([])
  })

  it('moves another one where that is better for both together, and says so', async () => {
    const home = await open()
    await arrange(home)
    const { behzad } = await arrange(home, { familyName: 'نوری', phone: '0912 345 6780' })
    const [first, second] = (await boardOf(home)).needs
    await home.look('delete from matching.proposal where id = $1', [second!.proposal!.id])
    // Only Mehri can reach the new one now, and she has one task left: the first goes to Shirin.
    await home.look('update network.volunteer set capacity = 1 where id = $1', [volunteers.mehri])
    await home.look('update network.volunteer set travel_km = 1 where id = $1', [volunteers.shirin])
    await home.look('update casework.need set lat = 35.045, lon = 51.045 where id = (select need from referrals.referral where id = $1)', [first!.referral])
    const { answer } = await behzad.send(proposeOne, { params: { referral: second!.referral }, body: {} })
    expect(answer).toEqual({ found: true, moved: 1 })
    expect((await boardOf(home)).needs.map(({ proposal }) => proposal!.volunteer!.name)).toEqual(['شیرین عطایی', 'مهری سلیمی'])
  })

  it('is not there for the desk of another county', async () => {
    const home = await open()
    const { referral } = await arrange(home)
    expect((await (await home.as('liaisonOfC')).send(proposeOne, { params: { referral: referral.id }, body: {} })).problem).toBe('record.not-found')
  })
})

describe('several proposals at once', () => {
  const several = async (desk: Visitor, proposals: readonly { id: ProposalId; revision: number }[]) =>
    (await desk.send(releaseSeveral, { body: { proposals: proposals.map(({ id, revision }) => ({ proposal: id, revision })) } })).answer

  it('are offered each to its own group, and each leaves its own line in the trail', async () => {
    const home = await open()
    await arrange(home)
    const { behzad } = await arrange(home, { familyName: 'نوری', phone: '0912 345 6780' })
    const proposals = (await boardOf(home)).needs.map(({ proposal }) => proposal!)
    expect(proposals).toHaveLength(2)
    expect(await several(behzad, proposals)).toMatchObject({ sent: 2, refused: [] })
    expect((await (await home.as('bahar')).send(listOffers, {})).answer.offers).toHaveLength(2)
    const lines = await home.look<{ proposal: string }>(
      `select details->>'proposal' as proposal from audit.entry where act = 'matching.release-several' and details ? 'proposal'`,
    )
    expect(lines.map(({ proposal }) => proposal).sort()).toEqual(proposals.map(({ id }) => id).sort())
  })

  it('do not wait for one that cannot be sent: it stays, with its reason', async () => {
    const home = await open()
    await arrange(home)
    const { behzad } = await arrange(home, { familyName: 'نوری', phone: '0912 345 6780' })
    const [first, second] = (await boardOf(home)).needs.map(({ proposal }) => proposal!)
    const answer = await several(behzad, [{ ...first!, revision: 9 }, second!])
    expect(answer).toMatchObject({ sent: 1, refused: [{ proposal: first!.id, code: 'request.stale' }] })
    expect((await boardOf(home)).needs.map(({ referralState }) => referralState).sort()).toEqual(['offered', 'ready'])
    home.clock.advance(72 * 60)
    expect((await several(behzad, [first!])).refused).toEqual([{ proposal: first!.id, code: 'matching.expired' }])
  })

  it('of another county are not there, and not a coordinator’s to send', async () => {
    const home = await open()
    await arrange(home)
    const proposal = (await boardOf(home)).needs[0]!.proposal!
    expect(await several(await home.as('liaisonOfC'), [proposal])).toMatchObject({ sent: 0, refused: [{ proposal: proposal.id, code: 'record.not-found' }] })
    const bahar = await (await home.as('bahar')).send(releaseSeveral, { body: { proposals: [{ proposal: proposal.id, revision: 1 }] } })
    expect(bahar.problem).toBe('record.not-found')
    expect((await boardOf(home)).needs).toMatchObject([{ referralState: 'ready' }])
  })
})

describe('an offer that the group declines', () => {
  it('leaves the need waiting for another group, and is gone from this one', async () => {
    const home = await open()
    const { behzad } = await arrange(home)
    await releaseFirst(behzad)
    const bahar = await home.as('bahar')
    const offer = (await bahar.send(listOffers, {})).answer.offers[0]!
    const declined = await bahar.send(declineReferral, { params: { referral: offer.id }, body: { revision: offer.revision, reason: 'nobody-free' } })
    expect(declined.answer.state).toBe('declined')
    expect((await bahar.send(listOffers, {})).answer.offers).toEqual([])
    const { needs } = await boardOf(home)
    expect(needs).toMatchObject([{ referralState: 'ready', attempt: 2 }])
    await behzad.send(propose, { body: {} })
    // its group is passed over, and nobody else is of the same sex
    expect((await boardOf(home)).needs[0]!.proposal!.volunteer).toBeNull()
  })

  it('expires by itself when nobody answers in time', async () => {
    const home = await open()
    const { behzad } = await arrange(home)
    await releaseFirst(behzad)
    home.clock.advance(49 * 60)
    expect(await home.jobs()).toContain('referrals.expire')
    expect((await boardOf(home)).needs).toMatchObject([{ referralState: 'ready', attempt: 2 }])
  })
})
