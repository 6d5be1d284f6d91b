import type { Period } from '#engines/calendar/index.ts'
import type { PlaceLevel } from '#domains/observatory/indicators/contract.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import { familiesOf, termsOf, type Family } from './tables/atoms.ts'
import type { Shape } from './tables/lay.ts'
import { connected } from './tables/pieces.ts'

/** One release as far as tables go: which counts, of what, as of when. */
export interface Tables {
  readonly id: string
  readonly asOf: Date
  readonly counts: readonly StoredVersion[]
  readonly level: PlaceLevel
  readonly dimensions: readonly string[]
  readonly periods: readonly Period[]
}

/** A part of a release that no number outside it says anything about, with what earlier releases told of it. */
export interface Part {
  readonly family: Family
  /** The definitions behind the family's counts. */
  readonly definitions: ReadonlyMap<string, StoredVersion>
  readonly level: PlaceLevel
  readonly dimensions: readonly string[]
  /** Of all releases in it. */
  readonly periods: readonly Period[]
  /** Earlier releases from the oldest, then the release itself. */
  readonly releases: readonly { readonly tables: Tables; readonly shape: Shape }[]
}

/** Another version of a definition is another count. */
export const measureOf = ({ id, version }: Pick<StoredVersion, 'id' | 'version'>): string => `${id}@${version}`

const LEVELS: readonly PlaceLevel[] = ['country', 'province', 'county', 'town']
const finest = (levels: readonly PlaceLevel[]): PlaceLevel => LEVELS[Math.max(...levels.map((level) => LEVELS.indexOf(level)))] ?? 'country'

const shapeIn = (tables: Tables, measures: readonly string[], periods: readonly Period[]): Shape => {
  const inside = new Set(periods.map(({ code }) => code))
  return {
    measures: tables.counts.map(measureOf).filter((measure) => measures.includes(measure)),
    level: tables.level,
    dimensions: tables.dimensions,
    periods: tables.periods.filter(({ code }) => inside.has(code)),
  }
}

const isEmpty = ({ measures, periods }: Shape): boolean => measures.length === 0 || periods.length === 0

/** Cuts a release into parts: counts that share facts, in periods that share days. Earlier releases come in where they overlap. */
export const partsOf = (release: Tables, earlier: readonly Tables[]): Part[] => {
  const all = [...earlier, release]
  const definitions = new Map(all.flatMap(({ counts }) => counts.map((version) => [measureOf(version), version] as const)))
  const counted = [...definitions].map(([id, { definition }]) => ({ id, terms: termsOf(definition, id) }))
  return familiesOf(counted).flatMap((family) => {
    const measures = family.measures.map(({ id }) => id)
    const with_ = all.filter(({ counts }) => counts.some((version) => measures.includes(measureOf(version))))
    const periods = new Map(with_.flatMap((tables) => tables.periods.map((period) => [period.code, period] as const)))
    return connected([...periods.values()]).flatMap((group): Part[] => {
      const releases = with_.map((tables) => ({ tables, shape: shapeIn(tables, measures, group) })).filter(({ shape }) => !isEmpty(shape))
      if (releases.at(-1)?.tables !== release) return []
      return [
        {
          family,
          definitions,
          level: finest(releases.map(({ shape }) => shape.level)),
          dimensions: [...new Set(releases.flatMap(({ shape }) => shape.dimensions))].sort(),
          periods: group,
          releases,
        },
      ]
    })
  })
}
