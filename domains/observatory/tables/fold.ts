import { setImmediate } from 'node:timers/promises'
import type { Period, PlainDate } from '#engines/calendar/index.ts'
import { margins, type Span } from '#engines/statistics/index.ts'
import type { NoisedCube } from './cubes.ts'
import { noised, type RecordKeys } from './noise.ts'

/** A fact as far as counting with noise needs it. */
export interface CountedFact {
  readonly place: string
  readonly on: PlainDate
  /** In the order of the cube's dimensions. */
  readonly by: readonly (string | null)[]
  /** −1 takes a fact back. */
  readonly sign: number
  /** Whose key it has. */
  readonly record: string
}

interface Sum {
  count: number
  key: bigint
}

/** The numbers of one place in one period, every combination of codes, `TOTAL` first; laid out as `indexIn` says. */
export interface Block {
  readonly place: string
  readonly period: string
  readonly numbers: readonly number[]
}

export const sizesOf = ({ dimensions }: NoisedCube): number[] => dimensions.map(({ labels }) => labels.values.length + 1)

export const indexIn = (sizes: readonly number[], codes: readonly number[]): number => codes.reduce((sum, code, at) => sum * (sizes[at] ?? 1) + code, 0)

/** The index of a value's code: TOTAL stands at 0, what is not in the list is not known. */
const codeOf = ({ dimensions }: NoisedCube, at: number, value: string | null): number => {
  const values = dimensions[at]?.labels.values ?? []
  const found = values.findIndex((one) => one.value === value)
  return found === -1 ? values.length : found + 1
}

export interface Ground {
  readonly cube: NoisedCube
  readonly periods: readonly Period[]
  /** The days of all periods, cut wherever one begins or ends or a border changed. */
  readonly pieces: readonly Span[]
  /** The places in which a fact counts, from small to large, on a day. */
  readonly placesOf: (place: string, day: PlainDate) => readonly string[]
}

/** Which cells a finest cell goes into: its own and every margin. */
const marginsIn = (sizes: readonly number[]): number[][] => {
  const size = sizes.reduce((product, each) => product * each, 1)
  return Array.from({ length: size }, (_, index) => {
    const codes = sizes.reduceRight<{ rest: number; codes: number[] }>(({ rest, codes: known }, each) => ({ rest: Math.floor(rest / each), codes: [rest % each, ...known] }), { rest: index, codes: [] }).codes
    return margins(codes.map(String)).map((margin) => indexIn(sizes, margin.map((code) => (code === null ? 0 : Number(code)))))
  })
}

type Cells = (Sum | undefined)[]

const add = (cells: Cells, at: number, { count, key }: Sum): void => {
  const sum = cells[at]
  if (sum === undefined) cells[at] = { count, key }
  else {
    sum.count += count
    sum.key += key
  }
}

/** What a place has in each piece of days. */
type Places = Map<string, Cells[]>

const cellsOf = (places: Places, place: string, piece: number): Cells => {
  const pieces = places.get(place) ?? []
  places.set(place, pieces)
  return (pieces[piece] ??= [])
}

export interface Fold {
  add(facts: Iterable<CountedFact>): void
  /**
   * Every number that can be asked for, each with its own noise: the key of a sum is the sum of the keys of those in it, so
   * the same people have the same noise in whatever table they stand. What leaves here holds no exact number.
   */
  blocks(): Promise<Block[]>
}

/** Takes facts a month at a time and keeps only sums of them; lets others work between two places. */
export const openFold = ({ cube, periods, pieces, placesOf }: Ground, keyOf: RecordKeys): Fold => {
  const sizes = sizesOf(cube)
  const marginsOf = marginsIn(sizes)
  const finest: Places = new Map()
  const pieceOf = new Map<PlainDate, number>()
  const find = (on: PlainDate): number => {
    const piece = pieceOf.get(on) ?? pieces.findIndex(({ start, end }) => start <= on && on <= end)
    pieceOf.set(on, piece)
    return piece
  }
  const rolledUp = async (): Promise<Places> => {
    const areas: Places = new Map()
    for (const [place, cellsByPiece] of finest) {
      for (const [piece, cells] of cellsByPiece.entries())
        for (const area of cells === undefined ? [] : placesOf(place, pieces[piece]?.start as PlainDate)) {
          const into = cellsOf(areas, area, piece)
          for (const [index, sum] of cells?.entries() ?? []) if (sum !== undefined) for (const cell of marginsOf[index] ?? []) add(into, cell, sum)
        }
      await setImmediate()
    }
    return areas
  }
  return {
    add: (facts) => {
      for (const { place, on, by, sign, record } of facts) {
        const piece = find(on)
        if (piece === -1) continue
        const smallest = placesOf(place, on)[0] ?? ''
        const at = indexIn(sizes, by.map((value, dimension) => codeOf(cube, dimension, value)))
        add(cellsOf(finest, smallest, piece), at, { count: sign, key: BigInt(sign) * keyOf(record) })
      }
    },
    blocks: async () => {
      const blocks: Block[] = []
      for (const [place, cellsByPiece] of [...(await rolledUp())].sort(([one], [other]) => (one < other ? -1 : 1))) {
        for (const { code, start, end } of periods) {
          const inside = cellsByPiece.filter((cells, piece) => cells !== undefined && start <= (pieces[piece]?.start ?? '') && (pieces[piece]?.end ?? '') <= end)
          if (inside.length === 0) continue
          const sums: Cells = []
          for (const cells of inside) for (const [index, sum] of cells.entries()) if (sum !== undefined) add(sums, index, sum)
          blocks.push({ place, period: code, numbers: marginsOf.map((_, index) => noised(Math.max(0, sums[index]?.count ?? 0), sums[index]?.key ?? 0n)) })
        }
        await setImmediate()
      }
      return blocks
    },
  }
}
