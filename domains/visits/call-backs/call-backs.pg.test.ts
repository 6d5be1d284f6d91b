import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approve, arrange, asked, carryOut, company, confirmationCode, offerToTwo, offerToVolunteer } from '#apps/testing/chain.ts'
import { openTestHouse, people, type TestHouse } from '#apps/testing/index.ts'
import { closeCase, getCase } from '#domains/casework/contract.ts'
import { confirmVisit, follow } from '#domains/desk/contract.ts'
import { getCentre } from '#domains/observatory/centre/contract.ts'
import { listCaseVisits, reportVisit } from '#domains/visits/contract.ts'
import { listCallBacks, listSharedPhones, openCallBack, recordCallBack, seeSharedPhone } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const PHONE = '+989123456789'

/** The same telephone has confirmed for so many other people of the centre. */
const confirmedBefore = async (others: number, at = '2026-11-01T08:00:00Z') => {
  for (let other = 0; other < others; other++)
    await house.look(
      `insert into visits.confirmation (home, id, assignment, case_id, person, team, phone_digest, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [people.mina.home, randomUUID(), randomUUID(), randomUUID(), randomUUID(), people.mina.unit, house.keys.digest('phone', PHONE), at],
    )
}

const walked = async (others: number, at?: string) => {
  await confirmedBefore(others, at)
  const walk = await arrange(house)
  const { mehri, visit } = await offerToVolunteer(house, walk.behzad)
  await approve(house, walk.person, walk.code)
  await carryOut(house, mehri, visit.id, walk.code)
  return { ...walk, visit, parvin: await house.as('parvin') }
}

const countsOf = async () => (await (await house.as('mina')).send(getCentre, { query: {} })).answer.counts

describe('a telephone that confirms for many', () => {
  it('is a line for the supervisor and the safeguarding lead, with no number, no name and no word of blame', async () => {
    const { parvin, caseId } = await walked(3)
    const { answer, text } = await parvin.send(listSharedPhones, {})
    expect(answer.phones).toMatchObject([{ people: 4, officeEn: 'Firuzedasht Centre 1' }])
    expect(answer.phones[0]!.cases).toContain(caseId)
    expect(text).not.toMatch(/9123456789|مریم|بهاری|سلیمی|fraud|suspect/)
    const lead = await house.as('safeguarding')
    expect((await lead.send(listSharedPhones, {})).answer.phones).toMatchObject([{ people: 4, cases: [] }])
    expect((await (await house.as('supervisorOfC')).send(listSharedPhones, {})).answer.phones).toEqual([])
    expect((await (await house.as('sara')).send(listSharedPhones, {})).problem).toBe('record.not-found')

    const [line] = answer.phones
    await parvin.send(seeSharedPhone, { params: { phone: line!.id }, body: { revision: line!.revision } })
    expect((await parvin.send(listSharedPhones, {})).answer.phones).toEqual([])
  })

  it('is nothing to ask about for three people, or for a fourth long ago', async () => {
    const { parvin } = await walked(2)
    expect((await parvin.send(listSharedPhones, {})).answer.phones).toEqual([])
  })

  it('counts within the days that the country says', async () => {
    const { parvin } = await walked(3, '2026-08-01T08:00:00Z')
    expect((await parvin.send(listSharedPhones, {})).answer.phones).toEqual([])
  })
})

describe('a confirmed visit that is asked about once more', () => {
  it('is there for somebody of the centre who had no part in the case, and for nobody else', async () => {
    const { parvin, sara } = await walked(3)
    // Sara opened the case.
    expect((await sara.send(listCallBacks, {})).answer.callBacks).toEqual([])
    expect((await (await house.as('clerkOfB')).send(listCallBacks, {})).answer.callBacks).toEqual([])
    const { answer, text } = await parvin.send(listCallBacks, {})
    expect(answer.callBacks).toMatchObject([{ kind: 'clinic', reason: 'shared-phone', tries: 0 }])
    expect(text).not.toMatch(/مریم|9123456789/)
    const params = { callBack: answer.callBacks[0]!.id }
    expect((await sara.send(openCallBack, { params })).problem).toBe('record.not-found')
    expect((await sara.send(recordCallBack, { params, body: { revision: 1, result: 'confirmed' } })).problem).toBe('record.not-found')
    const opened = await parvin.send(openCallBack, { params })
    expect(opened.answer).toMatchObject({ name: 'مریم بهاری', phone: PHONE, safeFrom: '16:00', onlyThemselves: true })
    expect(opened.text).not.toMatch(/نارون|سلیمی/)
    const [barred] = await house.look<{ barred: string[] }>('select barred from visits.call_back')
    for (const name of ['sara', 'mina', 'behzad', 'bahar', 'mehri'] as const) expect(barred!.barred).toContain(`actor:${people[name].account}`)
  })

  it('that the person confirms changes no number', async () => {
    const { parvin } = await walked(3)
    const before = await countsOf()
    const { answer } = await parvin.send(listCallBacks, {})
    const done = await parvin.send(recordCallBack, { params: { callBack: answer.callBacks[0]!.id }, body: { revision: 1, result: 'confirmed' } })
    expect(done.answer.state).toBe('confirmed')
    expect(await countsOf()).toEqual(before)
    expect((await parvin.send(listCallBacks, {})).answer.callBacks).toEqual([])
  })

  it('that did not take place is counted back by exactly one, and the need and its case are open again', async () => {
    const before = await countsOf()
    const { parvin, mina, person, code, caseId, need } = await walked(3)
    const file = (await mina.send(getCase, { params: { case: caseId } })).answer
    expect((await mina.send(closeCase, { params: { case: caseId }, body: { reason: 'needs-met', revision: file.revision } })).status).toBe(200)
    const counted = await countsOf()
    expect(counted.needsMet - before.needsMet).toBe(1)
    const { answer } = await parvin.send(listCallBacks, {})
    const said = { params: { callBack: answer.callBacks[0]!.id }, body: { revision: 1, result: 'not-confirmed' as const } }
    expect((await parvin.send(recordCallBack, said)).answer.state).toBe('not-confirmed')
    const after = await countsOf()
    expect([after.needsMet, after.visitsConfirmed]).toEqual([before.needsMet, before.visitsConfirmed])
    const facts = await house.look<{ kind: string; sum: number }>(
      `select kind, sum(quantity * case when reverses is null then 1 else -1 end)::int as sum from facts.fact
       where kind in ('casework.need-met', 'visits.visit-confirmed', 'visits.minutes-given') group by kind order by kind`,
    )
    expect(facts.map(({ sum }) => sum)).toEqual([0, 0, 0])
    expect((await mina.send(getCase, { params: { case: caseId } })).answer).toMatchObject({ state: 'reopened', needs: [{ id: need.id, state: 'open', outcome: null }] })
    expect((await mina.send(listCaseVisits, { params: { case: caseId } })).answer.visits).toMatchObject([{ state: 'unconfirmed' }])
    expect((await person.send(follow, { body: { code } })).answer.step).toBe('need-open')
    // A second time there is nothing to take back.
    expect((await parvin.send(recordCallBack, said)).problem).toBe('record.not-found')
    // Whoever did not come is not known to the person by it.
    expect(await house.look(`select reason from referrals.referral`)).toEqual([{ reason: 'not-confirmed' }])
  })

  it('is tried three times where nobody picks up', async () => {
    const { parvin } = await walked(3)
    for (const expected of ['due', 'due', 'not-reached']) {
      const [due] = (await parvin.send(listCallBacks, {})).answer.callBacks
      const done = await parvin.send(recordCallBack, { params: { callBack: due!.id }, body: { revision: due!.revision, result: 'not-reached' } })
      expect(done.answer.state).toBe(expected)
    }
    expect((await parvin.send(listCallBacks, {})).answer.callBacks).toEqual([])
  })

  it('is always asked about where one came and two were needed', async () => {
    const walk = await arrange(house, { ...asked, phone: '0912 345 1111' }, { need: company })
    const { mehri, visits } = await offerToTwo(house, walk.behzad)
    await approve(house, walk.person, walk.code)
    house.clock.set('2026-11-25T08:20:00.000Z')
    await mehri.send(reportVisit, { params: { visit: visits.mehri.id }, body: { happened: 'yes', outcome: 'met', companion: 'did-not-come' } })
    await house.jobs()
    await house.stranger().send(confirmVisit, { body: { code: walk.code, confirmation: await confirmationCode(house), verdict: 'met' } })
    await house.jobs()
    expect((await (await house.as('parvin')).send(listCallBacks, {})).answer.callBacks).toMatchObject([{ kind: 'company', reason: 'alone' }])
  })
})
