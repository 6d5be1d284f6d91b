import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seeded } from '#demonstration/chance.ts'
import { newLedger, type Deed } from './crash/caller.ts'
import { strike, victims, type Victim } from './crash/kill.ts'
import { addMinuteJobs, differencesOfRollups, faultsIn, faultsOfJobs, lookInto, strays, waitingJobs, type Looker } from './crash/look.ts'
import { handOver, writeChains, type Load } from './crash/writers.ts'
import { launchHouse, type LaunchedHouse } from './house.ts'

const KILLS = 20
const WRITERS = 4
const seed = Number(process.env['HAMYAR_TEST_SEED'] ?? Date.now() % 1_000_000)

const chance = seeded(seed)
const ledger = newLedger()
const struck: Record<Victim, number> = { server: 0, postmaster: 0, everything: 0 }
const probes = new Set<number | undefined>()
let folder: string
let house: LaunchedHouse
let origin: string | undefined
let said = ''

const launch = async (): Promise<void> => {
  const environment = { HAMYAR_PROXY: 'yes', HAMYAR_LOG: 'error' }
  house = await launchHouse({ dataFolder: folder, scale: 0.01, environment })
}

const killed = (): number => Object.values(struck).reduce((sum, count) => sum + count)

const hit = async (victim: Victim): Promise<void> => {
  struck[victim] += 1
  await strike(house, victim)
}

/** Starts it again after its end, and now and then kills it once more on the way up. */
const startAgain = async (): Promise<void> => {
  said += house.said()
  await launch()
  if (killed() < KILLS && chance.is(0.25)) {
    await pause(chance.between(50, 1_200))
    await hit(chance.is(0.5) ? 'server' : 'everything')
    return await startAgain()
  }
  origin = await house.ready
}

/** What the probe says: its status, or undefined when nobody answers. */
const probe = async (): Promise<number | undefined> => {
  try {
    return (await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(8_000) })).status
  } catch {
    return undefined
  }
}

/** All the while, as whoever runs a balancer would: on its way up a server may be ready before anybody asks. */
const watch = async (enough: () => boolean): Promise<void> => {
  while (!enough()) {
    probes.add(await probe())
    await pause(30)
  }
}

const untilReady = async (): Promise<void> => {
  for (;;) {
    const status = await probe()
    probes.add(status)
    if (status === 200) return
    const { exitCode, signalCode } = house.server
    if (exitCode !== null || signalCode !== null) throw new Error(`The server ended by itself (${exitCode ?? signalCode}):\n${house.said()}`)
    await pause(50)
  }
}

const look = async <T>(work: (looker: Looker) => Promise<T>): Promise<T> => {
  const looker = await lookInto(folder)
  try {
    return await work(looker)
  } finally {
    await looker.close()
  }
}

const hamyar = async (...words: string[]): Promise<string> => {
  const root = join(import.meta.dirname, '..')
  const env = { ...process.env, HAMYAR_ROOT: root, HAMYAR_DATA: folder, DATABASE_URL: '' }
  return (await promisify(execFile)(process.execPath, [join(root, 'dist', 'apps', 'cli.js'), ...words], { env })).stdout
}

/** Killed twice before it was ever ready: while its database is made, and while it is filled. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hamyar-crash-'))
  for (const latest of [1_500, 6_000]) {
    await launch()
    await pause(chance.between(latest / 10, latest))
    await strike(house, 'server')
  }
  await launch()
  origin = await house.ready
})
afterAll(async () => {
  await house.stop()
  await rm(folder, { recursive: true, force: true })
})

const strikeAndRecover = async (): Promise<void> => {
  await pause(chance.between(100, 1_200))
  const victim = chance.pick(victims)
  const { server } = house
  await hit(victim)
  if (victim !== 'postmaster') await startAgain()
  await untilReady()
  // Its database was shot under it: the same process starts it again and goes on.
  if (victim === 'postmaster') expect([server.exitCode, server.signalCode], house.said()).toEqual([null, null])
  expect(await look((looker) => faultsIn(looker, [...ledger.deeds]))).toEqual([])
  await look(addMinuteJobs)
}

const askAgain = async ({ operation, answer, send }: Deed): Promise<void> => {
  const again = await send()
  expect(again?.status, `${operation}: ${again?.text}`).toBe(answer?.status)
  if (operation === 'desk.ask') expect(again?.text).toBe(answer?.text)
  else expect(again?.body['id']).toBe(answer?.body['id'])
}

// Twenty starts: a minute on a quiet machine, and no fault on a busy one.
describe(`killed ${KILLS} times under load (HAMYAR_TEST_SEED=${seed})`, { timeout: 600_000 }, () => {
  it('loses nothing that it acknowledged, does nothing by halves, and recovers by itself', async () => {
    const place = await look((looker) => looker.placeOfClerk())
    let enough = false
    const load: Load = { where: () => origin, ledger, chance: seeded(seed + 1), place, enough: () => enough }
    const writers = Array.from({ length: WRITERS }, (_, number) => writeChains(load, String(number)))
    const watching = watch(() => enough)
    const ended = Promise.allSettled([...writers, handOver(load)])
    try {
      while (killed() < KILLS) await strikeAndRecover()
    } finally {
      enough = true
    }
    await watching
    for (const { status } of await ended) expect(status, `${ledger.wrong.join('\n')}\n${said}${house.said()}`).toBe('fulfilled')
    expect([...probes].filter((status) => status !== 200 && status !== 503 && status !== undefined)).toEqual([])
    expect(probes.has(503) || probes.has(undefined)).toBe(true)
  })

  it('answers every write again as it did, and does none of them twice', async () => {
    const keys = () => look((looker) => looker.rows('select count(*) from platform.idempotency'))
    const before = await keys()
    const left = ledger.deeds.values()
    const askAll = async (): Promise<void> => {
      for (const deed of left) await askAgain(deed)
    }
    await Promise.all(Array.from({ length: WRITERS }, askAll))
    expect(await keys()).toEqual(before)
    expect(await look((looker) => faultsIn(looker, ledger.deeds))).toEqual([])
    expect(await look((looker) => strays(looker, ledger.deeds))).toEqual([])
  })

  it('finishes every job once, also those that a killed worker held', async () => {
    await look(addMinuteJobs)
    await expect.poll(() => look(waitingJobs), { timeout: 120_000, interval: 250 }).toEqual([])
    expect(await look(faultsOfJobs)).toEqual([])
  })

  it('has a trail without a fault and numbers that follow from the facts', async () => {
    expect(await look(differencesOfRollups)).toEqual([])
    const verdict = JSON.parse((await hamyar('audit', 'verify')).split('\n')[0] ?? '') as { seals: number; faults: number }
    expect(verdict).toMatchObject({ faults: 0 })
    expect(verdict.seals).toBeGreaterThan(0)
    const { server, postmaster, everything } = struck
    const acknowledged = ledger.deeds.filter(({ answer }) => answer !== undefined).length
    console.log(
      `seed ${seed}: ${killed()} kills (server ${server}, postmaster ${postmaster}, everything ${everything}), ` +
        `${acknowledged} writes acknowledged, ${ledger.lost} calls unanswered, ${ledger.repeated + acknowledged} repeated, 0 lost`,
    )
  })
})
