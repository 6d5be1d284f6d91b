import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ADDRESS, arrange } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { volunteers } from '#apps/testing/world.ts'
import { getCase } from '#domains/casework/contract.ts'
import { getBoard, propose, releaseProposal } from '#domains/matching/contract.ts'
import { getAddress, saveAddress } from '#domains/network/contract.ts'
import { saveHousehold, savePerson, type PersonId } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

/** Women for whom no vetting is asked: Mehri is the nearest, Shirin the next. */
const shopping = { kind: 'paperwork', requires: { skills: [], vetting: false, sameSex: 'required' as const, languages: ['fa'] } }

describe('a volunteer who lives where the person lives', () => {
  it('is never a candidate, nor is their group, and nobody is told why', async () => {
    const mehri = await house.as('mehri')
    // The same home in another’s words.
    expect((await mehri.send(saveAddress, { body: { address: 'پلاک 12 کوچه نارون، سرچشمه' } })).status).toBe(200)
    const { behzad, proposed } = await arrange(house, {}, { need: shopping })
    expect(proposed).toMatchObject({ proposed: 0, nobody: 1 })
    const { needs } = (await behzad.send(getBoard, {})).answer
    expect(JSON.stringify(needs)).not.toMatch(/address|نشانی|exclu|سلیمی|عطایی|نارون/)
    await mehri.send(saveAddress, { body: { address: 'سرچشمه، کوچهٔ نارون، پلاک ۱۴' } })
    await behzad.send(propose, { body: {} })
    expect((await behzad.send(getBoard, {})).answer.needs[0]!.proposal?.volunteer?.name).toBe('مهری سلیمی')
  })

  it('is not sent either where the address is written after the proposal', async () => {
    const { behzad, mina, caseId, personId } = await arrange(house, {}, { need: shopping })
    const { proposal } = (await behzad.send(getBoard, {})).answer.needs[0]!
    expect(proposal?.volunteer?.name).toBe('مهری سلیمی')
    const mehri = await house.as('mehri')
    await mehri.send(saveAddress, { body: { address: 'بلوار شقایق، شمارهٔ ۷' } })
    const { person } = (await mina.send(getCase, { params: { case: caseId } })).answer
    await mina.send(savePerson, { params: { person: personId as PersonId }, body: { revision: person.revision, address: 'بلوار شقایق شماره ۷' } })
    const sent = await behzad.send(releaseProposal, { params: { proposal: proposal!.id }, body: { revision: proposal!.revision } })
    expect(sent.problem).toBe('matching.superseded')
    // Only the last home counts.
    await mina.send(savePerson, { params: { person: personId as PersonId }, body: { revision: person.revision + 1, address: ADDRESS } })
    const again = await behzad.send(releaseProposal, { params: { proposal: proposal!.id }, body: { revision: proposal!.revision } })
    expect(again.status, again.text).toBe(200)
  })

  it('keeps their address for themself: the database has a digest and a sealed text', async () => {
    const mehri = await house.as('mehri')
    await mehri.send(saveAddress, { body: { address: ADDRESS } })
    expect((await mehri.send(getAddress, {})).answer).toEqual({ address: ADDRESS })
    const [row] = await house.look<{ text: string; phone: string; digest: boolean }>(
      `select v::text as text, address_digest is not null as digest from network.volunteer v where id = $1`, [volunteers.mehri])
    expect(row).toMatchObject({ digest: true })
    expect(row!.text).not.toContain('نارون')
    const contact = await house.look<{ home: number; contact: Buffer }>('select home, contact from network.volunteer where id = $1', [volunteers.mehri])
    expect(JSON.parse(house.keys.open(contact[0]!.home, contact[0]!.contact))).toMatchObject({ address: ADDRESS, phone: expect.any(String) })
    await mehri.send(saveAddress, { body: { address: null } })
    expect((await house.look<{ none: boolean }>('select address_digest is null as none from network.volunteer where id = $1', [volunteers.mehri]))[0]!.none).toBe(true)
  })
})

describe('who lives with the person', () => {
  it('is counted by age and sex, seen on their case, and named nowhere', async () => {
    const { mina, caseId, personId } = await arrange(house)
    const { person } = (await mina.send(getCase, { params: { case: caseId } })).answer
    expect(person.household).toEqual([])
    const household = [
      { ageGroup: '0-17' as const, sex: 'female' as const, count: 1 },
      { ageGroup: '35-59' as const, sex: 'male' as const, count: 1 },
      { ageGroup: '0-17' as const, sex: 'female' as const, count: 1 },
    ]
    const params = { person: personId as PersonId }
    expect((await mina.send(saveHousehold, { params, body: { revision: 99, household } })).problem).toBe('request.stale')
    expect((await mina.send(saveHousehold, { params, body: { revision: person.revision, household } })).status).toBe(200)
    expect((await mina.send(getCase, { params: { case: caseId } })).answer.person.household).toEqual([
      { ageGroup: '0-17', sex: 'female', count: 2 },
      { ageGroup: '35-59', sex: 'male', count: 1 },
    ])
    // There is no place for a name: one that is sent is dropped.
    await mina.send(saveHousehold, { params, body: { revision: person.revision + 1, household: [{ ...household[0]!, name: 'سارا' }] as never } })
    expect(JSON.stringify(await house.look('select household from people.person'))).not.toContain('سارا')
    for (const name of ['otherWorker', 'sara', 'behzad', 'bahar'] as const)
      expect((await (await house.as(name)).send(saveHousehold, { params, body: { revision: person.revision + 2, household: [] } })).problem).toBe('record.not-found')
  })
})
