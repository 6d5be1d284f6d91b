import { countryPack } from '#countries/index.ts'
import { today, type Period } from '#engines/calendar/index.ts'
import type { Areas } from '#engines/statistics/index.ts'
import type { Cell, Completeness, DatasetParts, Dimension, Measure, Observation, Text } from '#domains/observatory/formats/index.ts'
import type { Measure as Counting } from '#domains/observatory/indicators/contract.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import type { NamedPlace } from '#domains/observatory/places/store.ts'
import { labelsOf, TOTAL } from './labels.ts'
import { measureOf } from './parts.ts'
import { placeCodes, placeOf } from './places.ts'
import type { Plan } from './plan.ts'
import { AGENCY, LICENCE, protectionText, SOURCE, UNITS } from './publisher.ts'
import { nameOf, type By } from './tables/lay.ts'

/** What a release says of one cell. */
export type Said = { readonly state: 'value'; readonly value: number } | { readonly state: 'hidden' }

export interface ContentAsked {
  readonly plan: Plan
  readonly country: string
  readonly counts: readonly StoredVersion[]
  readonly shares: readonly StoredVersion[]
  readonly periods: readonly Period[]
  readonly places: readonly string[]
  readonly names: ReadonlyMap<string, NamedPlace>
  readonly areas: Areas
  readonly asOf: Date
  readonly completeness: readonly Completeness[]
  readonly synthetic: boolean
  /** Cells by `nameOf`, over the plan's own dimensions in their order. */
  readonly said: ReadonlyMap<string, Said>
}

/** Everything that goes out but the release's own number and hash. */
export type Content = Omit<DatasetParts, 'release'>

const sameFacts = (one: Counting, other: Counting): boolean => JSON.stringify(one) === JSON.stringify(other)

const countOf = (counts: readonly StoredVersion[], counting: Counting | null, share: string): string => {
  const found = counting === null ? undefined : counts.find(({ definition }) => sameFacts(definition.numerator, counting))
  if (found === undefined) throw new RangeError(`${share} is a share of what this plan does not release`)
  return measureOf(found)
}

const measureFor = ({ id, version, definition }: StoredVersion): Measure => ({
  id,
  label: definition.name,
  unit: UNITS[definition.unit],
  decimals: definition.unit === 'percent' ? 1 : 0,
  definition: definition.explanation,
  definitionVersion: version,
})

const dimensionsOf = ({ plan, country, places, names, areas, periods, said }: ContentAsked): { readonly dimensions: readonly Dimension[]; readonly bys: readonly By[] } => {
  const told = plan.dimensions.map((name) => labelsOf(name, country))
  const usedAt = plan.dimensions.map((_, at) => new Set([...said.keys()].map((key) => (JSON.parse(key) as [string, string, string, By])[3][at])))
  const values = told.map((labels, at) => labels.values.filter(({ value }) => usedAt[at]?.has(value)))
  const dimensions = told.map(({ id, label }, at) => ({
    id,
    label,
    codes: [TOTAL, ...(values[at] ?? []).map(({ code }) => ({ ...code, parent: TOTAL.id }))],
  }))
  const bys = values.reduce<(string | null)[][]>((known, list) => known.flatMap((row) => [null, ...list.map(({ value }) => value)].map((value) => [...row, value])), [[]])
  const place: Dimension = { id: 'REF_AREA', label: { fa: 'محل', en: 'Place' }, role: 'place', codes: placeCodes(places, names, areas, periods.at(-1) as Period) }
  return { dimensions: [place, ...dimensions], bys }
}

/** A share is shown where both of its numbers are: it tells nothing that they do not. Of nothing there is no share. */
const shareOf = (part: Said | undefined, whole: Said | undefined): Cell | undefined => {
  if (part === undefined || whole === undefined) return undefined
  if (part.state === 'hidden' || whole.state === 'hidden') return { state: 'hidden' }
  return whole.value === 0 ? undefined : { state: 'value', value: Math.round((part.value * 1000) / whole.value) / 10, noise: false }
}

const cellOf = (said: Said | undefined): Cell | undefined => {
  if (said === undefined) return undefined
  return said.state === 'hidden' ? { state: 'hidden' } : { state: 'value', value: said.value, noise: false }
}

const observationsOf = (asked: ContentAsked, bys: readonly By[], dimensions: readonly Dimension[]): Observation[] => {
  const { counts, shares, places, periods, said } = asked
  const saidOf = (measure: string, place: string, period: string, by: By) => said.get(nameOf({ measure, place, period, by }))
  const readers = [
    ...counts.map((version) => (place: string, period: string, by: By) => cellOf(saidOf(measureOf(version), place, period, by))),
    ...shares.map(({ id, definition }) => {
      const [part, whole] = [countOf(counts, definition.numerator, id), countOf(counts, definition.denominator, id)]
      return (place: string, period: string, by: By) => shareOf(saidOf(part, place, period, by), saidOf(whole, place, period, by))
    }),
  ]
  const sizes = dimensions.slice(1).map(({ codes }) => codes.length)
  const indicesOf = (index: number): number[] => sizes.reduceRight<{ rest: number; at: number[] }>(({ rest, at }, size) => ({ rest: Math.floor(rest / size), at: [rest % size, ...at] }), { rest: index, at: [] }).at
  return readers.flatMap((read, measure) =>
    places.flatMap((place, at) =>
      bys.flatMap((by, index) =>
        periods.flatMap(({ code }, period): Observation[] => {
          const cell = read(place, code, by)
          return cell === undefined ? [] : [{ at: [measure, at, ...indicesOf(index), period], ...cell }]
        }),
      ),
    ),
  )
}

const caveatsOf = (versions: readonly StoredVersion[]): Text[] => versions.map(({ definition }) => definition.caveats)

/** A protected release as all formats are written from it. */
export const contentOf = (asked: ContentAsked): Content => {
  const { plan, counts, shares, periods, completeness, synthetic } = asked
  const { dimensions, bys } = dimensionsOf(asked)
  return {
    id: plan.dataset,
    version: plan.version,
    agency: AGENCY,
    name: plan.name,
    description: plan.description,
    measures: [...counts, ...shares].map(measureFor),
    dimensions,
    periods: periods.map(({ code }) => code),
    observations: observationsOf(asked, bys, dimensions),
    source: SOURCE,
    licence: LICENCE,
    protection: protectionText(plan.protection),
    caveats: caveatsOf([...counts, ...shares]),
    completeness,
    synthetic,
  }
}

/** What was said of each cell, by count, place, period and the values of these dimensions. */
export const saidIn = (content: Pick<Content, 'measures' | 'dimensions' | 'periods' | 'observations'>, dimensions: readonly string[], country: string): Map<string, Said> => {
  const [place, ...others] = content.dimensions
  const values = others.map(({ id, codes }) => {
    const name = dimensions.find((one) => labelsOf(one, country).id === id) ?? ''
    const known = name === '' ? [] : labelsOf(name, country).values
    return { name, values: codes.map((code) => known.find((one) => one.code.id === code.id)?.value ?? null) }
  })
  return new Map(
    content.observations.flatMap((cell): (readonly [string, Said])[] => {
      const { at, state } = cell
      const measure = content.measures[at[0] ?? 0]
      if (measure === undefined || measure.decimals > 0) return []
      const by = dimensions.map((name) => {
        const index = values.findIndex((one) => one.name === name)
        return index === -1 ? null : (values[index]?.values[at[index + 2] ?? 0] ?? null)
      })
      const name = nameOf({
        measure: `${measure.id}@${measure.definitionVersion}`,
        place: placeOf(place?.codes[at[1] ?? 0]?.id ?? ''),
        period: content.periods[at.at(-1) ?? 0] ?? '',
        by,
      })
      if (state === 'hidden') return [[name, { state: 'hidden' }]]
      // What was not gathered reads as nothing to whoever attacks.
      return [[name, { state: 'value', value: cell.state === 'value' ? cell.value : 0 }]]
    }),
  )
}

export const asOfDay = (asOf: Date, country: string) => today(new Date(asOf.getTime() - 1), countryPack(country).timeZone)

