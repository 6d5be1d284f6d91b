import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { addNeed, getCase } from '#domains/casework/contract.ts'
import { recordConsent, withdrawConsent } from '#domains/consents/contract.ts'
import { ask, confirmVisit, follow, getInbox, getMyFile, openFile, triage, type Ask } from '#domains/desk/contract.ts'
import { getBoard, propose, releaseProposal } from '#domains/matching/contract.ts'
import { getCentre } from '#domains/observatory/contract.ts'
import { savePerson } from '#domains/people/contract.ts'
import { acceptReferral, listOffers, prepareReferral } from '#domains/referrals/contract.ts'
import { acceptVisit, approveVisit, arrive, listMyVisits, reportVisit, setOut } from './contract.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** Wednesday 25 November 2026, 09:00–12:00 in Tehran. */
const FROM = '2026-11-25T05:30:00.000Z'
const TO = '2026-11-25T08:30:00.000Z'

const asked: Ask & { channel: 'web' } = {
  channel: 'web',
  kinds: ['clinic'],
  words: 'کسی را ندارم که همراهم تا درمانگاه بیاید.',
  givenName: 'مریم',
  familyName: 'بهاری',
  birthYear: 1959,
  sex: 'female',
  phone: '0912 345 6789',
  safeFrom: '16:00',
  safeTo: '18:00',
  callName: null,
  onlyThemselves: true,
  place: 'T-1-1-1',
  quarter: 'سرچشمه',
  secret: 'گل نرگس',
  unwanted: [],
  onBehalf: false,
  urgency: 'ordinary',
}

/** Walks the chain up to an arranged visit and gives whoever took part. */
const arrange = async (request: Partial<Ask> = {}) => {
  const person = house.stranger()
  const [sara, mina, behzad] = await Promise.all([house.as('sara'), house.as('mina'), house.as('behzad')])
  const { answer: received } = await person.send(ask, { body: { ...asked, ...request } })
  const { answer: inbox } = await sara.send(getInbox, {})
  const row = inbox.rows.at(-1)
  const minaId = '00000000-0000-7000-8003-000000000002'
  const { answer: opened } = await sara.send(triage, {
    params: { request: row!.id },
    body: { revision: row!.revision, decision: { decision: 'open-case', worker: minaId } },
  })
  const caseId = opened.case!
  const { answer: need } = await mina.send(addNeed, {
    params: { case: caseId },
    body: { kind: 'clinic', requires: { skills: [], vetting: true, sameSex: 'required', languages: ['fa'] }, minutes: 180, from: FROM, to: TO, priority: 1 },
  })
  const { answer: file } = await mina.send(getCase, { params: { case: caseId } })
  await mina.send(savePerson, {
    params: { person: file.person.id as never },
    body: { revision: file.person.revision, address: 'سرچشمه، کوچهٔ نارون، پلاک ۱۲' },
  })
  const { answer: consent } = await mina.send(recordConsent, {
    params: { need: need.id },
    body: { answer: 'given', notice: 'volunteer-visit', categories: ['kind', 'time', 'area', 'givenName', 'phone', 'address'], how: 'signed', until: '2027-03-01T00:00:00.000Z' },
  })
  const prepared = await mina.send(prepareReferral, { params: { need: need.id }, body: { consent: consent.id, revision: need.revision } })
  expect(prepared.status).toBe(201)
  const proposed = await behzad.send(propose, { body: {} })
  expect(proposed.status, proposed.text).toBe(200)
  return { person, sara, mina, behzad, code: received.code, caseId, need, consent, proposed: proposed.answer }
}

const releaseFirst = async (behzad: Visitor) => {
  const { answer: board } = await behzad.send(getBoard, {})
  const waiting = board.needs.find(({ proposal }) => proposal !== null)
  const released = await behzad.send(releaseProposal, {
    params: { proposal: waiting!.proposal!.id },
    body: { revision: waiting!.proposal!.revision },
  })
  expect(released.status, released.text).toBe(200)
  return { board, waiting: waiting! }
}

const textOf = async (purpose: string): Promise<string> => {
  const rows = await house.look<{ home: number; body: Buffer }>('select home, body from messages.outbox where purpose = $1 order by at desc limit 1', [purpose])
  return house.keys.open(rows[0]!.home, rows[0]!.body)
}

describe('the chain from a request to a number', () => {
  it('runs whole, and the centre’s number moves by exactly one', async () => {
    const { person, mina, behzad, code, need } = await arrange()
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

    const confirmation = /\d{6}/.exec((await textOf('confirmation-code')).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)))![0]
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
    const { mina, behzad, consent, person, code } = await arrange({ familyName: 'درخشان', phone: '0912 345 0000' })
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    const offer = (await bahar.send(listOffers, {})).answer.offers.find(({ state }) => state === 'offered')!
    await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    await house.jobs()
    const mehri = await house.as('mehri')
    const visit = (await mehri.send(listMyVisits, {})).answer.visits.find(({ state }) => state === 'offered')!
    await mehri.send(acceptVisit, { params: { visit: visit.id }, body: { revision: visit.revision } })
    await house.jobs()
    const withdrawn = await mina.send(withdrawConsent, { params: { consent: consent.id }, body: { revision: consent.revision } })
    expect(withdrawn.answer.state).toBe('withdrawn')
    // before any job ran: the wall closed with the withdrawal itself
    expect((await mehri.send(listMyVisits, {})).answer.visits).toEqual([])
    expect((await bahar.send(listOffers, {})).answer.offers).toEqual([])
    await house.jobs()
    const states = await house.look<{ state: string }>('select state from visits.assignment where id = $1', [visit.id])
    expect(states).toEqual([{ state: 'cancelled' }])
    expect(await textOf('visit-cancelled')).not.toMatch(/رضایت|consent/)
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('need-open')
  })
})
