import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, arrange, asked, offerToVolunteer, VISIT_FROM, VISIT_TO } from '#apps/testing/chain.ts'
import { openTestHouse, people, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { recordConsent } from '#domains/consents/contract.ts'
import { ask, follow } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { prepareReferral } from '#domains/referrals/contract.ts'
import { getCentre } from '#domains/observatory/centre/contract.ts'
import { addNeed, closeCase, getCase, staffOutcome, takeNeed } from './contract.ts'

let house: TestHouse
let mina: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  mina = await house.as('mina')
})
afterAll(() => house.close())

/** A need for which the person said no to sharing anything. */
const refusedNeed = async () => {
  house.clock.advance(1)
  const { answer: received } = await house.stranger().send(ask, { body: asked })
  const sara = await house.as('sara')
  const row = (await sara.send(getInbox, {})).answer.rows.at(-1)!
  const opened = await sara.send(triage, {
    params: { request: row.id },
    body: { revision: row.revision, decision: { decision: 'open-case', worker: people.mina.account } },
  })
  const caseId = opened.answer.case!
  const { answer: need } = await mina.send(addNeed, {
    params: { case: caseId },
    body: {
      kind: 'paperwork', requires: { skills: [], vetting: false, sameSex: 'none', languages: [] }, minutes: 60, from: VISIT_FROM, to: VISIT_TO, priority: 1,
    },
  })
  const { answer: consent } = await mina.send(recordConsent, {
    params: { need: need.id },
    body: { answer: 'refused', notice: 'volunteer-visit', categories: [], how: 'signed', until: '2027-01-01T00:00:00.000Z' },
  })
  return { code: received.code, caseId, need, consent, params: { need: need.id } }
}

describe('a need after a plain no', () => {
  it('cannot be referred, and is met by staff instead: the case goes on to its end', async () => {
    const { code, caseId, need, consent, params } = await refusedNeed()
    const referred = await mina.send(prepareReferral, { params, body: { consent: consent.id, revision: need.revision } })
    expect(referred.problem).toBe('consents.not-in-force')

    const taken = await mina.send(takeNeed, { params, body: { revision: need.revision } })
    expect(taken.answer).toMatchObject({ state: 'under-way', byStaff: true })
    expect((await house.stranger().send(follow, { body: { code } })).answer.step).toBe('by-staff')

    const before = (await mina.send(getCentre, { query: {} })).answer.counts
    const ended = await mina.send(staffOutcome, { params, body: { revision: taken.answer.revision, outcome: 'met', heard: 'by-phone' } })
    expect(ended.answer).toMatchObject({ state: 'met', outcome: 'met' })
    const after = (await mina.send(getCentre, { query: {} })).answer.counts
    expect(after.needsMetByStaff).toBe(before.needsMetByStaff + 1)
    // The headline is what people confirmed themselves.
    expect(after.needsMet).toBe(before.needsMet)
    expect((await house.stranger().send(follow, { body: { code } })).answer.step).toBe('met')

    const file = (await mina.send(getCase, { params: { case: caseId } })).answer
    expect((await mina.send(closeCase, { params: { case: caseId }, body: { revision: file.revision, reason: 'needs-met' } })).answer.state).toBe('closed')
  })

  it('counts what was met in part or not at all as not met', async () => {
    const { need, params } = await refusedNeed()
    const taken = await mina.send(takeNeed, { params, body: { revision: need.revision } })
    const ended = await mina.send(staffOutcome, { params, body: { revision: taken.answer.revision, outcome: 'partly', heard: 'in-person' } })
    expect(ended.answer).toMatchObject({ state: 'unmet', outcome: 'partly' })
    expect(await house.look('select kind from facts.fact where source = $1 order by kind', [need.id])).toEqual([
      { kind: 'casework.need-opened' },
      { kind: 'casework.need-unmet' },
    ])
  })

  it('is ended by staff only after they took it, once, and by nobody else’s hand', async () => {
    const { need, params } = await refusedNeed()
    const outcome = { outcome: 'met', heard: 'by-phone' } as const
    expect((await mina.send(staffOutcome, { params, body: { revision: need.revision, ...outcome } })).problem).toBe('casework.not-by-staff')
    const other = await house.as('otherWorker')
    expect((await other.send(takeNeed, { params, body: { revision: need.revision } })).problem).toBe('record.not-found')
    const taken = await mina.send(takeNeed, { params, body: { revision: need.revision } })
    expect((await mina.send(takeNeed, { params, body: { revision: taken.answer.revision } })).problem).toBe('casework.need-not-open')
    const ended = await mina.send(staffOutcome, { params, body: { revision: taken.answer.revision, ...outcome } })
    expect((await mina.send(staffOutcome, { params, body: { revision: ended.answer.revision, ...outcome } })).problem).toBe('casework.not-by-staff')
  })

  it('does not end by the worker’s hand what a volunteer was found for: that waits for the person’s own code', async () => {
    const other = await openTestHouse()
    const { mina: worker, person, code, behzad, caseId, need } = await arrange(other)
    await offerToVolunteer(other, behzad)
    await approve(other, person, code)
    const { revision } = (await worker.send(getCase, { params: { case: caseId } })).answer.needs[0]!
    const body = { revision, outcome: 'met', heard: 'by-phone' } as const
    expect((await worker.send(staffOutcome, { params: { need: need.id }, body })).problem).toBe('casework.not-by-staff')
    await other.close()
  })
})
