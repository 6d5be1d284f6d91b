import type { Keys, Labels } from '#domains/observatory/formats/sdmx/csv.ts'
import type { Language } from '#domains/observatory/formats/text.ts'
import { notAcceptable } from './refusal.ts'

export const DATA_JSON = 'application/vnd.sdmx.data+json;version=2.1.0'
export const DATA_CSV = 'application/vnd.sdmx.data+csv;version=2.1.0'
export const STRUCTURE_JSON = 'application/vnd.sdmx.structure+json;version=2.1.0'

interface Range {
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  readonly weight: number
}

/** RFC 9110, 12.5.1, from the most wanted to the least. What cannot be read is not wanted. */
export const rangesOf = (accept: string): readonly Range[] =>
  accept
    .split(',')
    .map((range): Range => {
      const [type = '', ...rest] = range.split(';').map((part) => part.trim())
      const parameters = new Map(rest.map((part) => [part.split('=')[0]?.trim().toLowerCase() ?? '', part.slice(part.indexOf('=') + 1).trim()] as const))
      const weight = Number(parameters.get('q') ?? 1)
      return { type: type.toLowerCase(), parameters, weight: weight > 0 && weight <= 1 ? weight : 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)

const VERSION = [2, 1, 0] as const

/** Whether 2.1.0 is meant by `2.1.0`, `2.1`, or with a `+` at the part that may be later (SDMX, semantic versions). */
export const isOurVersion = (wanted: string | undefined): boolean => {
  if (wanted === undefined) return true
  const parts = wanted.split('.')
  if (parts.length > 3 || !parts.every((part) => /^\d+\+?$/.test(part))) return false
  for (const [index, part] of parts.entries()) {
    const ours = VERSION[index] ?? 0
    const least = Number.parseInt(part, 10)
    // From here on anything later will do.
    if (part.endsWith('+')) return ours > least || (ours === least && parts.slice(index + 1).every((rest, at) => (VERSION[index + 1 + at] ?? 0) >= Number.parseInt(rest, 10)))
    if (ours !== least) return false
  }
  return true
}

export type DataFormat =
  | { readonly kind: 'json'; readonly type: string }
  | { readonly kind: 'csv'; readonly type: string; readonly labels: Labels; readonly keys: Keys }

const oneOf = <T extends string>(known: readonly T[], wanted: string | undefined): T | undefined => known.find((one) => one === (wanted ?? known[0]))

const csvOf = (parameters: ReadonlyMap<string, string>): DataFormat | undefined => {
  const labels = oneOf<Labels>(['id', 'name', 'both'], parameters.get('labels'))
  // The guide to SDMX-CSV writes both names.
  const keys = oneOf<Keys>(['none', 'obs', 'series', 'both'], parameters.get('keys') ?? parameters.get('key'))
  // Times are given as they were recorded; a Persian month has no normal form.
  if (labels === undefined || keys === undefined || (parameters.get('timeformat') ?? 'original') !== 'original') return undefined
  const said = [labels === 'id' ? '' : `;labels=${labels}`, keys === 'none' ? '' : `;keys=${keys}`].join('')
  return { kind: 'csv', type: `${DATA_CSV}${said}`, labels, keys }
}

const JSON_TYPES = ['*/*', 'application/*', 'application/json', 'application/vnd.sdmx.data+json']
const CSV_TYPES = ['text/*', 'text/csv', 'application/csv', 'application/vnd.sdmx.data+csv']

/** The format of the data that a client wants most among those offered; JSON when it says nothing. */
export const dataFormatOf = (accept: string | undefined): DataFormat => {
  for (const { type, parameters } of rangesOf(accept ?? '*/*')) {
    if (!isOurVersion(parameters.get('version'))) continue
    if (JSON_TYPES.includes(type)) return { kind: 'json', type: DATA_JSON }
    const csv = CSV_TYPES.includes(type) ? csvOf(parameters) : undefined
    if (csv !== undefined) return csv
  }
  throw notAcceptable([DATA_JSON, `${DATA_CSV};labels=[id|name|both];keys=[none|obs|series|both]`])
}

const STRUCTURE_TYPES = ['*/*', 'application/*', 'application/json', 'application/vnd.sdmx.structure+json']

export const requireStructureFormat = (accept: string | undefined): void => {
  const wanted = rangesOf(accept ?? '*/*').some(({ type, parameters }) => STRUCTURE_TYPES.includes(type) && isOurVersion(parameters.get('version')))
  if (!wanted) throw notAcceptable([STRUCTURE_JSON])
}

/** The language that is wanted most of the two there are. */
export const wantedLanguage = (acceptLanguage: string | undefined): Language => {
  const wanted = rangesOf(acceptLanguage ?? '').map(({ type }) => type.split('-')[0])
  return wanted.find((language): language is Language => language === 'fa' || language === 'en') ?? 'fa'
}
