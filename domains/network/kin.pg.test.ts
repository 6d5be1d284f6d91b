import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arrange, company } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { volunteers } from '#apps/testing/world.ts'
import { declareRelated, listVolunteers, type VolunteerId } from './contract.ts'

let house: TestHouse
let bahar: Visitor
beforeEach(async () => {
  house = await openTestHouse()
  bahar = await house.as('bahar')
})
afterEach(() => house.close())

const [mehri, shirin] = [volunteers.mehri as VolunteerId, volunteers.shirin as VolunteerId]
const lineOf = async (id: string) => (await bahar.send(listVolunteers, {})).answer.volunteers.find((one) => one.id === id)!
const declare = async (id: VolunteerId, related: readonly VolunteerId[]) =>
  bahar.send(declareRelated, { params: { volunteer: id }, body: { revision: (await lineOf(id)).revision, related: [...related] } })

describe('who of a group is related to whom', () => {
  it('is written by its coordinator, stands on both, and can be taken back from either', async () => {
    expect((await declare(mehri, [shirin])).answer).toMatchObject({ related: [shirin] })
    expect([(await lineOf(mehri)).related, (await lineOf(shirin)).related]).toEqual([[shirin], [mehri]])
    expect((await declare(shirin, [])).status).toBe(200)
    expect([(await lineOf(mehri)).related, (await lineOf(shirin)).related]).toEqual([[], []])
    const trail = await house.look<{ details: Record<string, unknown> }>(
      `select details from audit.entry where act = 'network.declare-related' and record = $1 and not refused`,
      [mehri],
    )
    expect(trail.map(({ details }) => details)).toEqual([expect.objectContaining({ from: [], to: [shirin] })])
  })

  it('keeps two of them from being sent together, and leaves what another group declared', async () => {
    await house.look('update network.volunteer set kin = array[$1::uuid] where id = $2', [volunteers.kaveh, mehri])
    await declare(mehri, [shirin])
    // Kaveh and Shirin are left for each other; Mehri goes with neither.
    await arrange(house, {}, { need: company })
    const [proposal] = await house.look<{ pair: string[] }>('select array[volunteer, companion]::text[] as pair from matching.proposal order by recorded_at desc limit 1')
    expect([...proposal!.pair].sort()).toEqual([shirin, volunteers.kaveh].sort())
    const [kept] = await house.look<{ kin: string[] }>('select kin from network.volunteer where id = $1', [mehri])
    expect([...kept!.kin].sort()).toEqual([shirin, volunteers.kaveh].sort())
  })

  it('is nobody else’s to say, names nobody of another group, and not by an old look', async () => {
    const old = await bahar.send(declareRelated, { params: { volunteer: mehri }, body: { revision: 99, related: [] } })
    expect(old.problem).toBe('request.stale')
    const foreign = await declare(mehri, [volunteers.kaveh as VolunteerId])
    expect(foreign.problem).toBe('record.not-found')
    const { revision } = await lineOf(mehri)
    const other = await bahar.send(declareRelated, { params: { volunteer: volunteers.kaveh as VolunteerId }, body: { revision, related: [] } })
    expect(other.problem).toBe('record.not-found')
    for (const name of ['behzad', 'mehri', 'mina'] as const)
      expect((await (await house.as(name)).send(declareRelated, { params: { volunteer: mehri }, body: { revision, related: [] } })).status).not.toBe(200)
  })
})
