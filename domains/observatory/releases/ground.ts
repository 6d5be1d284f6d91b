import { countryPack } from '#countries/index.ts'
import { periodOfCode, today, type Period } from '#engines/calendar/index.ts'
import { areasOf, type Areas } from '#engines/statistics/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { observing } from '#platform/facts/observing.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import { readReporting } from '#domains/observatory/counts/reporting.ts'
import type { Completeness } from '#domains/observatory/formats/index.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import { allVersions } from '#domains/observatory/indicators/store.ts'
import { allMoves, allPlaces, type NamedPlace } from '#domains/observatory/places/store.ts'
import { saidIn, type Content } from './content.ts'
import type { Frozen } from './manifest.ts'
import { partsOf, type Part, type Tables } from './parts.ts'
import { present } from './present.ts'
import { readPart } from './read.ts'
import type { Asked, Earlier } from './protection/shapes.ts'
import * as store from './store.ts'

/** Everything that a release is made from: read once, as of its moment. */
export interface ReleaseGround {
  readonly tables: Tables
  readonly shares: readonly StoredVersion[]
  readonly areas: Areas
  readonly names: ReadonlyMap<string, NamedPlace>
  readonly parts: readonly Part[]
  /** What earlier releases said, by their id. */
  readonly contents: ReadonlyMap<string, Content>
  readonly completeness: readonly Completeness[]
}

const versionsIn = (all: readonly StoredVersion[], ids: readonly string[], { definitions }: Frozen): StoredVersion[] =>
  ids.map((id) => {
    const version = definitions.find((one) => one.id === id)?.version
    const found = all.find((one) => one.id === id && one.version === version)
    if (found === undefined) throw new Error(`the definition ${id} ${version} of a release is gone`)
    return found
  })

const tablesOf = (all: readonly StoredVersion[], { id, asOf, frozen }: Pick<store.ReleaseRecord, 'id' | 'asOf' | 'frozen'>): Tables => ({
  id,
  asOf,
  counts: versionsIn(all, frozen.plan.indicators, frozen),
  level: frozen.plan.level,
  dimensions: frozen.plan.dimensions,
  periods: frozen.periods.map((code) => periodOfCode(code)),
})

const completenessOf = async (tx: Tx, areas: Areas, { counts, periods, asOf }: Tables, country: string): Promise<Completeness[]> => {
  const day = today(asOf, countryPack(country).timeZone)
  const rule = present(counts[0], 'a count').definition.complete
  const report = await readReporting(tx, areas, { periods, rule, homes: WHOLE_NATION, asOf, day })
  const nation = [...areas.nodes.values()].find(({ kind }) => kind === 'country')?.code ?? ''
  return periods.map((period: Period) => {
    const { expected, reported, late } = report(nation, period)
    return { period: period.code, expected, reported, late }
  })
}

/** Who counts for a release, and as of which moment of the house's clock. No transaction stays open meanwhile: counting takes minutes. */
export type Counting = Pick<ReadScope, 'observatory' | 'actor' | 'now'>

/** A whole year of a large country is counted in this time, or something is wrong. */
const LONGEST = { seconds: 1800 }

export interface ReleaseBase {
  readonly tables: Tables
  readonly shares: readonly StoredVersion[]
  readonly before: readonly { readonly tables: Tables; readonly content: Content }[]
}

/** What a release is made from but its numbers: definitions as they were, and what was released earlier. */
export const readBase = async (tx: Tx, release: Pick<store.ReleaseRecord, 'id' | 'asOf' | 'frozen'>): Promise<ReleaseBase> => {
  const { frozen } = release
  const all = await allVersions(tx)
  const before: { readonly tables: Tables; readonly content: Content }[] = []
  for (const id of frozen.earlier) {
    const [record, content] = await Promise.all([store.findRelease(tx, id), store.contentOfRelease(tx, id)])
    if (record === undefined || content === undefined) throw new Error(`an earlier release, ${id}, is gone`)
    before.push({ tables: tablesOf(all, record), content })
  }
  return { tables: tablesOf(all, release), shares: versionsIn(all, frozen.plan.shares, frozen), before }
}

/** Its places, its parts, and who has reported. */
export const readGround = async (counting: Counting, { tables, shares, before }: ReleaseBase, { country }: Frozen): Promise<ReleaseGround> => {
  const parts = partsOf(tables, before.map((one) => one.tables))
  const { areas, names, completeness } = await observing(
    counting,
    async (tx) => {
      const [places, moves] = await Promise.all([allPlaces(tx), allMoves(tx)])
      const areas = areasOf(places, moves)
      return { areas, names: new Map(places.map((place) => [place.code, place])), completeness: await completenessOf(tx, areas, tables, country) }
    },
    LONGEST,
  )
  return { tables, shares, areas, names, parts, contents: new Map(before.map((one) => [one.tables.id, one.content])), completeness }
}

/** The numbers of one part, who is behind them, and what was said of them before. */
export const askPart = async (counting: Counting, { areas, contents }: ReleaseGround, part: Part, { plan, country }: Frozen): Promise<Asked> => {
  const read = await observing(counting, (tx) => readPart(tx, part, areas, country), LONGEST)
  const earlier = part.releases.slice(0, -1).map(({ tables }): Earlier => {
    const content = contents.get(tables.id)
    return new Map(content === undefined ? [] : [...saidIn(content, part.dimensions, country)].map(([name, { state }]) => [name, state]))
  })
  return { ...read, earlier, protection: plan.protection }
}
