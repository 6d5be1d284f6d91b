import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { domainRoutes } from '#apps/domains.ts'
import { ADDRESS, approve, arrange, asked, releaseFirst, VISIT_FROM } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { withdrawConsent } from '#domains/consents/contract.ts'
import { getMyFile, openFile, withdrawMine } from '#domains/desk/contract.ts'
import { acceptReferral, listOffers } from '#domains/referrals/contract.ts'
import { acceptVisit, arrive, listMyVisits, reportVisit, setOut } from '#domains/visits/contract.ts'
import type { Role } from '#platform/actor/index.ts'
import type { Operation } from '#platform/contract/index.ts'
import { bodyOf } from '#apps/testing/bodies.ts'

/** 08:30 in Tehran, half an hour before the visit: name, telephone and address are open. */
const IN_WINDOW = '2026-11-25T05:00:00.000Z'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

/** A case whose visit is approved and whose volunteer has arrived, and the keys with which each deed was sent. */
const underWay = async (until?: string) => {
  const walked = await arrange(house, {}, until === undefined ? {} : { until })
  await releaseFirst(walked.behzad)
  const [bahar, mehri] = await Promise.all([house.as('bahar'), house.as('mehri')])
  const deeds: { visitor: Visitor; operation: Operation; sent: object }[] = []
  const send = async (visitor: Visitor, operation: unknown, sent: object) => {
    const deed = { visitor, operation: operation as Operation, sent: { ...sent, key: randomUUID() } }
    deeds.push(deed)
    const reply = await visitor.send(deed.operation, deed.sent as never)
    expect(reply.status, `${deed.operation.id}: ${reply.text}`).toBe(200)
    await house.jobs()
  }
  const [offer] = (await bahar.send(listOffers, {})).answer.offers
  await send(bahar, acceptReferral, { params: { referral: offer!.id }, body: { revision: offer!.revision } })
  const [visit] = (await mehri.send(listMyVisits, {})).answer.visits
  const params = { visit: visit!.id }
  await send(mehri, acceptVisit, { params, body: { revision: visit!.revision } })
  await approve(house, walked.person, walked.code)
  house.clock.set(IN_WINDOW)
  await send(mehri, setOut, { params, body: {} })
  await send(mehri, arrive, { params, body: {} })
  return { ...walked, bahar, mehri, params, deeds }
}

const readsOf = (role: Role): readonly Operation[] =>
  domainRoutes
    .map(({ operation }) => operation)
    .filter(({ method, may }) => method === 'GET' && typeof may !== 'string' && may.includes(role))

/** Everything that the group and the volunteer can read, as one text. */
const readAll = async ({ bahar, mehri, referral }: Pick<Awaited<ReturnType<typeof underWay>>, 'bahar' | 'mehri' | 'referral'>): Promise<string> => {
  const texts: string[] = []
  for (const [visitor, role] of [[bahar, 'coordinator'], [mehri, 'volunteer']] as const)
    for (const operation of readsOf(role)) {
      const sent = { ...bodyOf(operation, {}), params: { referral: referral.id } }
      const { status, text } = await visitor.send(operation, sent as never)
      // What is asked of one record may be over; a list is always answered.
      if (!operation.path.includes(':')) expect(status, operation.id).toBe(200)
      texts.push(text)
    }
  return texts.join('\n')
}

const replay = (deeds: Awaited<ReturnType<typeof underWay>>['deeds']) =>
  Promise.all(deeds.map(({ visitor, operation, sent }) => visitor.send(operation, sent as never)))

const openAgain = async (visitor: Visitor, code: string) => {
  const opened = await visitor.send(openFile, { body: { code, secret: asked.secret! } })
  expect(opened.status, opened.text).toBe(200)
  return (await visitor.send(getMyFile, {})).answer
}

const lentWords = [asked.givenName, asked.familyName, ADDRESS, '+989123456789']

const expectNothingLeft = async (walk: Awaited<ReturnType<typeof underWay>>) => {
  const after = await readAll(walk)
  for (const words of [...lentWords, VISIT_FROM, walk.params.visit, walk.referral.id]) expect(after).not.toContain(words)
  for (const reply of await replay(walk.deeds)) expect(reply.problem, reply.text).toBe('record.not-found')
  const report = await walk.mehri.send(reportVisit, { params: walk.params, body: { happened: 'yes', outcome: 'met' } })
  expect(report.problem).toBe('record.not-found')
}

describe('a consent that is withdrawn while the volunteer stands at the door', () => {
  it('is told by the worker: every read of the group and the volunteer is empty before any job ran', async () => {
    const walk = await underWay()
    const before = await readAll(walk)
    for (const words of lentWords) expect(before).toContain(words)
    for (const reply of await replay(walk.deeds)) expect(reply.status, reply.text).toBe(200)

    const withdrawn = await walk.mina.send(withdrawConsent, {
      params: { consent: walk.consent.id },
      body: { revision: walk.consent.revision },
    })
    expect(withdrawn.answer.state).toBe('withdrawn')
    await expectNothingLeft(walk)
    await house.jobs()
    await expectNothingLeft(walk)
  })

  it('is the person’s own deed in their file, and as quick', async () => {
    const walk = await underWay()
    const stranger = house.stranger()
    await openAgain(stranger, walk.code)
    const withdrawn = await stranger.send(withdrawConsent, {
      params: { consent: walk.consent.id },
      body: { revision: walk.consent.revision },
    })
    expect(withdrawn.status, withdrawn.text).toBe(200)
    await expectNothingLeft(walk)
  })

  it('ends with the whole request', async () => {
    const walk = await underWay()
    const stranger = house.stranger()
    const file = await openAgain(stranger, walk.code)
    const stopped = await stranger.send(withdrawMine, { body: { revision: file.requestRevision } })
    expect(stopped.status, stopped.text).toBe(200)
    await expectNothingLeft(walk)
  })
})

describe('a consent that lapses by its own date', () => {
  it('closes what was lent at that moment, with nobody doing anything', async () => {
    const walk = await underWay('2026-11-25T06:00:00.000Z')
    expect(await readAll(walk)).toContain(ADDRESS)
    house.clock.set('2026-11-25T06:00:00.000Z')
    const after = await readAll(walk)
    for (const words of lentWords) expect(after).not.toContain(words)
  })
})

describe('a stored key', () => {
  it('gives nothing to somebody whose appointment has ended', async () => {
    const walk = await underWay()
    await house.look(`update auth.appointment set valid_until = $1 where role in ('coordinator', 'volunteer')`, [house.clock.now()])
    house.open.house.auth.sessions.forget()
    for (const reply of await replay(walk.deeds)) expect(reply.problem, reply.text).toBe('record.not-found')
  })
})
