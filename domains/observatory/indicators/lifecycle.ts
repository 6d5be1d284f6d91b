import { addDays, nextPeriod, periodOf, requirePlainDate, type Period, type PlainDate } from '#engines/calendar/index.ts'
import type { Definition, IndicatorVersion, Measure } from './contract.ts'

export type Change = 'major' | 'minor' | 'patch'

const same = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)

/** Sets of values mean the same in any order. */
const sorted = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(sorted).sort().join()}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value).map(([key, item]) => `${key}:${sorted(item)}`).sort().join()}}`
  return JSON.stringify(value) ?? ''
}

/**
 * What a change of definition amounts to: `major` gives other numbers, `minor` gives them for other places, times or
 * groups, `patch` says the same in other words. Undefined where nothing changed.
 */
export const changeOf = (before: Definition, after: Definition): Change | undefined => {
  const differs = (keys: readonly (keyof Definition)[]) => keys.some((key) => !same(before[key], after[key]))
  if (differs(['numerator', 'denominator', 'unit'])) return 'major'
  if (differs(['dimensions', 'level', 'frequency', 'complete'])) return 'minor'
  return differs(['name', 'explanation', 'source', 'caveats']) ? 'patch' : undefined
}

export const FIRST_VERSION = '1.0.0'

const parts = (version: string): number[] => version.split('.').map(Number)

export const nextVersion = (version: string, change: Change): string => {
  const [major = 0, minor = 0, patch = 0] = parts(version)
  if (change === 'major') return `${major + 1}.0.0`
  return change === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

/** Newest first. */
export const byVersion = (one: { readonly version: string }, other: { readonly version: string }): number => {
  const [a, b] = [parts(one.version), parts(other.version)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0)
}

/** The last day that a bridge must reach, so that one whole period is published under both; undefined where none is needed. */
export const leastBridge = (change: Change, definition: Definition, from: PlainDate, calendar: Period['calendar']): PlainDate | undefined => {
  if (change !== 'major') return undefined
  const first = periodOf(from, definition.frequency, calendar)
  return first.start === from ? first.end : nextPeriod(first).end
}

type Dated = Pick<IndicatorVersion, 'version' | 'from' | 'bridgeUntil'>

/**
 * Under which versions a period is published, the newest first: the one in force, and for the length of a bridge the one
 * before it as well. `versions` are from the newest to the oldest. A version counts from its first day, a period from its end.
 */
export const versionsOf = <V extends Dated>(versions: readonly V[], period: Pick<Period, 'start' | 'end'>): V[] => {
  const at = versions.findIndex(({ from }) => from <= period.end)
  const inForce = versions[at]
  // Older than every definition: under the first one, which was the first to say what is counted.
  if (inForce === undefined) return versions.slice(-1)
  const before = versions[at + 1]
  const bridged = before !== undefined && inForce.bridgeUntil !== null && period.start <= inForce.bridgeUntil
  return bridged ? [inForce, before] : [inForce]
}

/** The day before which only the older version was published: where a line has its mark. */
export const lastDayOfOld = ({ from }: Dated): PlainDate => addDays(requirePlainDate(from), -1)

/** What the published catalogue of facts says of a kind. */
export interface KnownKind {
  readonly id: string
  readonly version: number
  readonly dimensions: readonly string[]
}

export type Fault = 'kind-unknown' | 'dimension-unknown' | 'value-of-no-dimension' | 'persons-of-two-domains' | 'persons-as-stock' | 'percent-without-denominator'

const measuresOf = ({ numerator, denominator }: Definition): Measure[] => (denominator === null ? [numerator] : [numerator, denominator])

/** What is wrong with a definition; undefined where it can be counted. */
export const faultOf = (definition: Definition, kinds: readonly KnownKind[]): Fault | undefined => {
  const terms = measuresOf(definition).flatMap((measure) => measure.terms)
  const known = (term: { kind: string; version: number }) => kinds.find(({ id, version }) => id === term.kind && version === term.version)
  if (terms.some((term) => known(term) === undefined)) return 'kind-unknown'
  if (terms.some((term) => definition.dimensions.some((dimension) => !known(term)?.dimensions.includes(dimension)))) return 'dimension-unknown'
  if (terms.some((term) => Object.keys(term.where).some((dimension) => !known(term)?.dimensions.includes(dimension)))) return 'value-of-no-dimension'
  const ofPersons = measuresOf(definition).filter((measure) => measure.of === 'persons')
  // Pseudonyms differ by domain: persons of two are never linked (design 8.17).
  if (ofPersons.some((measure) => new Set(measure.terms.map(({ kind }) => kind.split('.')[0])).size > 1)) return 'persons-of-two-domains'
  if (ofPersons.some((measure) => measure.time === 'stock' || measure.terms.some(({ sign }) => sign < 0))) return 'persons-as-stock'
  return (definition.unit === 'percent') === (definition.denominator !== null) ? undefined : 'percent-without-denominator'
}
