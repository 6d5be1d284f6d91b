import { expect } from 'vitest'
import { addNeed, getCase, type NeedDraft } from '#domains/casework/contract.ts'
import { recordConsent } from '#domains/consents/contract.ts'
import { ask, confirmVisit, getMyFile, openFile, type Ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { getBoard, propose, releaseProposal } from '#domains/matching/contract.ts'
import { savePerson } from '#domains/people/contract.ts'
import { acceptReferral, listOffers, prepareReferral } from '#domains/referrals/contract.ts'
import { acceptVisit, approveVisit, arrive, listMyVisits, reportVisit, setOut } from '#domains/visits/contract.ts'
import type { TestHouse, Visitor } from './index.ts'
import { people } from './world.ts'

/** Wednesday 25 November 2026, 09:00–12:00 in Tehran. */
export const VISIT_FROM = '2026-11-25T05:30:00.000Z'
export const VISIT_TO = '2026-11-25T08:30:00.000Z'

/** A synthetic person's request, as the public form sends it. */
export const asked: Ask & { channel: 'web' } = {
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

export const ADDRESS = 'سرچشمه، کوچهٔ نارون، پلاک ۱۲'

/** Walks the chain up to an arranged visit and gives whoever took part. `until`: how long the consent holds. */
export const arrange = async (
  house: TestHouse,
  request: Partial<Ask> = {},
  { until = '2027-03-01T00:00:00.000Z', need: wanted = {} }: { readonly until?: string; readonly need?: Partial<NeedDraft> } = {},
) => {
  const person = house.stranger()
  const [sara, mina, behzad] = await Promise.all([house.as('sara'), house.as('mina'), house.as('behzad')])
  const { answer: received } = await person.send(ask, { body: { ...asked, ...request } })
  const { answer: inbox } = await sara.send(getInbox, {})
  const row = inbox.rows.at(-1)!
  const { answer: opened } = await sara.send(triage, {
    params: { request: row.id },
    body: { revision: row.revision, decision: { decision: 'open-case', worker: people.mina.account } },
  })
  const caseId = opened.case!
  const { answer: need } = await mina.send(addNeed, {
    params: { case: caseId },
    body: {
      kind: 'clinic',
      requires: { skills: [], vetting: true, sameSex: 'required', languages: ['fa'] },
      minutes: 180,
      from: VISIT_FROM,
      to: VISIT_TO,
      priority: 1,
      ...wanted,
    },
  })
  const { answer: file } = await mina.send(getCase, { params: { case: caseId } })
  const personId = file.person.id
  await mina.send(savePerson, {
    params: { person: personId as never },
    body: { revision: file.person.revision, address: ADDRESS },
  })
  const { answer: consent } = await mina.send(recordConsent, {
    params: { need: need.id },
    body: {
      answer: 'given',
      notice: 'volunteer-visit',
      categories: ['kind', 'time', 'area', 'givenName', 'phone', 'address'],
      how: 'signed',
      until,
    },
  })
  const prepared = await mina.send(prepareReferral, {
    params: { need: need.id },
    body: { consent: consent.id, revision: need.revision },
  })
  expect(prepared.status).toBe(201)
  const proposed = await behzad.send(propose, { body: {} })
  expect(proposed.status, proposed.text).toBe(200)
  return {
    person,
    sara,
    mina,
    behzad,
    code: received.code,
    request: row.id,
    caseId,
    personId,
    need,
    consent,
    referral: prepared.answer,
    proposed: proposed.answer,
  }
}

/** A need that two volunteers go to together, near which Mehri and Kaveh of two groups live. */
export const company: Partial<NeedDraft> = {
  kind: 'company',
  requires: { skills: [], vetting: false, sameSex: 'none', languages: ['fa'] },
  minutes: 60,
}

/** Both groups accept, and both volunteers: the person is asked next. */
export const offerToTwo = async (house: TestHouse, behzad: Visitor) => {
  await releaseFirst(behzad)
  const [bahar, nasrin, mehri, kaveh] = await Promise.all([house.as('bahar'), house.as('nasrin'), house.as('mehri'), house.as('kaveh')])
  for (const coordinator of [bahar, nasrin]) {
    const offer = (await coordinator.send(listOffers, {})).answer.offers.find(({ state }) => state === 'offered')!
    const accepted = await coordinator.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    expect(accepted.status, accepted.text).toBe(200)
  }
  await house.jobs()
  const visits = []
  for (const volunteer of [mehri, kaveh]) {
    const visit = (await volunteer.send(listMyVisits, {})).answer.visits.find(({ state }) => state === 'offered')!
    const taken = await volunteer.send(acceptVisit, { params: { visit: visit.id }, body: { revision: visit.revision } })
    expect(taken.status, taken.text).toBe(200)
    visits.push(visit)
  }
  await house.jobs()
  return { bahar, nasrin, mehri, kaveh, visits: { mehri: visits[0]!, kaveh: visits[1]! } }
}

/** The liaison desk releases the first proposal of its board. */
export const releaseFirst = async (behzad: Visitor) => {
  const { answer: board } = await behzad.send(getBoard, {})
  const waiting = board.needs.find(({ proposal }) => proposal !== null)!
  const released = await behzad.send(releaseProposal, {
    params: { proposal: waiting.proposal!.id },
    body: { revision: waiting.proposal!.revision },
  })
  expect(released.status, released.text).toBe(200)
  return { board, waiting }
}

/** The group accepts what it was offered, and the volunteer the visit: the person is asked next. */
export const offerToVolunteer = async (house: TestHouse, behzad: Visitor) => {
  const { waiting } = await releaseFirst(behzad)
  const [bahar, mehri] = await Promise.all([house.as('bahar'), house.as('mehri')])
  const offer = (await bahar.send(listOffers, {})).answer.offers.find(({ state }) => state === 'offered')!
  const accepted = await bahar.send(acceptReferral, {
    params: { referral: offer.id },
    body: { revision: offer.revision },
  })
  expect(accepted.status, accepted.text).toBe(200)
  await house.jobs()
  const visit = (await mehri.send(listMyVisits, {})).answer.visits.find(({ state }) => state === 'offered')!
  const taken = await mehri.send(acceptVisit, { params: { visit: visit.id }, body: { revision: visit.revision } })
  expect(taken.status, taken.text).toBe(200)
  await house.jobs()
  return { bahar, mehri, proposal: waiting.proposal!, offer, visit }
}

/** The person opens their file with the second secret and says yes to the volunteer. */
export const approve = async (house: TestHouse, person: Visitor, code: string, secret = asked.secret!) => {
  const opened = await person.send(openFile, { body: { code, secret } })
  expect(opened.status, opened.text).toBe(200)
  const { answer: file } = await person.send(getMyFile, {})
  const approved = await person.send(approveVisit, {
    params: { visit: file.approval!.id },
    body: { revision: file.approval!.revision },
  })
  expect(approved.status, approved.text).toBe(200)
  await house.jobs()
  return file
}

/** The volunteer goes, reports, and the person confirms by the code that they were sent. */
export const carryOut = async (house: TestHouse, mehri: Visitor, visit: string, code: string): Promise<string> => {
  const params = { visit: visit as never }
  for (const [at, deed] of [
    ['2026-11-25T04:30:00.000Z', () => mehri.send(setOut, { params, body: {} })],
    ['2026-11-25T05:40:00.000Z', () => mehri.send(arrive, { params, body: {} })],
    ['2026-11-25T08:20:00.000Z', () => mehri.send(reportVisit, { params, body: { happened: 'yes', outcome: 'met' } })],
  ] as const) {
    house.clock.set(at)
    const reply = await deed()
    expect(reply.status, reply.text).toBe(200)
  }
  await house.jobs()
  const confirmation = await confirmationCode(house)
  const confirmed = await house.stranger().send(confirmVisit, { body: { code, confirmation, verdict: 'met' } })
  expect(confirmed.answer, confirmed.text).toEqual({ confirmed: true, refusal: null })
  await house.jobs()
  return confirmation
}

/** The newest message of a purpose, opened as its recipient would read it. */
export const textOf = async (house: TestHouse, purpose: string): Promise<string> => {
  const rows = await house.look<{ home: number; body: Buffer }>(
    'select home, body from messages.outbox where purpose = $1 order by at desc limit 1',
    [purpose],
  )
  return house.keys.open(rows[0]!.home, rows[0]!.body)
}

const asciiDigits = (text: string): string =>
  text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))

/** The six digits that the person was sent when the visit was done. */
export const confirmationCode = async (house: TestHouse): Promise<string> =>
  /\d{6}/.exec(asciiDigits(await textOf(house, 'confirmation-code')))![0]
