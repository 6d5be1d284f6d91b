import { system } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { inTransaction, wallOf } from '#platform/db/index.ts'
import { observing } from '#platform/facts/observing.ts'
import { newId, WHOLE_NATION } from '#platform/ids/index.ts'
import { areasOf, type Areas } from '#engines/statistics/index.ts'
import type { Period, PlainDate } from '#engines/calendar/index.ts'
import { allVersions } from '#domains/observatory/indicators/store.ts'
import { allMoves, allPlaces } from '#domains/observatory/places/store.ts'
import { hashOf } from '#domains/observatory/releases/manifest.ts'
import { plans } from '#domains/observatory/releases/plans.ts'
import * as releases from '#domains/observatory/releases/store.ts'
import { piecesUnder } from '#domains/observatory/releases/tables/pieces.ts'
import { servedWithNoise } from './apart.ts'
import { cubes, type NoisedCube } from './cubes.ts'
import { dueAt, type Due } from './days.ts'
import { openFold, type Block } from './fold.ts'
import { NOISE, recordKeys } from './noise.ts'
import * as store from './store.ts'

export const MAKE = 'observatory.noised-tables'
const actor = { ...system(MAKE), counts: WHOLE_NATION }

const LEVELS = ['county', 'province', 'country']

/** From the county of a fact up to the nation; what no place is known of counts for the nation. */
const placesIn = (areas: Areas): ((place: string, day: PlainDate) => readonly string[]) => {
  const nation = [...areas.nodes.values()].find(({ kind }) => kind === 'country')?.code ?? ''
  const known = new Map<string, readonly string[]>()
  return (place, day) => {
    const key = `${areas.changes.filter((change) => change <= day).length} ${place}`
    const found = known.get(key) ?? areas.above(place, day).flatMap(({ code, kind }) => (LEVELS.includes(kind) ? [code] : []))
    known.set(key, found)
    return found.length === 0 ? [nation] : found
  }
}

const spanOf = (periods: readonly Period[]): { readonly start: PlainDate; readonly end: PlainDate } => ({
  start: periods.map(({ start }) => start).sort()[0] as PlainDate,
  end: periods.map(({ end }) => end).sort().at(-1) as PlainDate,
})

const blocksFor = async (house: House, cube: NoisedCube, { periods, asOf }: Due): Promise<Block[]> =>
  await observing({ observatory: house.observatory, actor, now: house.clock.now() }, async (tx) => {
    const [places, moves] = await Promise.all([allPlaces(tx), allMoves(tx)])
    const areas = areasOf(places, moves)
    const fold = openFold({ cube, periods, pieces: piecesUnder([spanOf(periods), ...periods], areas.changes), placesOf: placesIn(areas) }, recordKeys(house.keys))
    // Some days at a time: a nation's year of facts is not asked for in one answer.
    for (const { start, end } of piecesUnder(periods.filter(({ kind }) => kind === 'month'), [])) fold.add(await store.factsOf(tx, cube, start, end, asOf))
    return await fold.blocks()
  }, { seconds: 600 })

/** What is out exactly, or is being made, or may be drafted, counts none of a cube's facts. */
const mixed = async (house: House): Promise<ReadonlySet<string>> => {
  const { result } = await inTransaction(house.pool, { wall: wallOf(actor, house.clock.now()), wait: false }, async (tx) => ({
    result: await Promise.all([allVersions(tx), releases.allReleases(tx)]),
  }))
  const [versions, all] = result
  const planned = new Set(plans.flatMap(({ indicators, shares }) => [...indicators, ...shares]))
  const frozen = new Set(all.flatMap((record) => (record.state === 'withdrawn' ? [] : record.frozen.definitions.map(({ id, version }) => `${id}@${version}`))))
  const exact = versions.filter(({ id, version }) => planned.has(id) || frozen.has(`${id}@${version}`))
  return new Set(servedWithNoise(exact.map(({ definition }) => definition)).map(({ id }) => id))
}

const currentEditions = async (house: House): Promise<{ readonly editions: readonly store.Edition[]; readonly synthetic: boolean }> => {
  const { result } = await inTransaction(house.pool, { wall: wallOf(actor, house.clock.now()), wait: false }, async (tx) => ({
    result: await Promise.all([store.newestEditions(tx), releases.isSynthetic(tx)]),
  }))
  return { editions: result[0], synthetic: result[1] }
}

/** Makes what is due and not there yet: each cube's newest edition, from the facts as they were known on its day. */
export const makeNoisedTables = async (house: House): Promise<void> => {
  const due = dueAt(house.clock.now(), house.country)
  const { editions, synthetic } = await currentEditions(house)
  const missing = cubes.filter(({ id }) => editions.find(({ cube }) => cube === id)?.lastPeriod !== due.last.code)
  if (missing.length === 0) return
  const exact = await mixed(house)
  for (const cube of missing) {
    if (exact.has(cube.id)) continue
    const blocks = await blocksFor(house, cube, due)
    // Nobody has asked for anything yet: a table of nothing is none.
    if (blocks.length === 0) continue
    const edition: store.Edition = {
      id: newId<string>(house.clock.now().getTime()),
      cube: cube.id,
      cubeVersion: cube.version,
      number: (editions.find((one) => one.cube === cube.id)?.number ?? 0) + 1,
      lastPeriod: due.last.code,
      periods: due.periods.map(({ code }) => code),
      asOf: due.asOf,
      outAt: due.outAt,
      noise: NOISE,
      synthetic,
      hash: hashOf({ cube: cube.id, version: cube.version, last: due.last.code, asOf: due.asOf.toISOString(), noise: NOISE, blocks }),
    }
    await inDeed(house, actor, MAKE, { wait: true }, async ({ tx, now, audit }) => {
      if ((await store.insertEdition(tx, edition, actor.id, now)) === undefined) return
      store.insertBlocks(tx, edition, blocks)
      audit(edition.id, { cube: cube.id, number: edition.number, blocks: blocks.length, hash: edition.hash })
    })
  }
}
