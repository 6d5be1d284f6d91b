import type { House } from '#platform/command/index.ts'
import { inTransaction, wallOf, type Tx } from '#platform/db/index.ts'
import { anyone } from '#platform/actor/index.ts'
import type { Dataset, DatasetId, DatasetRegistry, FileStore } from '#domains/observatory/formats/index.ts'
import { datasetFrom } from './write.ts'
import * as store from './store.ts'

/** As nobody in particular: the database lets through what is out, and nothing else. */
const publicly = async <T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const { result } = await inTransaction(house.pool, { wall: wallOf(anyone, house.clock.now()), wait: false }, async (tx) => ({ result: await work(tx) }))
  return result
}

const toTheSecond = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`
const wasOut = ({ releasesAt }: store.ReleaseRecord, asOf: string | undefined): boolean => asOf === undefined || toTheSecond(releasesAt) <= asOf
const idOf = ({ frozen, dataset }: store.ReleaseRecord): DatasetId => ({ agency: 'HAMYAR', id: dataset, version: frozen.plan.version })
const same = (one: DatasetId, other: DatasetId): boolean => one.agency === other.agency && one.id === other.id && one.version === other.version

const MOST_KEPT = 20

/** Releases as they stand in the database: what is out at a moment, and nothing before it. */
export const releasedDatasets = (house: House): DatasetRegistry => {
  // A release never changes: once read, it stays.
  const kept = new Map<string, Dataset>()
  const open = async (record: store.ReleaseRecord): Promise<Dataset> => {
    const known = kept.get(record.id)
    if (known !== undefined) return known
    const content = await publicly(house, (tx) => store.contentOfRelease(tx, record.id))
    if (content === undefined || record.manifest === null) throw new Error(`the release ${record.id} is out and has no content`)
    const dataset = datasetFrom(content, record.manifest)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(record.id, dataset)
    return dataset
  }
  const out = (asOf: string | undefined) => publicly(house, async (tx) => (await store.signedReleases(tx)).filter((record) => wasOut(record, asOf)))
  return {
    findDataset: async (id, asOf) => {
      const newest = (await out(asOf)).filter((record) => same(idOf(record), id)).at(-1)
      return newest === undefined ? undefined : await open(newest)
    },
    listDatasets: async (asOf) => {
      const all = (await out(asOf)).map(idOf)
      return all.filter((id, index) => all.findIndex((other) => same(id, other)) === index)
    },
  }
}

export const releasedFiles = (house: House): FileStore => ({
  findFile: async (name) => {
    const file = await publicly(house, (tx) => store.findFile(tx, name))
    return file === undefined || file.outAt === null ? undefined : { mediaType: file.mediaType, bytes: file.content, sha256: file.sha256, releasedAt: toTheSecond(file.outAt) }
  },
})
