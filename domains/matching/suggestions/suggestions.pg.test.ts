import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { arrange, releaseFirst } from '#apps/testing/chain.ts'
import { openTestHouse, volunteers, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { getBoard, propose, rejectProposal } from '#domains/matching/contract.ts'
import { acceptReferral, declineReferral, listOffers, type ReferralId } from '#domains/referrals/contract.ts'
import {
  confirmSuggestion,
  keepOriginal,
  listProposedVolunteers,
  listSubstitutes,
  suggestVolunteer,
  type SuggestionId,
} from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

/** Mehri was proposed, and the offer waits for Bahar's group. */
const offered = async () => {
  const { behzad, personId } = await arrange(house)
  await releaseFirst(behzad)
  const bahar = await house.as('bahar')
  const offer = (await bahar.send(listOffers, {})).answer.offers[0]!
  return { behzad, bahar, offer, personId }
}

const suggest = (coordinator: Visitor, offer: { id: ReferralId; revision: number }, volunteer: string) =>
  coordinator.send(suggestVolunteer, {
    params: { referral: offer.id },
    body: { revision: offer.revision, volunteer: volunteer as never },
  })

const onBoard = async (behzad: Visitor) => (await behzad.send(getBoard, {})).answer.needs[0]!.suggestion

const decide = (
  desk: Visitor,
  operation: typeof confirmSuggestion | typeof keepOriginal,
  suggestion: { id: string; revision: number },
) => desk.send(operation, { params: { suggestion: suggestion.id as SuggestionId }, body: { revision: suggestion.revision } })

const namesOf = async (coordinator: Visitor, referral: ReferralId) => {
  const { answer } = await coordinator.send(listSubstitutes, { params: { referral } })
  return answer.volunteers.map(({ name }) => name)
}

/** As if it had been said at the centre after the offer was sent. */
const excludeLater = (person: string, volunteer: string) =>
  house.look(
    `insert into people.exclusion (home, id, person, kind, reference, recorded_at, recorded_by)
     values (10101, gen_random_uuid(), $1, 'volunteer', $2, now(), 'test')`,
    [person, volunteer],
  )

describe('a coordinator who would send another of the group', () => {
  it('sees whom the desk has in mind and who could go instead, and nothing of where', async () => {
    const { bahar, offer } = await offered()
    const { answer } = await bahar.send(listProposedVolunteers, {})
    expect(answer.offers).toEqual([{ referral: offer.id, name: 'مهری سلیمی', suggestion: null }])
    const reply = await bahar.send(listSubstitutes, { params: { referral: offer.id } })
    expect(reply.answer.volunteers).toEqual([{ id: volunteers.shirin, name: 'شیرین عطایی', load: 0, capacity: 4 }])
    expect(reply.text).not.toMatch(/km|travel|cost|مریم|بهاری|نارون/)
  })

  it('suggests her; the desk sees both costs, confirms, and it is she who is asked, by the same deadline', async () => {
    const { behzad, bahar, offer } = await offered()
    const suggested = await suggest(bahar, offer, volunteers.shirin)
    expect(suggested.status, suggested.text).toBe(201)
    expect(suggested.answer).toEqual({ name: 'شیرین عطایی', instead: 'مهری سلیمی', state: 'suggested' })

    const seen = (await onBoard(behzad))!
    expect(seen).toMatchObject({ name: 'شیرین عطایی', instead: { name: 'مهری سلیمی' } })
    expect(seen.cost.total).toBeGreaterThan(seen.instead.cost.total)
    const { travel, waiting, priority, continuity, preferences, load, total } = seen.cost
    expect(travel + waiting + priority + continuity + preferences + load).toBe(total)

    house.clock.advance(60)
    const confirmed = await decide(behzad, confirmSuggestion, seen)
    expect(confirmed.answer, confirmed.text).toEqual({ referral: offer.id, answerBy: offer.answerBy })
    expect(await onBoard(behzad)).toBeNull()
    const { answer: now } = await bahar.send(listProposedVolunteers, {})
    expect(now.offers).toMatchObject([{ name: 'شیرین عطایی', suggestion: { state: 'confirmed' } }])

    const waiting2 = (await bahar.send(listOffers, {})).answer.offers[0]!
    expect(waiting2).toMatchObject({ state: 'offered', answerBy: offer.answerBy })
    const accepted = await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: waiting2.revision } })
    expect(accepted.status, accepted.text).toBe(200)
    await house.jobs()
    const asked = await house.look<{ volunteer: string }>('select volunteer from visits.assignment where referral = $1', [offer.id])
    expect(asked).toEqual([{ volunteer: volunteers.shirin }])
  })

  it('is told when the desk keeps the first; the offer waits as before', async () => {
    const { behzad, bahar, offer } = await offered()
    await suggest(bahar, offer, volunteers.shirin)
    const seen = (await onBoard(behzad))!
    expect((await decide(behzad, keepOriginal, seen)).answer.answerBy).toBe(offer.answerBy)
    const { answer } = await bahar.send(listProposedVolunteers, {})
    expect(answer.offers).toMatchObject([{ name: 'مهری سلیمی', suggestion: { name: 'شیرین عطایی', state: 'kept' } }])
    expect((await bahar.send(listOffers, {})).answer.offers[0]).toMatchObject({ state: 'offered', revision: offer.revision })
    expect((await decide(behzad, confirmSuggestion, { ...seen, revision: seen.revision + 1 })).problem).toBe('matching.suggestion-decided')
  })

  it('finds somebody of another group not there, nor the one who is proposed already', async () => {
    const { behzad, bahar, offer } = await offered()
    for (const other of [volunteers.kaveh, volunteers.dariush, volunteers.mehri])
      expect((await suggest(bahar, offer, other)).problem).toBe('record.not-found')
    expect(await onBoard(behzad)).toBeNull()
  })

  it('finds the offer of another group not there', async () => {
    const { offer } = await offered()
    const nasrin = await house.as('nasrin')
    expect((await nasrin.send(listSubstitutes, { params: { referral: offer.id } })).problem).toBe('record.not-found')
    expect((await suggest(nasrin, offer, volunteers.kaveh)).problem).toBe('record.not-found')
    expect((await nasrin.send(listProposedVolunteers, {})).answer.offers).toEqual([])
  })

  it('may think again: the newer suggestion takes the place of the older', async () => {
    const { behzad, bahar, offer } = await offered()
    await suggest(bahar, offer, volunteers.shirin)
    const first = (await onBoard(behzad))!
    expect((await suggest(bahar, offer, volunteers.shirin)).status).toBe(201)
    const second = (await onBoard(behzad))!
    expect(second.id).not.toBe(first.id)
    expect((await decide(behzad, confirmSuggestion, { ...first, revision: first.revision + 1 })).problem).toBe('matching.suggestion-decided')
  })
})

describe('whoever may not go', () => {
  it.each([
    ['has no task left', 'load = capacity'],
    ['rests', `paused_until = '2026-12-31'`],
    ['has a vetting that lapsed', `vetted_until = '2026-01-01'`],
    ['did not confirm what was imported about them', 'confirmed_at = null'],
    ['does not do this kind of work', `kinds = '{repair}'`],
  ])('is not there when she %s', async (_, change) => {
    const { bahar, offer } = await offered()
    await house.look(`update network.volunteer set ${change} where id = $1`, [volunteers.shirin])
    expect(await namesOf(bahar, offer.id)).toEqual([])
    expect((await suggest(bahar, offer, volunteers.shirin)).problem).toBe('record.not-found')
  })

  it('is not there when the person does not want to meet her, in the very words of any other absence', async () => {
    const { bahar, offer, personId } = await offered()
    await excludeLater(personId, volunteers.shirin)
    const reply = await bahar.send(listSubstitutes, { params: { referral: offer.id } })
    expect(reply.answer).toEqual({ volunteers: [] })
    const refused = await suggest(bahar, offer, volunteers.shirin)
    const stranger = await suggest(bahar, offer, volunteers.kaveh)
    expect([refused.status, refused.text]).toEqual([stranger.status, stranger.text])
  })

  it('is not there when the desk passed her over for this need', async () => {
    const { behzad } = await arrange(house)
    const [need] = (await behzad.send(getBoard, {})).answer.needs
    const { id, revision } = need!.proposal!
    await behzad.send(rejectProposal, { params: { proposal: id }, body: { revision, reason: 'known-unsuitable' } })
    await behzad.send(propose, { body: {} })
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    const [offer] = (await bahar.send(listOffers, {})).answer.offers
    expect((await bahar.send(listProposedVolunteers, {})).answer.offers).toMatchObject([{ name: 'شیرین عطایی' }])
    expect(await namesOf(bahar, offer!.id)).toEqual([])
  })

  it('cannot be confirmed either, once she took another task or the person spoke', async () => {
    const { behzad, bahar, offer, personId } = await offered()
    await suggest(bahar, offer, volunteers.shirin)
    const seen = (await onBoard(behzad))!
    await excludeLater(personId, volunteers.shirin)
    const refused = await decide(behzad, confirmSuggestion, seen)
    expect(refused.problem).toBe('matching.not-suitable-now')
    expect(refused.text).not.toMatch(/exclu|نمی‌خواهد/)
    expect((await decide(behzad, keepOriginal, seen)).status).toBe(200)
  })
})

describe('a suggestion', () => {
  it('is nothing to the desk of another area', async () => {
    const { behzad, bahar, offer } = await offered()
    await suggest(bahar, offer, volunteers.shirin)
    const seen = (await onBoard(behzad))!
    const elsewhere = await house.as('liaisonOfC')
    expect((await decide(elsewhere, confirmSuggestion, seen)).problem).toBe('record.not-found')
    expect((await decide(elsewhere, keepOriginal, seen)).problem).toBe('record.not-found')
  })

  it('ends with its offer: accepted, declined or out of time, nothing is left to decide', async () => {
    const { behzad, bahar, offer } = await offered()
    await suggest(bahar, offer, volunteers.shirin)
    const seen = (await onBoard(behzad))!
    await bahar.send(declineReferral, { params: { referral: offer.id }, body: { revision: offer.revision, reason: 'nobody-free' } })
    expect((await decide(behzad, confirmSuggestion, seen)).problem).toBe('referrals.not-open')
    expect((await suggest(bahar, offer, volunteers.shirin)).problem).toBe('record.not-found')
    expect((await behzad.send(getBoard, {})).answer.needs).toMatchObject([{ referralState: 'ready', suggestion: null }])
  })

  it('leaves its line in the trail, and no name', async () => {
    const { behzad, bahar, offer } = await offered()
    await suggest(bahar, offer, volunteers.shirin)
    await decide(behzad, confirmSuggestion, (await onBoard(behzad))!)
    const lines = await house.look<{ act: string; details: unknown }>(
      `select act, details from audit.entry where act in ('matching.suggest', 'matching.confirm-suggestion') order by at, seq`,
    )
    expect(lines.map(({ act }) => act)).toEqual(['matching.suggest', 'matching.confirm-suggestion', 'matching.confirm-suggestion'])
    expect(JSON.stringify(lines)).not.toMatch(/شیرین|مهری/)
  })
})
