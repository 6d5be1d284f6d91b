import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, asked, offerToVolunteer } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { getMyFile, openFile } from '#domains/desk/contract.ts'
import { listMyVisits } from '#domains/visits/contract.ts'
import { listOffers } from './contract.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('how many people saw a nameless offer', () => {
  it('is counted once for each of them, and told to the person behind the second secret', async () => {
    const { person, behzad, code } = await arrange(house)
    await person.send(openFile, { body: { code, secret: asked.secret! } })
    const seenBy = async () => (await person.send(getMyFile, {})).answer.offerSeenBy
    expect(await seenBy()).toBe(0)
    const { bahar, mehri } = await offerToVolunteer(house, behzad)
    expect(await seenBy()).toBe(2)
    await bahar.send(listOffers, {})
    await mehri.send(listMyVisits, {})
    expect(await seenBy()).toBe(2)
    const nasrin = await house.as('nasrin')
    await nasrin.send(listOffers, {})
    expect(await seenBy()).toBe(2)
  })

  it('is kept without naming a reader', async () => {
    const rows = await house.look<{ person: string; reader_digest: Buffer }>('select person, reader_digest from referrals.sight')
    expect(new Set(rows.map(({ reader_digest }) => reader_digest.toString('hex'))).size).toBe(rows.length)
    expect(Object.keys(rows[0]!)).not.toContain('account')
  })
})
