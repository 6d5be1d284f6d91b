import type { Tx } from '#platform/db/index.ts'
import type { Content } from '#domains/observatory/releases/content.ts'
import { present } from '#domains/observatory/releases/present.ts'
import * as releases from '#domains/observatory/releases/store.ts'
import type { SaidCell } from './contract.ts'

/** A release as the pages read it: what it is about, and each cell by where it stands. */
export interface Cube extends Omit<Content, 'observations'> {
  /** Index of the measure, of a code in each dimension, and of the period. */
  cellAt(at: readonly number[]): SaidCell
}

const STATES = ['none', 'value', 'hidden', 'missing'] as const

export const cubeOf = ({ observations, ...about }: Content): Cube => {
  const sizes = [about.measures.length, ...about.dimensions.map(({ codes }) => codes.length), about.periods.length]
  const size = sizes.reduce((product, each) => product * each, 1)
  // Numbers side by side, not an object each: a nation's cells are a hundred thousand and more.
  const values = new Float64Array(size)
  const states = new Uint8Array(size)
  const placeOf = (at: readonly number[]): number => at.reduce((sum, index, axis) => sum * (sizes[axis] ?? 1) + index, 0)
  for (const cell of observations) {
    const place = placeOf(cell.at)
    states[place] = STATES.indexOf(cell.state)
    if (cell.state === 'value') values[place] = cell.value
  }
  return {
    ...about,
    cellAt: (at) => {
      const outside = at.length !== sizes.length || at.some((index, axis) => index < 0 || index >= (sizes[axis] ?? 0))
      const place = placeOf(at)
      const state = outside ? 'none' : present(STATES[states[place] ?? 0], 'a state')
      return state === 'value' ? { state, value: values[place] ?? 0 } : { state }
    },
  }
}

const MOST_KEPT = 12
// By the hash of all that is said: under it, nothing ever changes.
const kept = new Map<string, Cube>()

/** Only of a release that the wall and the clock let through. */
export const openCube = async (tx: Tx, { id, manifest }: releases.ReleaseRecord): Promise<Cube> => {
  const { content: hash } = present(manifest ?? undefined, 'the manifest of what is out').release
  const known = kept.get(hash)
  if (known !== undefined) return known
  const content = present(await releases.contentOfRelease(tx, id), 'the content of what is out')
  const cube = cubeOf(content)
  if (kept.size >= MOST_KEPT) kept.delete(present([...kept.keys()][0], 'the oldest'))
  kept.set(hash, cube)
  return cube
}
