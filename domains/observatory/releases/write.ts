import { datasetOf, releaseFilesOf, type Dataset, type Release, type ReleaseFile } from '#domains/observatory/formats/index.ts'
import { asOfDay, contentOf, type Content, type Said } from './content.ts'
import type { ReleaseGround } from './ground.ts'
import { hashOf, sha256Of, type Core, type Manifest, type Revision } from './manifest.ts'
import type { Asked, Guarded } from './protection/shapes.ts'
import type { ReleaseRecord } from './store.ts'
import { isRest, nameOf } from './tables/lay.ts'
import { placesOf } from './places.ts'

/** What a part lets be said, by `nameOf` over the plan's own dimensions. */
export const saidOfPart = ({ laid, now }: Asked, { why }: Guarded, dimensions: readonly string[], own: readonly string[]): (readonly [string, Said])[] =>
  laid.cells.flatMap(({ name, moment, value }): (readonly [string, Said])[] => {
    if (moment !== now || isRest(name.measure)) return []
    const by = own.map((dimension) => name.by[dimensions.indexOf(dimension)] ?? null)
    return [[nameOf({ ...name, by }), why.has(nameOf(name)) ? { state: 'hidden' } : { state: 'value', value }]]
  })

/** All that a release says. */
export const contentFrom = (release: Pick<ReleaseRecord, 'frozen' | 'asOf'>, ground: ReleaseGround, said: ReadonlyMap<string, Said>): Content => {
  const { plan, country, synthetic } = release.frozen
  const { tables, shares, areas, names, completeness } = ground
  const told = new Set([...said.keys()].map((key) => (JSON.parse(key) as [string, string])[1]))
  const places = placesOf(areas, plan.level, tables.periods, told).filter((place) => told.has(place))
  return contentOf({ plan, country, counts: tables.counts, shares, periods: tables.periods, places, names, areas, asOf: release.asOf, completeness, synthetic, said })
}

const toTheSecond = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

export interface Written {
  readonly manifest: Manifest
  readonly files: readonly (Omit<ReleaseFile, 'write'> & { readonly bytes: Uint8Array; readonly sha256: string })[]
}

export interface Evidence {
  readonly witnesses: readonly string[]
  readonly roots: Core['roots']
  readonly revision: Revision | null
}

export const datasetFrom = (content: Content, { release, hash }: Pick<Manifest, 'release' | 'hash'>): Dataset => {
  const { frozen, revision } = release
  const own: Release = {
    number: release.number,
    hash,
    asOf: asOfDay(new Date(release.asOf), frozen.country),
    releasedAt: release.releasedAt,
    ...(frozen.revises === null || revision === null ? {} : { revises: { ...frozen.revises, reason: revision.reason } }),
  }
  return datasetOf({ ...content, release: own })
}

/** Manifest and files. The same release gives the same bytes, on any day. */
export const writeRelease = async (record: ReleaseRecord, content: Content, { witnesses, roots, revision }: Evidence): Promise<Written> => {
  const { dataset, number, frozen, asOf, releasesAt, scheduled } = record
  const release: Core = {
    format: 'hamyar-release/1',
    dataset,
    number,
    asOf: asOf.toISOString(),
    releasedAt: toTheSecond(releasesAt),
    scheduled,
    frozen,
    revision,
    content: hashOf(content),
    witnesses,
    roots,
  }
  const hash = hashOf(release)
  const made = releaseFilesOf(datasetFrom(content, { release, hash }), frozen.base)
  const files: Written['files'][number][] = []
  for (const { write, ...file } of made) {
    const bytes = await write()
    files.push({ ...file, bytes, sha256: sha256Of(bytes) })
  }
  return { manifest: { release, hash, files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes: bytes.length })) }, files }
}
