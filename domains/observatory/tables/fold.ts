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

/** Finest sums: by where a fact stands, the piece of days, and its values. */
const finestOf = ({ cube, pieces, placesOf }: Ground, facts: Iterable<CountedFact>, keyOf: RecordKeys): Map<string, Sum> => {
  const finest = new Map<string, Sum>()
  for (const { place, on, by, sign, record } of facts) {
    const piece = pieces.findIndex(({ start, end }) => start <= on && on <= end)
    if (piece === -1) continue
    const smallest = placesOf(place, on)[0] ?? ''
    const name = JSON.stringify([smallest, piece, by.map((value, at) => codeOf(cube, at, value))])
    const sum = finest.get(name) ?? { count: 0, key: 0n }
    sum.count += sign
    sum.key += BigInt(sign) * keyOf(record)
    finest.set(name, sum)
  }
  return finest
}

/**
 * Every number that can be asked for, each with its own noise: the key of a sum is the sum of the keys of those in it, so
 * the same people have the same noise in whatever table they stand. What leaves here holds no exact number.
 */
export const foldWithNoise = (ground: Ground, facts: Iterable<CountedFact>, keyOf: RecordKeys): Block[] => {
  const { cube, periods, pieces, placesOf } = ground
  const sizes = sizesOf(cube)
  const size = sizes.reduce((product, each) => product * each, 1)
  const blocks = new Map<string, Sum[]>()
  for (const [name, { count, key }] of finestOf(ground, facts, keyOf)) {
    const [place, piece, codes] = JSON.parse(name) as [string, number, number[]]
    const span = pieces[piece]
    if (span === undefined) continue
    const cells = margins(codes.map(String)).map((margin) => indexIn(sizes, margin.map((code) => (code === null ? 0 : Number(code)))))
    for (const period of periods) {
      if (span.start < period.start || span.end > period.end) continue
      for (const area of placesOf(place, span.start)) {
        const block = JSON.stringify([area, period.code])
        const sums = blocks.get(block) ?? Array.from({ length: size }, () => ({ count: 0, key: 0n }))
        for (const cell of cells) {
          const sum = sums[cell]
          if (sum === undefined) continue
          sum.count += count
          sum.key += key
        }
        blocks.set(block, sums)
      }
    }
  }
  return [...blocks]
    .map(([name, sums]) => {
      const [place, period] = JSON.parse(name) as [string, string]
      return { place, period, numbers: sums.map(({ count, key }) => noised(Math.max(0, count), key)) }
    })
    .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : one.period < other.period ? -1 : 1))
}
