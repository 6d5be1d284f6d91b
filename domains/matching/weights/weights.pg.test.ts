import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { arrange } from '#apps/testing/chain.ts'
import { openTestHouse, people, volunteers, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { getBoard, propose } from '#domains/matching/contract.ts'
import { getRun, listRuns, startRun } from '#domains/matching/runs/contract.ts'
import { defaultWeights } from '#engines/matching/index.ts'
import {
  changeDraft, discardDraft, draftWeights, getWeights, proposeWeights, putInForce, refuseWeights, tryWeights, type DraftId,
} from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

const { version: _, ...inForce } = defaultWeights
const reason = 'همیاران از دوری راه گله دارند.'
/** So much for each task already carried that the next volunteer is asked. */
const fairer = { ...inForce, loadStep: 90 }

const seen = async (visitor: Visitor) => (await visitor.send(getWeights, {})).answer
const draftOf = async (visitor: Visitor) => (await seen(visitor)).drafts[0]!
const drafted = async (desk: Visitor, weights = fairer): Promise<DraftId> => (await desk.send(draftWeights, { body: { weights, reason } })).answer.draft
const onDraft = async (desk: Visitor) => {
  const { id, revision } = await draftOf(desk)
  return { params: { draft: id }, body: { revision } }
}
const tried = async (desk: Visitor) => {
  const { answer } = await desk.send(tryWeights, await onDraft(desk))
  await house.jobs()
  return (await desk.send(getRun, { params: { run: answer.run } })).answer
}
const proposed = async (desk: Visitor) => {
  await drafted(desk)
  await tried(desk)
  expect((await desk.send(proposeWeights, await onDraft(desk))).status).toBe(200)
}

describe('a draft of other weights', () => {
  it('changes nothing by itself', async () => {
    const { behzad } = await arrange(house)
    await drafted(behzad)
    const weights = await seen(behzad)
    expect(weights.inForce).toMatchObject({ version: 1, weights: { loadStep: 8 }, since: null })
    expect(weights.drafts).toMatchObject([{ state: 'draft', weights: { loadStep: 90 }, reason, areaEn: 'Firuzedasht', trial: null, own: true }])
    expect((await behzad.send(propose, { body: {} })).answer.weightsVersion).toBe(1)
  })

  it('keeps each weight within its bounds, and nobody is left alone to spare a way', async () => {
    const behzad = await house.as('behzad')
    const refused = async (change: object) =>
      (await behzad.send(draftWeights, { body: { weights: { ...fairer, ...change }, reason } })).fields.map(({ field, code }) => `${field} ${code}`)
    expect(await refused({ travelPerKm: 0, loadStep: 101 })).toEqual(['weights.travelPerKm too-small-number', 'weights.loadStep too-big-number'])
    expect(await refused({ travelPerKm: 50, unmatched: 9_999 })).toEqual(['weights.unmatched too-small-number'])
    expect(await refused({ belief: 5 })).toEqual([])
    // What no weight is named for is not even kept.
    expect(JSON.stringify((await draftOf(behzad)).weights)).not.toContain('belief')
  })

  it('is one a desk, and its own', async () => {
    const behzad = await house.as('behzad')
    const id = await drafted(behzad)
    expect((await behzad.send(draftWeights, { body: { weights: fairer, reason } })).problem).toBe('matching.draft-open')
    const other = await house.as('liaisonOfC')
    expect((await seen(other)).drafts).toEqual([])
    for (const operation of [tryWeights, proposeWeights, discardDraft])
      expect((await other.send(operation, { params: { draft: id }, body: { revision: 1 } })).problem).toBe('record.not-found')
    expect((await other.send(draftWeights, { body: { weights: fairer, reason } })).status).toBe(200)
    expect((await behzad.send(discardDraft, { params: { draft: id }, body: { revision: 3 } })).problem).toBe('request.stale')
    expect((await behzad.send(discardDraft, await onDraft(behzad))).status).toBe(200)
    expect((await seen(behzad)).drafts).toEqual([])
  })
})

describe('a trial', () => {
  it('matches what waits both ways, compares, and proposes nothing', async () => {
    const { behzad } = await arrange(house)
    // Mehri is nearest and carries two; a fairer load sends Shirin, who carries none, though she lives farther.
    await house.look('update network.volunteer set load = 2 where id = $1', [volunteers.mehri])
    await behzad.send(propose, { body: {} })
    const before = (await behzad.send(getBoard, {})).answer.needs
    await drafted(behzad)
    const run = await tried(behzad)
    expect(run).toMatchObject({
      how: 'trial', state: 'done', own: null, wide: null, weights: { version: 1, loadStep: 8 }, draftWeights: { loadStep: 90 },
      trial: { needs: 1, differ: 1, now: { matched: 1, unmatched: [], travelKm: 0 }, draft: { matched: 1, travelKm: 5 } },
    })
    expect(run.trial!.now.after).toEqual([{ carried: 0, volunteers: 3 }, { carried: 3, volunteers: 1 }])
    expect(run.trial!.draft.after).toEqual([{ carried: 0, volunteers: 2 }, { carried: 1, volunteers: 1 }, { carried: 2, volunteers: 1 }])
    expect((await behzad.send(getBoard, {})).answer.needs).toEqual(before)
    expect((await behzad.send(listRuns, {})).answer.runs).toEqual([])
  })

  it('may stand beside a run, and is one at a time for a draft', async () => {
    const { behzad } = await arrange(house)
    await drafted(behzad)
    await behzad.send(startRun, { body: {} })
    expect((await behzad.send(tryWeights, await onDraft(behzad))).status).toBe(200)
    expect((await behzad.send(tryWeights, await onDraft(behzad))).problem).toBe('matching.trial-under-way')
    await house.jobs()
    expect((await draftOf(behzad)).trial).toMatchObject({ over: true })
  })

  it('is needed before a draft is put to anybody, and again after it changed', async () => {
    const { behzad } = await arrange(house)
    await drafted(behzad)
    expect((await behzad.send(proposeWeights, await onDraft(behzad))).problem).toBe('matching.draft-untried')
    await tried(behzad)
    const { params, body } = await onDraft(behzad)
    await behzad.send(changeDraft, { params, body: { ...body, weights: { ...fairer, newFace: 90 }, reason } })
    expect((await behzad.send(proposeWeights, await onDraft(behzad))).problem).toBe('matching.draft-untried')
    await tried(behzad)
    expect((await behzad.send(proposeWeights, await onDraft(behzad))).status).toBe(200)
    expect(await draftOf(behzad)).toMatchObject({ state: 'proposed', trial: { over: true } })
    expect((await behzad.send(tryWeights, await onDraft(behzad))).problem).toBe('matching.draft-decided')
  })

  it('of the very weights in force is nothing to decide about', async () => {
    const { behzad } = await arrange(house)
    await drafted(behzad, inForce)
    await tried(behzad)
    expect((await behzad.send(proposeWeights, await onDraft(behzad))).problem).toBe('matching.draft-same')
  })
})

describe('the second person', () => {
  it('reads what waits, puts it in force, and every run says by which version it went', async () => {
    const { behzad } = await arrange(house)
    const administrator = await house.as('administrator')
    await drafted(behzad)
    expect((await seen(administrator)).drafts).toEqual([])
    await tried(behzad)
    await behzad.send(proposeWeights, await onDraft(behzad))
    // One need waits: what its trial came to is too little to be told to others.
    expect(await draftOf(administrator)).toMatchObject({ state: 'proposed', weights: { loadStep: 90 }, trial: null, told: null, own: false })
    expect((await administrator.send(putInForce, await onDraft(administrator))).status).toBe(200)
    const weights = await seen(behzad)
    expect(weights).toMatchObject({ inForce: { version: 2, weights: { loadStep: 90 }, reason }, past: [{ version: 1, weights: { loadStep: 8 } }], drafts: [] })
    expect((await behzad.send(propose, { body: {} })).answer.weightsVersion).toBe(2)
    expect((await behzad.send(getBoard, {})).answer.needs[0]!.proposal!.weightsVersion).toBe(2)
    const { answer } = await behzad.send(startRun, { body: {} })
    expect((await behzad.send(getRun, { params: { run: answer.run } })).answer.weights).toMatchObject({ version: 2, loadStep: 90 })
    await drafted(behzad, { ...fairer, newFace: 70 })
    await tried(behzad)
    await behzad.send(proposeWeights, await onDraft(behzad))
    await administrator.send(putInForce, await onDraft(administrator))
    const later = await seen(behzad)
    expect(later.inForce.version).toBe(3)
    expect(later.past.map(({ version }) => version)).toEqual([2, 1])
  })

  it('is told what a trial came to where it is enough', async () => {
    const { behzad } = await arrange(house)
    await drafted(behzad)
    await tried(behzad)
    const side = { matched: 40, waitingDays: 9, travelKm: 80, unmatched: [], idle: 12 }
    await house.look('update matching.run set wide = $1', [JSON.stringify({ needs: 40, now: side, draft: side, differ: 7 })])
    await behzad.send(proposeWeights, await onDraft(behzad))
    expect((await draftOf(await house.as('administrator'))).told).toMatchObject({ needs: 40, differ: 7 })
  })

  it('is never somebody who wrote in it, in whatever role', async () => {
    const { behzad } = await arrange(house)
    await proposed(behzad)
    const administrator = await house.as('administrator')
    await house.look('update matching.weights set authors = authors || $1::text', [people.administrator.account])
    expect(await draftOf(administrator)).toMatchObject({ own: true })
    for (const [operation, more] of [[putInForce, {}], [refuseWeights, { reason }]] as const) {
      const { params, body } = await onDraft(administrator)
      expect((await administrator.send(operation, { params, body: { ...body, ...more } as never })).problem).toBe('matching.own-draft')
    }
    await expect(
      house.look(`update matching.weights set state = 'in-force', version = 2, decided_by = $1`, [people.administrator.account]),
    ).rejects.toThrow('check')
  })

  it('refuses with a reason that the desk reads, and the desk may draft again', async () => {
    const { behzad } = await arrange(house)
    await proposed(behzad)
    const administrator = await house.as('administrator')
    const { params, body } = await onDraft(administrator)
    expect((await administrator.send(refuseWeights, { params, body: { revision: 1, reason: 'زمانش نیست هنوز.' } })).problem).toBe('request.stale')
    await administrator.send(refuseWeights, { params, body: { ...body, reason: 'زمانش نیست هنوز.' } })
    expect(await seen(behzad)).toMatchObject({ inForce: { version: 1 }, drafts: [], refused: { reason: 'زمانش نیست هنوز.' } })
    expect((await administrator.send(putInForce, { params, body })).problem).toBe('matching.draft-decided')
    house.clock.advance(1)
    await drafted(behzad)
    expect((await seen(behzad)).refused).toBeNull()
  })

  it('is an administrator, not the desk itself, nor anybody else', async () => {
    const { behzad } = await arrange(house)
    await drafted(behzad)
    const { id } = await draftOf(behzad)
    // A draft that was put to nobody is not there for whoever decides.
    const administrator = await house.as('administrator')
    expect((await administrator.send(putInForce, { params: { draft: id }, body: { revision: 1 } })).problem).toBe('record.not-found')
    for (const name of ['behzad', 'director', 'mina'] as const)
      expect((await (await house.as(name)).send(putInForce, { params: { draft: id }, body: { revision: 1 } })).problem, name).toBe('record.not-found')
    expect((await (await house.as('mina')).send(getWeights, {})).problem).toBe('record.not-found')
  })
})
