import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { approve, arrange, asked, offerToVolunteer, releaseFirst } from '#apps/testing/chain.ts'
import { openTestHouse, people, units, volunteers, type Name, type TestHouse } from '#apps/testing/index.ts'
import { appointmentOf } from '#apps/testing/world.ts'
import { appoint, endAppointment, listAccounts, restore, suspend } from '#domains/accounts/appointments/contract.ts'
import type { AppointmentId } from '#domains/accounts/contract.ts'
import { getCase, listCases } from '#domains/casework/contract.ts'
import { listConsents, withdrawConsent } from '#domains/consents/contract.ts'
import { ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { getBoard, propose } from '#domains/matching/contract.ts'
import { beginRest, endRest, getRest } from '#domains/network/contract.ts'
import { listOffers, listReferrals } from '#domains/referrals/contract.ts'
import { listCaseVisits, listMyVisits } from '#domains/visits/contract.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

const administrator = () => house.as('administrator')

const leaves = async (name: Name) => {
  const ended = await (await administrator()).send(endAppointment, { params: { appointment: appointmentOf(name) as AppointmentId } })
  expect(ended.status, ended.text).toBe(200)
  await house.jobs()
}

const isSuspended = async (name: Name) => {
  const done = await (await administrator()).send(suspend, { params: { account: people[name].account as never } })
  expect(done.status, done.text).toBe(200)
  await house.jobs()
}

/** Who answers for every row of a case, wherever it is kept. */
const responsible = async (caseId: string, personId: string) => {
  const rows = await house.look<{ worker: string }>(
    `select worker from casework.case where id = $1 union select worker from casework.need where case_id = $1
     union select worker from consents.consent where person = $2 union select worker from consents.disclosure where person = $2
     union select worker from referrals.referral where case_id = $1 union select worker from visits.assignment where case_id = $1
     union select worker from people.person where id = $2`,
    [caseId, personId],
  )
  return rows.map(({ worker }) => worker)
}

const nobodyElse = (name: Name) => [people[name].account]

describe('a case worker who leaves', () => {
  it('hands every open case to the supervisor, with all that belongs to it and a line that says so', async () => {
    const { person, behzad, code, caseId, personId, consent } = await arrange(house)
    await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    await leaves('mina')
    expect(await responsible(caseId, personId)).toEqual(nobodyElse('parvin'))

    const parvin = await house.as('parvin')
    const params = { case: caseId }
    const { answer: file } = await parvin.send(getCase, { params })
    expect(file.worker).toBe(people.parvin.account)
    expect(file.handovers).toMatchObject([{ to: people.parvin.account, reason: 'duty-ended' }])
    expect((await parvin.send(listConsents, { params })).answer.consents).toHaveLength(1)
    expect((await parvin.send(listReferrals, { params })).answer.referrals).toHaveLength(1)
    expect((await parvin.send(listCaseVisits, { params })).answer.visits).toMatchObject([{ state: 'approved' }])
    const withdrawn = await parvin.send(withdrawConsent, { params: { consent: consent.id }, body: { revision: consent.revision } })
    expect(withdrawn.status, withdrawn.text).toBe(200)

    const trail = await house.look<{ details: { from: string; to: string } }>(
      `select details from audit.entry where act = 'casework.duty-ended' and record = $1`,
      [caseId],
    )
    expect(trail).toMatchObject([{ details: { from: people.mina.account, to: people.parvin.account } }])
  })

  it('leaves no restricted case behind either, which the supervisor could not even see', async () => {
    const { caseId, personId } = await arrange(house)
    for (const table of ['casework.case', 'casework.need', 'people.person']) await house.look(`update ${table} set restricted = true`)
    const parvin = await house.as('parvin')
    expect((await parvin.send(getCase, { params: { case: caseId } })).problem).toBe('record.not-found')
    await leaves('mina')
    expect((await parvin.send(getCase, { params: { case: caseId } })).answer.handovers).toHaveLength(1)
    expect(await responsible(caseId, personId)).toEqual(nobodyElse('parvin'))
  })

  it('hands them to a colleague of the team where there is no supervisor', async () => {
    const { caseId, personId } = await arrange(house)
    await leaves('parvin')
    await leaves('mina')
    expect(await responsible(caseId, personId)).toEqual(nobodyElse('otherWorker'))
    const colleague = await house.as('otherWorker')
    expect((await colleague.send(listCases, { query: {} })).answer.cases).toMatchObject([{ id: caseId, mine: true }])
  })

  it('leaves them in no empty team for ever: each day it is looked again, until somebody is appointed', async () => {
    const { caseId, personId } = await arrange(house)
    for (const name of ['parvin', 'otherWorker', 'mina'] as const) await leaves(name)
    expect(await responsible(caseId, personId)).toEqual(nobodyElse('mina'))
    const admin = await administrator()
    const body = { name: 'نگین تازه', contact: '0912 222 3344', role: 'case-worker' as const, unit: units.centreA }
    expect((await admin.send(appoint, { body })).answer.outcome).toBe('appointed')
    house.clock.advance(25 * 60)
    await house.jobs()
    const [account] = (await admin.send(listAccounts, { query: { text: 'نگین' } })).answer.accounts
    expect(await responsible(caseId, personId)).toEqual([account!.account])
  })

  it('is the same when the account is suspended', async () => {
    const { caseId, personId } = await arrange(house)
    await isSuspended('mina')
    expect(await responsible(caseId, personId)).toEqual(nobodyElse('parvin'))
  })

  it('and when the appointment ends by itself, on its day and not before', async () => {
    const admin = await administrator()
    const body = { name: 'نگین کوتاه', contact: '0912 222 3344', role: 'case-worker' as const, unit: units.centreA, until: '2026-11-23' }
    await admin.send(appoint, { body })
    const [account] = (await admin.send(listAccounts, { query: { text: 'نگین' } })).answer.accounts
    await house.stranger().send(ask, { body: asked })
    const sara = await house.as('sara')
    const row = (await sara.send(getInbox, {})).answer.rows.at(-1)!
    const opened = await sara.send(triage, {
      params: { request: row.id },
      body: { revision: row.revision, decision: { decision: 'open-case', worker: account!.account } },
    })
    const answers = () => house.look<{ worker: string }>('select worker from casework.case where id = $1', [opened.answer.case])
    await house.jobs()
    expect(await answers()).toEqual([{ worker: account!.account }])
    house.clock.set('2026-11-24T06:30:00.000Z')
    await house.jobs()
    expect(await answers()).toEqual([{ worker: people.parvin.account }])
  })

  it('keeps them where another appointment still makes them answer for the team', async () => {
    const { caseId, personId } = await arrange(house)
    await house.look(
      `insert into auth.appointment (id, account, role, unit, home, area_from, area_to, valid_from)
       select gen_random_uuid(), account, 'supervisor', unit, home, area_from, area_to, valid_from from auth.appointment where account = $1`,
      [people.mina.account],
    )
    await leaves('mina')
    expect(await responsible(caseId, personId)).toEqual(nobodyElse('mina'))
  })

  it('keeps what is theirs in another team, and does not touch a colleague’s', async () => {
    const { caseId, personId } = await arrange(house)
    await leaves('otherWorker')
    await leaves('workerOfC')
    expect(await responsible(caseId, personId)).toEqual(nobodyElse('mina'))
  })
})

describe('a coordinator who leaves', () => {
  const offered = async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    return behzad
  }

  it('leaves no offer waiting: each goes back to the liaison desk', async () => {
    const behzad = await offered()
    await leaves('bahar')
    expect((await behzad.send(getBoard, {})).answer.needs).toMatchObject([{ referralState: 'ready', attempt: 2 }])
    await behzad.send(propose, { body: {} })
    // its group has nobody to answer, and nobody else is of the same sex
    expect((await behzad.send(getBoard, {})).answer.needs[0]!.proposal!.volunteer).toBeNull()
  })

  it('leaves them to the other coordinator, where there is one', async () => {
    const behzad = await offered()
    const body = { name: 'ترانه دوم', contact: '0912 222 3355', role: 'coordinator' as const, unit: units.women }
    expect((await (await administrator()).send(appoint, { body })).answer.outcome).toBe('appointed')
    await leaves('bahar')
    expect((await behzad.send(getBoard, {})).answer.needs).toMatchObject([{ referralState: 'offered', attempt: 1 }])
  })
})

describe('a volunteer who leaves', () => {
  it('gives back what lies ahead, as by declining, and is proposed no more', async () => {
    const { person, behzad, code, mina, caseId } = await arrange(house)
    const { visit } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    await leaves('mehri')
    const { visits } = (await mina.send(listCaseVisits, { params: { case: caseId } })).answer
    expect(visits).toMatchObject([{ id: visit.id, state: 'declined' }])
    expect((await house.look('select from visits.booking'))).toEqual([])
    expect((await behzad.send(getBoard, {})).answer.needs).toMatchObject([{ referralState: 'ready', attempt: 2 }])
    await behzad.send(propose, { body: {} })
    expect((await behzad.send(getBoard, {})).answer.needs[0]!.proposal!.volunteer?.name).toBe('شیرین عطایی')
    const { capacity } = (await behzad.send(getBoard, {})).answer
    expect(JSON.stringify(capacity)).not.toContain('مهری')
  })

  it('is in nobody’s mind any more: an offer that waits goes back', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    await leaves('mehri')
    expect((await (await house.as('bahar')).send(listOffers, {})).answer.offers).toEqual([])
    expect((await behzad.send(getBoard, {})).answer.needs).toMatchObject([{ referralState: 'ready', attempt: 2 }])
  })

  it('is proposed for no need that comes later', async () => {
    await leaves('mehri')
    const { behzad } = await arrange(house)
    expect((await behzad.send(getBoard, {})).answer.needs[0]!.proposal!.volunteer?.name).toBe('شیرین عطایی')
  })

  it('may be proposed again when only suspended, and restored', async () => {
    const left = () => house.look('select from network.volunteer where left_at is not null and id = $1', [volunteers.mehri])
    await isSuspended('mehri')
    expect(await left()).toHaveLength(1)
    await (await administrator()).send(restore, { params: { account: people.mehri.account as never } })
    await house.jobs()
    expect(await left()).toEqual([])
  })
})

describe('a volunteer who rests', () => {
  it('gives back the visits that fall into the rest', async () => {
    const { person, behzad, code, mina, caseId } = await arrange(house)
    const { mehri } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    const rest = await mehri.send(beginRest, { body: { weeks: 1 } })
    expect(rest.answer, rest.text).toEqual({ until: '2026-11-28' })
    await house.jobs()
    expect((await mehri.send(listMyVisits, {})).answer.visits).toEqual([])
    expect((await mina.send(listCaseVisits, { params: { case: caseId } })).answer.visits).toMatchObject([{ state: 'declined' }])
    await behzad.send(propose, { body: {} })
    expect((await behzad.send(getBoard, {})).answer.needs[0]!.proposal!.volunteer?.name).toBe('شیرین عطایی')
  })

  it('keeps a visit that comes after it', async () => {
    const { person, behzad, code } = await arrange(house)
    const { mehri } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    await house.look(`update visits.assignment set visit_from = '2026-12-20T05:30Z', visit_to = '2026-12-20T08:30Z', open_until = '2026-12-28'`)
    await mehri.send(beginRest, { body: { weeks: 2 } })
    await house.jobs()
    expect((await mehri.send(listMyVisits, {})).answer.visits).toMatchObject([{ state: 'approved' }])
  })

  it('is in nobody’s mind for those days either', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    await (await house.as('mehri')).send(beginRest, { body: { weeks: 1 } })
    await house.jobs()
    expect((await behzad.send(getBoard, {})).answer.needs).toMatchObject([{ referralState: 'ready', attempt: 2 }])
  })

  it('reads until when, and may come back before', async () => {
    const kaveh = await house.as('kaveh')
    expect((await kaveh.send(getRest, {})).answer).toEqual({ until: null })
    await kaveh.send(beginRest, { body: { weeks: 4 } })
    expect((await kaveh.send(getRest, {})).answer).toEqual({ until: '2026-12-19' })
    expect((await (await house.as('mehri')).send(getRest, {})).answer).toEqual({ until: null })
    expect((await kaveh.send(endRest, {})).answer).toEqual({ until: null })
    await kaveh.send(beginRest, { body: { weeks: 1 } })
    house.clock.set('2026-11-30T06:30:00.000Z')
    expect((await kaveh.send(getRest, {})).answer).toEqual({ until: null })
  })
})
