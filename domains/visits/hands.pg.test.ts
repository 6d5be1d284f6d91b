import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approve, arrange, confirmationCode, offerToVolunteer, releaseFirst } from '#apps/testing/chain.ts'
import { openTestHouse, people, type Name, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { units, volunteers } from '#apps/testing/world.ts'
import { confirmVisit } from '#domains/desk/contract.ts'
import { getBoard, releaseProposal } from '#domains/matching/contract.ts'
import { acceptReferral, listOffers } from '#domains/referrals/contract.ts'
import type { Role } from '#platform/actor/index.ts'
import { acceptVisit, approveVisit, listCaseVisits, listMyVisits, refuseVisit, reportVisit } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

/** The same account under a second appointment, as an administrator could have made it. */
const alsoAs = async (name: Name, role: Role, unit: string, volunteer: string | null = null): Promise<Visitor> => {
  const { account } = people[name]
  const { home } = people.mina
  const id = randomUUID()
  const area = role === 'liaison' ? [10_100, 10_199] : [home, home]
  await house.look(
    `insert into auth.appointment (id, account, role, unit, unit_name, home, area_from, area_to, volunteer, valid_from)
     values ($1, $2, $3, $4, '', $5, $6, $7, $8, '2026-01-01')`,
    [id, account, role, unit, home, area[0], area[1], volunteer],
  )
  const { token } = await house.open.house.auth.sessions.start({
    kind: 'account', account, appointment: id, home, strength: 'code+second', device: 'test', hours: 24 * 365,
  })
  return house.visitor(token)
}

const releaseAs = async (desk: Visitor) => {
  const { needs } = (await desk.send(getBoard, {})).answer
  const proposal = needs[0]!.proposal!
  return await desk.send(releaseProposal, { params: { proposal: proposal.id }, body: { revision: proposal.revision } })
}

const decideAs = async (staff: Visitor, caseId: string) => {
  const [visit] = (await staff.send(listCaseVisits, { params: { case: caseId as never } })).answer.visits
  const args = { params: { visit: visit!.id }, body: { revision: visit!.revision } }
  return {
    yes: () => staff.send(approveVisit, { ...args, body: { ...args.body, how: 'by-phone' } }),
    no: () => staff.send(refuseVisit, args),
  }
}

describe('one account with several appointments', () => {
  it('that answers for the case, or opened it, does not send its proposal out', async () => {
    await arrange(house)
    expect((await releaseAs(await alsoAs('mina', 'liaison', units.liaisonA))).problem).toBe('matching.part-in-it')
    expect((await releaseAs(await alsoAs('sara', 'liaison', units.liaisonA))).problem).toBe('matching.part-in-it')
    expect((await releaseAs(await house.as('behzad'))).status).toBe(200)
  })

  it('that vetted the volunteer does not send them out', async () => {
    const { behzad } = await arrange(house)
    await house.look('update network.volunteer set vetted_by = $1 where id = $2', [people.behzad.account, volunteers.mehri])
    expect((await releaseAs(behzad)).problem).toBe('matching.part-in-it')
  })

  it('that sent the proposal out does not accept it for the group', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    const both = await alsoAs('behzad', 'coordinator', units.women)
    const offer = (await both.send(listOffers, {})).answer.offers[0]!
    const accepted = await both.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    expect(accepted.problem).toBe('referrals.part-in-it')
  })

  it('that answers for the case, or sent the proposal out, does not go as the volunteer', async () => {
    const { behzad } = await arrange(house)
    await releaseFirst(behzad)
    const bahar = await house.as('bahar')
    const offer = (await bahar.send(listOffers, {})).answer.offers[0]!
    await bahar.send(acceptReferral, { params: { referral: offer.id }, body: { revision: offer.revision } })
    await house.jobs()
    for (const name of ['mina', 'behzad'] as const) {
      const both = await alsoAs(name, 'volunteer', units.women, volunteers.mehri)
      const visit = (await both.send(listMyVisits, {})).answer.visits[0]!
      expect((await both.send(acceptVisit, { params: { visit: visit.id }, body: { revision: visit.revision } })).problem).toBe('visits.part-in-it')
    }
  })

  it('that sent the proposal out, accepted it, goes or vetted does not say yes or no for the person', async () => {
    const { caseId, behzad } = await arrange(house)
    await offerToVolunteer(house, behzad)
    await house.look('update network.volunteer set vetted_by = $1 where id = $2', [people.sara.account, volunteers.mehri])
    for (const name of ['behzad', 'bahar', 'mehri', 'sara'] as const) {
      const { yes, no } = await decideAs(await alsoAs(name, 'supervisor', units.centreA), caseId)
      expect((await yes()).problem, name).toBe('visits.part-in-it')
      expect((await no()).problem, name).toBe('visits.part-in-it')
    }
    const { yes } = await decideAs(await house.as('parvin'), caseId)
    expect((await yes()).status).toBe(200)
  })

  it('that had a part does not type the code for the person; a colleague at the desk may', async () => {
    const { person, code, behzad, mina, sara } = await arrange(house)
    const { mehri, visit } = await offerToVolunteer(house, behzad)
    await approve(house, person, code)
    house.clock.set('2026-11-25T08:20:00.000Z')
    await mehri.send(reportVisit, { params: { visit: visit.id }, body: { happened: 'yes', outcome: 'met' } })
    await house.jobs()
    const body = { code, confirmation: await confirmationCode(house), verdict: 'met' as const }
    for (const visitor of [mehri, mina, behzad]) expect((await visitor.send(confirmVisit, { body })).problem).toBe('visits.part-in-it')
    expect((await sara.send(confirmVisit, { body })).answer).toEqual({ confirmed: true, refusal: null })
  })
})
