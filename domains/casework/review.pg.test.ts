import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked } from '#apps/testing/chain.ts'
import { openTestHouse, people, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { closeCase, getCase, listCases, setReview, type CaseId } from './contract.ts'

let house: TestHouse
let mina: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  mina = await house.as('mina')
})
afterAll(() => house.close())

/** A case that Mina of centre A is responsible for, freshly opened: no need yet, its review 90 days away. */
const openCase = async () => {
  house.clock.advance(1)
  await house.stranger().send(ask, { body: asked })
  const sara = await house.as('sara')
  const request = (await sara.send(getInbox, {})).answer.rows.at(-1)!
  const { answer } = await sara.send(triage, {
    params: { request: request.id },
    body: { revision: request.revision, decision: { decision: 'open-case', worker: people.mina.account } },
  })
  return read(answer.case as CaseId)
}
const read = async (id: CaseId) => (await mina.send(getCase, { params: { case: id } })).answer

const set = (visitor: Visitor, file: { id: CaseId; revision: number }, reviewOn: string) =>
  visitor.send(setReview, { params: { case: file.id }, body: { reviewOn, revision: file.revision } })

/** The world's first day is 2026-11-21 in Tehran. */
describe('the day of a review', () => {
  it('is set by the case worker, and the trail keeps what it was', async () => {
    const file = await openCase()
    const reply = await set(mina, file, '2026-12-05')
    expect(reply.answer, reply.text).toMatchObject({ reviewOn: '2026-12-05', revision: file.revision + 1, state: file.state })
    expect(await read(file.id)).toEqual(reply.answer)
    const lines = await house.look<{ details: Record<string, unknown> }>(
      `select details from audit.entry where act = 'casework.set-review' and record = $1 and not refused`,
      [file.id],
    )
    expect(lines.map(({ details }) => details)).toEqual([expect.objectContaining({ from: file.reviewOn, to: '2026-12-05' })])
  })

  it('has a line for each change in what happened to the case', async () => {
    const file = await openCase()
    expect(file.reviewChanges).toEqual([])
    const at = house.clock.now().toISOString()
    const changed = (await set(mina, file, '2026-12-05')).answer
    house.clock.advance(5)
    const again = (await set(mina, changed, '2026-12-08')).answer
    expect(again.reviewChanges).toEqual([{ at, to: '2026-12-05' }, { at: house.clock.now().toISOString(), to: '2026-12-08' }])
    expect((await read(file.id)).reviewChanges).toEqual(again.reviewChanges)
  })

  it('is set by the supervisor of the team', async () => {
    const file = await openCase()
    expect((await set(await house.as('parvin'), file, '2026-12-06')).answer.reviewOn).toBe('2026-12-06')
  })

  it.each(['otherWorker', 'workerOfC', 'supervisorOfC', 'sara'] as const)('finds no case for %s', async (name) => {
    const file = await openCase()
    expect((await set(await house.as(name), file, '2026-12-05')).problem).toBe('record.not-found')
    expect(await read(file.id)).toEqual(file)
  })

  it('is refused where somebody changed the case meanwhile', async () => {
    const file = await openCase()
    await set(mina, file, '2026-12-05')
    expect((await set(mina, file, '2026-12-07')).problem).toBe('request.stale')
    expect((await read(file.id)).reviewOn).toBe('2026-12-05')
  })

  it('may be today by the country’s clock, but no day before', async () => {
    const file = await openCase()
    // half past midnight in Tehran: in London it is still the day before
    house.clock.set('2026-11-22T21:00:00Z')
    const reply = await set(mina, file, '2026-11-22')
    expect(reply.problem).toBe('casework.review-past')
    expect(reply.fields).toEqual([{ field: 'reviewOn', code: 'review-past', message: expect.stringMatching(/گذشته است/) as string }])
    expect((await set(mina, file, '2026-11-23')).answer.reviewOn).toBe('2026-11-23')
  })

  it('may be a year ahead as the country counts years, and no day further', async () => {
    house.clock.set('2027-06-01T06:30:00Z')
    mina = await house.as('mina')
    const file = await openCase()
    // 11 Khordad 1406 to 11 Khordad 1407 are 365 days; the Gregorian year between them has 366
    const reply = await set(mina, file, '2028-06-01')
    expect(reply.problem).toBe('casework.review-too-far')
    expect(reply.fields).toMatchObject([{ field: 'reviewOn', code: 'review-too-far' }])
    expect((await set(mina, file, '2028-05-31')).answer.reviewOn).toBe('2028-05-31')
  })

  it.each(['2027-02-30', '1406-03-11T00:00:00Z', 'فردا'])('is no day that does not exist: %s', async (text) => {
    const reply = await set(mina, await openCase(), text)
    expect(reply.fields).toMatchObject([{ field: 'reviewOn', code: 'not-date' }])
  })

  it('cannot be set once the case is closed', async () => {
    const file = await openCase()
    const { answer: closed } = await mina.send(closeCase, { params: { case: file.id }, body: { reason: 'moved-away', revision: file.revision } })
    expect((await set(mina, closed, '2027-08-01')).problem).toBe('casework.case-closed')
  })
})

describe('the list of reviews', () => {
  const reviews = async (visitor: Visitor) => (await visitor.send(listCases, { query: { state: 'review' } })).answer
  const counted = async (visitor: Visitor) => (await visitor.send(listCases, { query: {} })).answer.review

  it('shows a case from its day on, until it is set anew or closed, with the count beside every list', async () => {
    const due = await openCase()
    const closed = await openCase()
    const later = await openCase()
    const day = house.clock.now().toISOString().slice(0, 10)
    const before = await counted(mina)
    const { answer: today } = await set(mina, due, day)
    const { answer: ended } = await set(mina, closed, day)
    await mina.send(closeCase, { params: { case: closed.id }, body: { reason: 'moved-away', revision: ended.revision } })
    const list = await reviews(mina)
    const ids = list.cases.map(({ id }) => id)
    expect(ids).toContain(due.id)
    expect(ids).not.toContain(closed.id)
    expect(ids).not.toContain(later.id)
    expect(list.total).toBe(ids.length)
    expect(list.review).toBe(ids.length)
    expect(await counted(mina)).toBe(before + 1)
    expect(await counted(await house.as('parvin'))).toBe(before + 1)
    expect(await reviews(await house.as('workerOfC'))).toMatchObject({ cases: [], total: 0, review: 0 })
    await set(mina, today, later.reviewOn!)
    expect(await counted(mina)).toBe(before)
  })

  it('begins with what is due the longest, and goes on from there', async () => {
    const [first, second] = [await openCase(), await openCase()]
    const inDays = (days: number) => new Date(house.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
    await set(mina, second, inDays(3))
    await set(mina, first, inDays(2))
    house.clock.advance(4 * 24 * 60)
    mina = await house.as('mina')
    const due = async (after?: string) => (await mina.send(listCases, { query: { state: 'review', after } })).answer.cases.map(({ id }) => id)
    const ours = (ids: readonly string[]) => ids.filter((id) => id === first.id || id === second.id)
    expect(ours(await due())).toEqual([first.id, second.id])
    expect(ours(await due(`${(await read(first.id)).reviewOn}_${first.id}`))).toEqual([second.id])
  })
})
