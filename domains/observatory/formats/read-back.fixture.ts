import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import JSONstat from 'jsonstat-toolkit'
import { SaxesParser } from 'saxes'
import { axesOf } from './axes.ts'
import type { Cell, Dataset } from './dataset.ts'

/** Cells by the codes of their place, as somebody reads them who has the file and nothing else. */
export type Read = ReadonlyMap<string, Cell>

export const keyOf = (codes: readonly string[]): string => codes.join('|')

/** What every format should give back. */
export const cellsOf = (dataset: Dataset): Read => {
  const axes = axesOf(dataset)
  return new Map(
    dataset.observations.map(({ at, ...cell }) => [keyOf(axes.map(({ codes }, axis) => codes[at[axis] ?? -1]?.id ?? '')), cell as Cell]),
  )
}

/** RFC 4180, written apart from the writer. */
export const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (quoted) {
      if (letter !== '"') field += letter
      else if (text[at + 1] === '"') { field += '"'; at += 1 } else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === ',') { rows.at(-1)?.push(field); field = '' }
    else if (letter === '\r' && text[at + 1] === '\n') { rows.at(-1)?.push(field); field = ''; rows.push([]); at += 1 }
    else field += letter
  }
  rows.pop()
  return rows
}

export const recordsOf = (text: string): Record<string, string>[] => {
  const [header = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}

const axisIds = (dataset: Dataset): string[] => axesOf(dataset).map(({ id }) => id)

const cellOf = (state: string, value: number | null, noise: boolean): Cell => {
  if (state === 'value') {
    if (value === null || Number.isNaN(value)) throw new Error('a value without a number')
    return { state, value, noise }
  }
  if (value !== null || noise) throw new Error(`a number in a cell that is ${state}`)
  if (state !== 'hidden' && state !== 'missing') throw new Error(`an unknown state ${state}`)
  return { state }
}

export const fromCsv = (dataset: Dataset, text: string): Read =>
  new Map(
    recordsOf(text.replace(/^\uFEFF/, '')).map((row) => [
      keyOf(axisIds(dataset).map((id) => row[id.toLowerCase()] ?? '')),
      cellOf(row['status'] ?? '', row['value'] === '' ? null : Number(row['value']), row['noise'] === 'true'),
    ]),
  )

const STATES: Readonly<Record<string, string>> = { 'A F': 'value', 'Q C': 'hidden', 'L F': 'missing' }

export const fromSdmxCsv = (dataset: Dataset, text: string): Read =>
  new Map(
    recordsOf(text).map((row) => [
      keyOf(axisIds(dataset).map((id) => row[id] ?? '')),
      cellOf(
        STATES[`${row['OBS_STATUS']} ${row['CONF_STATUS']}`] ?? '',
        row['OBS_VALUE'] === '' ? null : Number(row['OBS_VALUE']),
        row['TREATMENT'] === 'NOISE',
      ),
    ]),
  )

interface SdmxValue { readonly id?: string; readonly value?: string }
interface SdmxComponent { readonly id: string; readonly values: readonly SdmxValue[] }
interface SdmxMessage {
  readonly data: {
    readonly structures: readonly {
      readonly dimensions: { readonly series: readonly SdmxComponent[]; readonly observation: readonly SdmxComponent[] }
      readonly attributes: { readonly observation: readonly SdmxComponent[] }
    }[]
    readonly dataSets: readonly {
      readonly series?: Readonly<Record<string, { readonly observations: Readonly<Record<string, readonly (number | null)[]>> }>>
      readonly observations?: Readonly<Record<string, readonly (number | null)[]>>
    }[]
  }
}

/** By the message alone: indexes lead to the values that the structure lists. */
export const fromSdmxJson = (dataset: Dataset, text: string): Read => {
  const { data } = JSON.parse(text) as SdmxMessage
  const [structure] = data.structures
  const [set] = data.dataSets
  if (structure === undefined || set === undefined) throw new Error('no data set')
  const told = (components: readonly SdmxComponent[], key: string): [string, string][] =>
    components.map(({ id, values }, index) => [id, values[Number(key.split(':')[index])]?.id ?? ''])
  const groups = set.series === undefined ? [['', set.observations ?? {}] as const] : Object.entries(set.series).map(([key, { observations }]) => [key, observations] as const)
  return new Map(
    groups.flatMap(([series, observations]) =>
      Object.entries(observations).map(([key, [value, ...attributes]]): [string, Cell] => {
        const codes = Object.fromEntries([...told(structure.dimensions.series, series), ...told(structure.dimensions.observation, key)])
        const status = Object.fromEntries(structure.attributes.observation.map(({ id, values }, index) => [id, values[attributes[index] ?? -1]?.id]))
        return [
          keyOf(axisIds(dataset).map((id) => codes[id] ?? '')),
          cellOf(STATES[`${status['OBS_STATUS']} ${status['CONF_STATUS']}`] ?? '', value ?? null, status['TREATMENT'] === 'NOISE'),
        ]
      }),
    ),
  )
}

/** Through the toolkit that readers of JSON-stat use. */
export const fromJsonStat = (document: object): Read => {
  const cube = JSONstat(document)
  const ids = cube.id
  const cells = new Map<string, Cell>()
  const walk = (codes: readonly string[]): void => {
    const id = ids[codes.length]
    if (id !== undefined) {
      for (const code of cube.Dimension(id).id) walk([...codes, code])
      return
    }
    const { value, status } = cube.Data(Object.fromEntries(ids.map((name, index) => [name, codes[index] ?? ''])))
    if (value === null && (status === null || status === undefined)) return
    const state = status === 'hidden' || status === 'missing' ? status : 'value'
    cells.set(keyOf(codes), cellOf(state, value, status === 'noise'))
  }
  walk([])
  return cells
}

const dayOf = (date: unknown): string => (date as Date).toISOString().slice(0, 10)

export const readParquet = async (bytes: Uint8Array) => {
  const file = bytes.slice().buffer
  return await parquetReadObjects({ file })
}

export const fromParquet = async (dataset: Dataset, bytes: Uint8Array): Promise<Read> => {
  const rows = await readParquet(bytes)
  return new Map(
    rows.map((row) => {
      if (dayOf(row['period_start']) > dayOf(row['period_end'])) throw new Error('a period that ends before it begins')
      return [
        keyOf(axisIds(dataset).map((id) => String(row[id.toLowerCase()]))),
        cellOf(String(row['status']), row['value'] as number | null, row['noise'] === true),
      ]
    }),
  )
}

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** A strict XML parser: what is not well-formed throws. */
export const readXml = (text: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => { const element = open.at(-1); if (element !== undefined) element.text += piece })
  parser.on('closetag', () => { open.pop() })
  parser.write(text).close()
  return root.children[0] ?? root
}

export const all = (element: Element, name: string): Element[] =>
  [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))]

export interface SheetCell { readonly text?: string; readonly number?: number; readonly format?: string }

/** A workbook's sheets, by their names. */
export const readXlsx = (bytes: Uint8Array): Map<string, { readonly xml: Element; readonly rows: SheetCell[][] }> => {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, new TextDecoder().decode(file)]))
  const part = (name: string): Element => readXml(files[name] ?? '')
  const strings = all(part('xl/sharedStrings.xml'), 'si').map((item) => all(item, 't').map(({ text }) => text).join(''))
  const styles = part('xl/styles.xml')
  const formats = new Map(all(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode']]))
  const used = all(all(styles, 'cellXfs')[0] ?? styles, 'xf').map(({ attributes }) => formats.get(attributes['numFmtId']))
  const sheets = all(part('xl/workbook.xml'), 'sheet')
  return new Map(
    sheets.map(({ attributes }, index) => {
      const xml = part(`xl/worksheets/sheet${index + 1}.xml`)
      const rows = all(xml, 'row').map((row) =>
        all(row, 'c').map((cell): SheetCell => {
          const content = all(cell, 'v')[0]?.text ?? ''
          const format = used[Number(cell.attributes['s'] ?? 0)]
          if (cell.attributes['t'] === 's') return { text: strings[Number(content)] ?? '' }
          if (all(cell, 'f').length > 0) throw new Error('a formula')
          return { number: Number(content), ...(format === undefined ? {} : { format }) }
        }),
      )
      return [attributes['name'] ?? '', { xml, rows }]
    }),
  )
}
