import type { Period } from '#engines/calendar/index.ts'
import { isThere, margins, type Areas, type Span } from '#engines/statistics/index.ts'
import type { PlaceLevel } from '#domains/observatory/indicators/contract.ts'
import { REST } from '#domains/observatory/counts/ground.ts'
import type { Family } from './atoms.ts'

export type By = readonly (string | null)[]

/** A number by what it is a number of. */
export interface CellName {
  readonly measure: string
  readonly place: string
  readonly period: string
  /** In the order of the ground's dimensions; null stands for all values together. */
  readonly by: By
}

export const nameOf = ({ measure, place, period, by }: CellName): string => JSON.stringify([measure, place, period, by])

/** Which cells a release has, of one family of counts. */
export interface Shape {
  readonly measures: readonly string[]
  readonly level: PlaceLevel
  readonly periods: readonly Period[]
  readonly dimensions: readonly string[]
}

/** Everything that the cells of some releases are sums of. */
export interface Ground {
  readonly family: Family
  readonly pieces: readonly Span[]
  readonly dimensions: readonly string[]
  /** Values of each dimension, all of them: a zero is a number, too. */
  readonly values: readonly (readonly string[])[]
  /** The smallest places, and what is known of a large one only. */
  readonly places: readonly string[]
  readonly areas: Areas
  /** What was known of each finest cell at each moment, by `addressOf`; the last one is that of the release itself. */
  readonly moments: readonly ReadonlyMap<string, number>[]
}

export const addressOf = (atom: number, place: string, piece: number, by: readonly string[]): string => JSON.stringify([atom, place, piece, by])

/** Cells as sums of numbers that nobody can look behind. */
export interface Laid {
  readonly inner: readonly number[]
  readonly cells: readonly { readonly name: CellName; readonly moment: number; readonly members: readonly number[]; readonly value: number }[]
}

const LEVELS: readonly string[] = ['country', 'province', 'county', 'town'] satisfies PlaceLevel[]

interface Path {
  readonly code: string
  readonly rank: number
  readonly isRest: boolean
}

const pathOf = ({ areas }: Ground, place: string, { start }: Span): Path[] => {
  const isRest = place.endsWith(REST)
  const base = isRest ? place.slice(0, -REST.length) : place
  const above = areas.above(base, start).map(({ code, kind }) => ({ code, rank: LEVELS.indexOf(kind), isRest: false }))
  return isRest ? [{ code: place, rank: above[0]?.rank ?? 0, isRest }, ...above] : above
}

interface Inner {
  readonly atom: number
  readonly piece: number
  readonly path: readonly Path[]
  readonly by: readonly string[]
  /** Index of what all moments have in common, and where they differ of what each has beyond it. */
  readonly at: readonly (readonly number[])[]
}

const combinations = (values: readonly (readonly string[])[]): string[][] =>
  values.reduce<string[][]>((known, list) => known.flatMap((row) => list.map((value) => [...row, value])), [[]])

const innersOf = (ground: Ground): { readonly inners: readonly Inner[]; readonly values: readonly number[] } => {
  const { family, places, pieces, areas, moments } = ground
  const values: number[] = []
  const inners: Inner[] = []
  const all = combinations(ground.values)
  for (const place of places)
    for (const [piece, span] of pieces.entries()) {
      const node = areas.nodes.get(place)
      const path = pathOf(ground, place, span)
      const wasThere = node === undefined || isThere(node, span.start)
      for (const atom of family.atoms.keys())
        for (const by of all) {
          const known = moments.map((moment) => moment.get(addressOf(atom, place, piece, by)) ?? 0)
          const shared = Math.min(...known)
          if (shared < 0) throw new RangeError(`more was taken back at ${place} than there was`)
          if (!wasThere && known.every((value) => value === 0)) continue
          const common = values.push(shared) - 1
          // Whoever attacks may know where something was corrected: where nothing was, all moments say the same.
          const differs = known.some((value) => value !== shared)
          const at = known.map((value) => (differs ? [common, values.push(value - shared) - 1] : [common]))
          inners.push({ atom, piece, path, by, at })
        }
    }
  return { inners, values }
}

const placesIn = (path: readonly Path[], level: PlaceLevel): string[] => {
  const lowest = LEVELS.indexOf(level)
  return path.filter(({ rank, isRest }) => (isRest ? rank < lowest : rank <= lowest)).map(({ code }) => code)
}

/** The margins of a finest cell that a release has: told apart by its own dimensions only. */
const bysIn = (dimensions: readonly string[], own: readonly string[], by: readonly string[]): By[] => {
  const kept = dimensions.flatMap((name, at) => (own.includes(name) ? [at] : []))
  return margins(kept.map((at) => by[at] ?? '')).map((values) => by.map((_, at) => (kept.includes(at) ? (values[kept.indexOf(at)] ?? null) : null)))
}

/**
 * The cells of several releases over the same finest cells, each as it was known at its moment. `rest`: also what a count
 * has beyond the counts within it, under the name of its measure with `~`.
 */
export const lay = (ground: Ground, shapes: readonly { readonly shape: Shape; readonly moment: number; readonly rest: boolean }[]): Laid => {
  const { inners, values } = innersOf(ground)
  const cells = new Map<string, { readonly name: CellName; readonly moment: number; readonly members: number[] }>()
  for (const { shape, moment, rest } of shapes) {
    const measures = ground.family.measures.filter(({ id }) => shape.measures.includes(id))
    const measuresOf = ground.family.atoms.map((_, atom) => [
      ...measures.filter(({ atoms }) => atoms.includes(atom)).map(({ id }) => id),
      ...(rest ? measures.filter((measure) => measure.rest === atom).map(({ id }) => restOf(id)) : []),
    ])
    const periodsOf = ground.pieces.map((piece) => shape.periods.filter(({ start, end }) => start <= piece.start && piece.end <= end).map(({ code }) => code))
    for (const inner of inners) {
      const bys = bysIn(ground.dimensions, shape.dimensions, inner.by)
      for (const measure of measuresOf[inner.atom] ?? [])
        for (const place of placesIn(inner.path, shape.level))
          for (const period of periodsOf[inner.piece] ?? [])
            for (const by of bys) {
              const name = { measure, place, period, by }
              const key = `${moment} ${nameOf(name)}`
              const known = cells.get(key) ?? { name, moment, members: [] }
              known.members.push(...(inner.at[moment] ?? []))
              cells.set(key, known)
            }
    }
  }
  return {
    inner: values,
    cells: [...cells.values()].map((cell) => ({ ...cell, value: cell.members.reduce((sum, one) => sum + (values[one] ?? 0), 0) })),
  }
}

/** The name under which what a count has beyond those within it is spoken of: nobody publishes it. */
export const restOf = (measure: string): string => `${measure}~`
export const isRest = (measure: string): boolean => measure.endsWith('~')
export const countOfRest = (measure: string): string => measure.slice(0, -1)
