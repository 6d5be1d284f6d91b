import { labelsOf } from './labels.ts'
import type { Frozen } from './manifest.ts'
import { placeOf } from './places.ts'
import type { Said } from './content.ts'
import { nameOf } from './tables/lay.ts'

/** Fields of CSV as RFC 4180 has them. */
export const csvRows = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let [field, isQuoted] = ['', false]
  const end = () => {
    rows.at(-1)?.push(field)
    field = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') field += sign
      else if (text[at + 1] === '"') {
        field += sign
        at += 1
      } else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',') end()
    else if (sign === '\n') {
      end()
      rows.push([])
    } else if (sign !== '\r') field += sign
  }
  end()
  return rows.filter((row) => row.length > 1)
}

/**
 * What a released SDMX-CSV says of each count, by `nameOf` over these dimensions: read from the very bytes that everybody
 * gets, by code that wrote none of them.
 */
export const saidInCsv = (csv: Uint8Array, { plan, definitions, country }: Frozen, dimensions: readonly string[]): Map<string, Said> => {
  const [header = [], ...rows] = csvRows(new TextDecoder().decode(csv))
  const column = (name: string): number => {
    const at = header.indexOf(name)
    if (at === -1) throw new Error(`the released file has no column ${name}`)
    return at
  }
  const [indicator, place, period, value, confidential] = ['INDICATOR', 'REF_AREA', 'PERIOD', 'OBS_VALUE', 'CONF_STATUS'].map(column) as [number, number, number, number, number]
  const told = dimensions.map((name) => {
    const labels = labelsOf(name, country)
    return { at: plan.dimensions.includes(name) ? column(labels.id) : undefined, values: new Map(labels.values.map((one) => [one.code.id, one.value])) }
  })
  const counts = new Map(definitions.filter(({ id }) => plan.indicators.includes(id)).map(({ id, version }) => [id, `${id}@${version}`]))
  return new Map(
    rows.flatMap((row): (readonly [string, Said])[] => {
      const measure = counts.get(row[indicator] ?? '')
      if (measure === undefined) return []
      const by = told.map(({ at, values }) => (at === undefined ? null : (values.get(row[at] ?? '') ?? null)))
      const name = nameOf({ measure, place: placeOf(row[place] ?? ''), period: row[period] ?? '', by })
      if (row[confidential] === 'C') {
        if (row[value] !== '') throw new Error('a hidden cell has a number in the released file')
        return [[name, { state: 'hidden' }]]
      }
      return [[name, { state: 'value', value: Number(row[value]) }]]
    }),
  )
}
