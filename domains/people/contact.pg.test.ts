import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked } from '#apps/testing/chain.ts'
import { openTestHouse, people, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { getCase, type CaseId } from '#domains/casework/contract.ts'
import { ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { savePerson, type PersonId } from './contract.ts'
import { joinAddresses } from './index.ts'

let house: TestHouse
let mina: Visitor
let caseId: CaseId
beforeAll(async () => {
  house = await openTestHouse()
  mina = await house.as('mina')
  await house.stranger().send(ask, { body: asked })
  const sara = await house.as('sara')
  const row = (await sara.send(getInbox, {})).answer.rows[0]!
  const { answer } = await sara.send(triage, {
    params: { request: row.id },
    body: { revision: row.revision, decision: { decision: 'open-case', worker: people.mina.account } },
  })
  caseId = answer.case as CaseId
})
afterAll(() => house.close())

const read = async () => (await mina.send(getCase, { params: { case: caseId } })).answer.person

const write = async (address: string | null) => {
  const { id, revision } = await read()
  const reply = await mina.send(savePerson, { params: { person: id as PersonId }, body: { revision, address } })
  expect(reply.status, reply.text).toBe(200)
}

interface Kept {
  readonly home: number
  readonly contact: Buffer
  readonly address: Buffer | null
}

const kept = async (): Promise<Kept> => (await house.look<Kept>('select home, contact, address from people.person'))[0]!

/** As the first releases kept it: the address sealed by itself. */
const keepApart = async (address: string) => {
  const { home, contact } = await kept()
  const { address: _, ...without } = JSON.parse(house.keys.open(home, contact)) as Record<string, unknown>
  await house.look('update people.person set contact = $1, address = $2', [
    house.keys.seal(home, JSON.stringify(without)),
    house.keys.seal(home, address),
  ])
}

describe('the address of a person', () => {
  it('is sealed together with the contact, and comes and goes without it', async () => {
    await write('سرچشمه، پلاک ۱')
    expect(await read()).toMatchObject({ address: 'سرچشمه، پلاک ۱', phone: '+989123456789', safeFrom: '16:00' })
    const { home, contact, address } = await kept()
    expect(address).toBeNull()
    expect(JSON.parse(house.keys.open(home, contact))).toMatchObject({ address: 'سرچشمه، پلاک ۱', phone: '+989123456789' })
    await write(null)
    expect(await read()).toMatchObject({ address: null, phone: '+989123456789', safeFrom: '16:00' })
  })

  it('is read where a record of an earlier release has it apart, and joins the contact when it changes', async () => {
    await keepApart('سرچشمه، پلاک ۲')
    expect(await read()).toMatchObject({ address: 'سرچشمه، پلاک ۲', phone: '+989123456789' })
    await write('سرچشمه، پلاک ۳')
    expect(await read()).toMatchObject({ address: 'سرچشمه، پلاک ۳', phone: '+989123456789' })
    expect((await kept()).address).toBeNull()
  })

  it('joins the contact when everything is sealed again', async () => {
    await keepApart('سرچشمه، پلاک ۴')
    const loader = new pg.Client({ connectionString: house.open.loaderUrl })
    await loader.connect()
    expect(await joinAddresses(loader, house.keys)).toBe(1)
    expect(await joinAddresses(loader, house.keys)).toBe(0)
    await loader.end()
    expect((await kept()).address).toBeNull()
    expect(await read()).toMatchObject({ address: 'سرچشمه، پلاک ۴', phone: '+989123456789', safeFrom: '16:00' })
  })
})
