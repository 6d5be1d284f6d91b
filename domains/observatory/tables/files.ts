import { anyone } from '#platform/actor/index.ts'
import type { House } from '#platform/command/index.ts'
import { inTransaction, wallOf } from '#platform/db/index.ts'
import { isNotModified, revalidated } from '#platform/http/caching.ts'
import type { DocumentAnswer, DocumentRequest } from '#platform/http/documents.ts'
import { Problem } from '#platform/problem/index.ts'
import type { PeriodCode } from '#engines/calendar/index.ts'
import { csvOf, CSV_TYPE, datasetOf, jsonStatOf, JSON_STAT_TYPE, type Dataset, type Dimension, type Observation } from '#domains/observatory/formats/index.ts'
import { asOfDay } from '#domains/observatory/releases/content.ts'
import { sha256Of } from '#domains/observatory/releases/manifest.ts'
import { AGENCY, LICENCE, SOURCE } from '#domains/observatory/releases/publisher.ts'
import { TableAsked } from './contract.ts'
import { PERIOD, PLACE, readTable, type NoisedTable, type Side } from './read.ts'
import { noiseText } from './noise-text.ts'

/** The table as all formats are written from it: every cell says that it has noise. */
export const datasetFrom = (table: NoisedTable, country: string): Dataset => {
  const { cube, edition, rows, columns, place, period } = table
  const sides = [rows, ...(columns === undefined ? [] : [columns])]
  const side = (axis: string): Side | undefined => sides.find((one) => one.axis === axis)
  const places: Dimension = { id: 'REF_AREA', label: { fa: 'محل', en: 'Place' }, role: 'place', codes: side(PLACE)?.codes ?? [place] }
  const own = sides.filter(({ axis }) => axis !== PLACE && axis !== PERIOD)
  const periods = (side(PERIOD)?.codes.map(({ id }) => id) ?? [period ?? edition.lastPeriod]) as PeriodCode[]
  const observations = table.numbers.flatMap((line, row) =>
    line.map((value, column): Observation => {
      const at = (axis: string): number => (rows.axis === axis ? row : columns?.axis === axis ? column : 0)
      return { at: [0, at(PLACE), ...own.map(({ axis }) => at(axis)), at(PERIOD)], state: 'value', value, noise: true }
    }),
  )
  return datasetOf({
    id: cube.id,
    version: cube.version,
    agency: AGENCY,
    name: cube.name,
    description: cube.explanation,
    release: { number: edition.number, hash: edition.hash, asOf: asOfDay(edition.asOf, country), releasedAt: `${edition.outAt.toISOString().slice(0, 19)}Z` },
    measures: [{ id: cube.id.toLowerCase(), label: cube.name, unit: cube.unit, decimals: 0, definition: cube.explanation, definitionVersion: cube.version }],
    dimensions: [places, ...own.map(({ axis, label, codes }) => ({ id: axis, label, codes }))],
    periods,
    observations,
    source: SOURCE,
    licence: LICENCE,
    protection: noiseText(edition.noise),
    caveats: [cube.caveats],
    completeness: [],
    synthetic: edition.synthetic,
  })
}

const NAME = /^([A-Z][A-Z0-9_]{0,39})\.(csv|json-stat\.json)$/
const MOST_KEPT = 200

/** Tables as files, by their choices. What was written once under an edition's hash is kept a while. */
export const noisedFiles = (house: House) => {
  const kept = new Map<string, Uint8Array | string>()
  return async (request: DocumentRequest): Promise<DocumentAnswer> => {
    const [, cube, ending] = NAME.exec(request.path) ?? []
    const asked = TableAsked.safeParse({ cube, ...Object.fromEntries(new URLSearchParams(request.search)) })
    if (ending === undefined || !asked.success) throw new Problem('record.not-found')
    const { result: table } = await inTransaction(house.pool, { wall: wallOf(anyone, house.clock.now()), wait: false }, async (tx) => ({ result: await readTable(tx, asked.data) }))
    const language = request.acceptLanguage?.trim().toLowerCase().startsWith('en') === true ? 'en' : 'fa'
    const question = JSON.stringify([table.edition.hash, ending, language, asked.data])
    const tag = sha256Of(question).slice(0, 32)
    const headers = { ...revalidated({ tag, at: table.edition.outAt.toISOString() }), vary: 'accept-language' }
    if (isNotModified(request, headers)) return { status: 304, headers }
    const body = kept.get(question) ?? write(datasetFrom(table, house.country), ending, language, `/api/tables/${request.path}?${request.search}`)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(question, body)
    return {
      status: 200,
      headers: { ...headers, 'content-type': ending === 'csv' ? CSV_TYPE : JSON_STAT_TYPE, 'content-disposition': `attachment; filename="${request.path}"` },
      body,
    }
  }
}

const write = (dataset: Dataset, ending: string, language: 'fa' | 'en', href: string): string =>
  ending === 'csv' ? [...csvOf(dataset, { language, mark: true })].join('') : JSON.stringify(jsonStatOf(dataset, { language, href }))
