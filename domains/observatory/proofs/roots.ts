import { merkleRoot } from '#platform/audit/merkle.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import type { CellsAsked } from '#domains/observatory/counts/asked.ts'
import { laidFor, layGround, lookUpPlaces, type Ground } from '#domains/observatory/counts/ground.ts'
import type { Definition, Measure, Term } from '#domains/observatory/indicators/contract.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import { leafOf } from './leaf.ts'
import { rawFacts, type RawFact } from './store.ts'

export interface Root {
  readonly indicator: string
  readonly version: string
  readonly place: string
  readonly period: string
  /** Facts under it: those that count and those that take back. */
  readonly facts: number
  readonly root: string
}

const makes = (fact: RawFact, term: Term): boolean =>
  fact.kind === term.kind &&
  fact.version === term.version &&
  Object.entries(term.where).every(([name, allowed]) => allowed.includes(fact.dimensions[name] ?? ''))

/** The terms whose facts make a number, by how they lie in time. */
const termsByTime = ({ numerator, denominator }: Definition): Map<Measure['time'], Term[]> => {
  const found = new Map<Measure['time'], Term[]>()
  for (const { time, terms } of denominator === null ? [numerator] : [numerator, denominator])
    found.set(time, [...(found.get(time) ?? []), ...terms])
  return found
}

const addLeaves = async (tx: Tx, keys: Keyring, ground: Ground, { definition }: StoredVersion, into: Map<string, Map<string, Buffer>>): Promise<void> => {
  for (const [time, terms] of termsByTime(definition)) {
    const laid = laidFor(ground, { of: 'quantity', time, terms })
    const placesOf = lookUpPlaces(ground, laid)
    const facts = await rawFacts(tx, { ...ground.asked, places: ground.places, stretches: laid.stretches }, [...new Set(terms.map(({ kind }) => kind))])
    for (const fact of facts) {
      if (!terms.some((term) => makes(fact, term))) continue
      const leaf = leafOf(keys, fact)
      for (const place of placesOf(fact.place, fact.stretch)) {
        const key = `${laid.periodOf[fact.stretch]} ${place}`
        const leaves = into.get(key) ?? new Map<string, Buffer>()
        into.set(key, leaves.set(fact.id, leaf))
      }
    }
  }
}

/**
 * The Merkle root of the facts that make each number: of the numerator and the denominator together, each fact once, in
 * the order of their ids. All values of the dimensions together. Call it inside `observing`.
 */
export const readRoots = async (tx: Tx, keys: Keyring, asked: CellsAsked): Promise<Root[]> => {
  const ground = await layGround(tx, asked)
  const roots: Root[] = []
  for (const version of asked.versions) {
    const cells = new Map<string, Map<string, Buffer>>()
    await addLeaves(tx, keys, ground, version, cells)
    for (const [key, leaves] of cells) {
      const [period, ...place] = key.split(' ')
      const ordered = [...leaves].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, leaf]) => leaf)
      roots.push({
        indicator: version.id,
        version: version.version,
        place: place.join(' '),
        period: asked.periods[Number(period)]?.code ?? '',
        facts: leaves.size,
        root: merkleRoot(ordered).toString('hex'),
      })
    }
  }
  return roots
}
