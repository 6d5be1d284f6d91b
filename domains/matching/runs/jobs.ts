import { countryPack } from '#countries/index.ts'
import { savePictures } from '#domains/matching/counties/store.ts'
import { localTime, today } from '#engines/calendar/index.ts'
import { system, type Actor } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { inTransaction, isAway, wallOf } from '#platform/db/index.ts'
import { newId, WHOLE_NATION } from '#platform/ids/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { isUnderWay, runAfter } from './lifecycle.ts'
import { planRun } from './plan.ts'
import type { Summary, Trial } from './contract.ts'
import { matchRegion } from './region.ts'
import { protect, protectTrial } from './summary.ts'
import * as store from './store.ts'
import { tryRegion } from './trial.ts'

/** A county takes seconds: a run that wrote nothing for so long has nobody who goes on with it. */
const SILENT_MS = 2 * 3_600_000

const RUN = 'matching.run'
const NIGHT = 'matching.night'
const PICTURE = 'matching.picture-counties'

/** Opens the run, and of all counties the one that is matched in this deed. */
const runner = (run: string, region?: store.Region): Actor => ({
  ...system(RUN, [`run:${run}`]),
  ...(region === undefined ? {} : { area: { from: region.home, to: region.area_to } }),
})

/** The counties that are still to do: all of them at first, the rest after a worker died. */
const begin = (house: House, run: string): Promise<readonly store.Region[]> =>
  inDeed(house, runner(run), RUN, { wait: true }, async ({ tx, now, audit }) => {
    const record = await store.lockRun(tx, run)
    audit(run, { home: record?.home ?? 0, from: record?.state ?? null })
    if (record === undefined || !isUnderWay(record.state)) return []
    const state = runAfter('start', record.state)
    if (state !== undefined) store.moveRun(tx, record, { state, at: now })
    return (await store.regionsOf(tx, run)).filter((region) => region.state === 'waiting')
  })

/** One county in one transaction. False where the run was stopped meanwhile. */
const step = (house: House, run: string, region: store.Region): Promise<boolean> =>
  inDeed(house, runner(run, region), RUN, { wait: true }, async (scope) => {
    const { tx, now, audit } = scope
    const [record, own] = [await store.findRun(tx, run), await store.lockRegion(tx, run, region.home)]
    if (record?.state !== 'running') {
      audit(run, { home: region.home, stopped: true })
      return false
    }
    if (own?.state !== 'waiting') {
      audit(run, { home: region.home, done: true })
      return true
    }
    if (record.draft_weights !== null) {
      const trial = await tryRegion(scope, house.threads, run, record.weights, { ...record.draft_weights, version: record.weights.version })
      store.saveRegion(tx, run, region, { state: 'done', summary: trial, at: now })
      return true
    }
    const { summary, lacks } = await matchRegion(scope, house.threads, run, { weights: record.weights, form: record.form, waiting: region.waiting })
    store.saveRegion(tx, run, region, { state: 'done', summary, lacks, at: now })
    scope.emit({ name: 'matching.county-matched', payload: { home: region.home, to: region.area_to, run } })
    return true
  })

const markFailed = (house: House, run: string, region: store.Region): Promise<void> =>
  inDeed(house, runner(run), RUN, { wait: true }, async ({ tx, now, audit }) => {
    audit(run, { home: region.home, failed: true })
    const own = await store.lockRegion(tx, run, region.home)
    if (own?.state === 'waiting') store.saveRegion(tx, run, region, { state: 'failed', summary: null, at: now })
  })

const finish = (house: House, run: string): Promise<void> =>
  inDeed(house, runner(run), RUN, { wait: true }, async ({ tx, now, audit, emit }) => {
    const record = await store.lockRun(tx, run)
    const regions = await store.regionsOf(tx, run)
    audit(run, { home: record?.home ?? 0, from: record?.state ?? null })
    if (record === undefined) return
    const done = regions.flatMap(({ summary }) => (summary === null ? [] : [summary]))
    const wide = record.how === 'trial' ? protectTrial(done as Trial[]) : protect(done as Summary[])
    if (record.state === 'cancelled') return store.moveRun(tx, record, { state: 'cancelled', at: now, wide })
    // A county in the hands of another worker: whoever ends it ends the run.
    if (regions.some(({ state }) => state === 'waiting')) return
    const failed = regions.some(({ state }) => state === 'failed')
    const state = runAfter(failed ? 'fail' : 'finish', record.state)
    if (state !== undefined) store.moveRun(tx, record, { state, at: now, wide, ...(failed ? { reason: 'region' as const } : {}) })
    if (record.how !== 'trial') emit({ name: 'matching.run-over', payload: { home: record.home, to: record.area_to, run } })
  })

/** What every county of the run's area looks like now, for the pages that show all of them. */
const picture = async (house: House, payload: Payload): Promise<void> => {
  const [run, from, to] = [String(payload['run']), Number(payload['home']), Number(payload['to'])]
  const actor: Actor = { ...system(PICTURE, [`run:${run}`, 'county-pictures']), area: { from, to } }
  await inDeed(house, actor, PICTURE, { wait: true }, async ({ tx, now, audit }) => {
    audit(run, { home: from })
    savePictures(tx, run, { from, to }, now, today(now, countryPack(house.country).timeZone))
  })
}

/**
 * County by county, as many at once as there are threads: no volunteer belongs to two, so the optimum of each is that of
 * the whole. What broke in one leaves it without proposals of this run and the others as they are; the error is thrown at
 * the end, when everything is written. Killed in between, the next worker goes on with the counties that are left.
 */
const go = async (house: House, payload: Payload): Promise<void> => {
  const run = String(payload['run'])
  const left = [...(await begin(house, run))]
  const broken: unknown[] = []
  const onward = async (): Promise<void> => {
    for (let region = left.shift(); region !== undefined; region = left.shift()) {
      try {
        if (!(await step(house, run, region))) left.length = 0
      } catch (error) {
        // Without its database nothing can be written down either: the queue comes again.
        if (isAway(error as Error)) {
          left.length = 0
          throw error
        }
        broken.push(error)
        await markFailed(house, run, region)
      }
    }
  }
  const hands = await Promise.allSettled(Array.from({ length: house.threads.count }, onward))
  for (const hand of hands) if (hand.status === 'rejected') throw hand.reason
  await finish(house, run)
  if (broken.length > 0) throw new AggregateError(broken, 'counties of a matching run failed')
}

/** Ends runs that nobody goes on with, and plans the night's once it is night where the country keeps its clock. */
const look = async (house: House): Promise<void> => {
  const now = house.clock.now()
  const nation: Actor = { ...system(NIGHT), area: WHOLE_NATION }
  const { timeZone, matching } = countryPack(house.country)
  const { date, minutes } = localTime(now, timeZone)
  const isNight = minutes >= matching.night.from && minutes < matching.night.until
  const { silent, ran } = await inTransaction(house.pool, { wall: wallOf(nation, now), wait: false }, async (tx) => ({
    result: {
      silent: await store.silentSince(tx, new Date(now.getTime() - SILENT_MS)),
      ran: await store.ranInNight(tx, WHOLE_NATION, date),
    },
  })).then(({ result }) => result)
  for (const { id } of silent)
    await inDeed(house, nation, NIGHT, { wait: true }, async ({ tx, audit }) => {
      const record = await store.lockRun(tx, id)
      audit(id, { home: record?.home ?? 0, from: record?.state ?? null })
      const state = record === undefined ? undefined : runAfter('fail', record.state)
      if (record !== undefined && state !== undefined) store.moveRun(tx, record, { state, at: now, reason: 'stopped' })
    })
  if (!isNight || ran !== undefined) return
  const id = newId<string>(now.getTime())
  await inDeed(house, nation, NIGHT, { wait: true }, async (scope) => {
    // Another run may be under way: the next look tries again, as long as it is night.
    if (!(await planRun(scope, { id, area: WHOLE_NATION, how: 'night', night: date }))) scope.audit(null, { waits: true })
  })
}

export const jobs: readonly Job[] = [
  { task: NIGHT, every: '*/10 * * * *', work: look },
  { task: RUN, on: ['matching.run-planned'], work: go },
  { task: PICTURE, on: ['matching.run-over'], work: picture },
]
