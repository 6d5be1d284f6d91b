import type { Table } from '#engines/disclosure/index.ts'
import { refuse } from '#apps/commands/refused.ts'
import { isObject, objectOf, type Json } from './json.ts'
import { requiredOf, ruleOf, type Rule } from './rule.ts'
import { requireNoCycle } from './hierarchies.ts'

/** A case as it stands in its file, in whole numbers: what the file calls 16.8 is 168 at a scale of 10. */
export interface Case {
  readonly table: Table
  /** Cells as the file numbers them, in the order of the table. */
  readonly id: readonly number[]
  readonly key: readonly (readonly string[])[]
  readonly primary: Uint8Array
  /** 1 where the file says that the number is out already. */
  readonly open: Uint8Array
  readonly required: Float64Array
  /** Who alone stands behind a cell, by number; −1 where the file names nobody. */
  readonly contributor: Int32Array
  readonly rule: Rule
  readonly scale: number
}

const MOST_DECIMALS = 6
// Sums of sums stay exact.
const LARGEST = 2 ** 50

const decimalsOf = (value: number): number => {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) if (Number(value.toFixed(decimals)) === value) return decimals
  return Infinity
}

const amountAt = (value: Json, where: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(where, `${JSON.stringify(value) ?? 'nothing'} is no number`)
  if (value < 0) return refuse(where, `${value} is negative`)
  if (decimalsOf(value) > MOST_DECIMALS) return refuse(where, `${value} has more than ${MOST_DECIMALS} decimals`)
  return value
}

interface Filed {
  readonly id: number
  readonly key: readonly string[]
  readonly name: string
  readonly inner: readonly number[]
  readonly value: number
  readonly primary: boolean
  readonly open: boolean
  readonly required: number | undefined
  readonly contributor: string | undefined
  readonly where: string
}

const keyAt = (key: Json, where: string): readonly string[] => {
  if (typeof key === 'string') return [key]
  if (!Array.isArray(key) || key.length === 0) return refuse(where, 'no list of labels')
  return key.map((label, index) => (typeof label === 'string' || typeof label === 'number' ? String(label) : refuse(`${where}[${index}]`, 'no label')))
}

const innerAt = (inner: Json, count: number, where: string): readonly number[] => {
  if (!Array.isArray(inner)) return refuse(where, 'no list of finest cells')
  const seen = new Set<number>()
  return inner.map((one, index) => {
    const place = `${where}[${index}]`
    if (typeof one !== 'number' || !Number.isInteger(one) || one < 0 || one >= count) return refuse(place, `finest cell ${JSON.stringify(one)}; there are 0 to ${count - 1}`)
    if (seen.has(one)) return refuse(place, `finest cell ${one} stands twice`)
    seen.add(one)
    return one
  })
}

const flagAt = (value: Json, where: string): boolean => {
  if (value === undefined) return false
  if (typeof value !== 'boolean') return refuse(where, `${JSON.stringify(value)} is neither true nor false`)
  return value
}

const cellAt = (cell: Json, index: number, count: number): Filed => {
  const where = `cells[${index}]`
  if (!isObject(cell)) return refuse(where, 'no cell')
  const { id = index, key, inner, value, primary, published, required, contributor } = cell
  if (typeof id !== 'number' || !Number.isInteger(id)) return refuse(`${where}.id`, `${JSON.stringify(id)} is no whole number`)
  const labels = keyAt(key, `${where}.key`)
  return {
    id,
    key: labels,
    name: JSON.stringify(labels),
    inner: innerAt(inner, count, `${where}.inner`),
    value: amountAt(value, `${where}.value`),
    primary: flagAt(primary, `${where}.primary`),
    open: flagAt(published, `${where}.published`),
    required: required === undefined ? undefined : amountAt(required, `${where}.required`),
    contributor: contributor === undefined ? undefined : typeof contributor === 'string' ? contributor : refuse(`${where}.contributor`, 'no name'),
    where,
  }
}

const requireOnce = (cells: readonly Filed[]): void => {
  for (const name of ['id', 'name'] as const) {
    const seen = new Map<unknown, string>()
    for (const cell of cells) {
      const earlier = seen.get(cell[name])
      if (earlier !== undefined) refuse(cell.where, `${name === 'id' ? `id ${cell.id}` : cell.name} is listed twice, first as ${earlier}`)
      seen.set(cell[name], cell.where)
    }
  }
}

const requireSums = (cells: readonly Filed[], inner: Float64Array, scale: number): void => {
  for (const { inner: members, value, where, open, primary } of cells) {
    const sum = members.reduce((all, one) => all + (inner[one] ?? 0), 0)
    if (sum > LARGEST) refuse(`${where}.value`, `${value} is more than sums stay exact in`)
    if (Math.round(value * scale) !== sum) refuse(`${where}.value`, `${value}, but its finest cells add up to ${sum / scale}`)
    if (open && primary) refuse(`${where}.published`, 'a number that is out already cannot be primary')
  }
}

/** Throws Refused with the place of what is wrong. Fields that say how somebody else protected the case are not read. */
export const parseCase = (text: string): Case => {
  const file = objectOf(text)
  if (file.format !== 'sdc-case/1') refuse('format', `${JSON.stringify(file.format) ?? 'nothing'}; known is "sdc-case/1"`)
  if (!Array.isArray(file.innerValues)) return refuse('innerValues', 'no list of numbers')
  if (!Array.isArray(file.cells)) return refuse('cells', 'no list of cells')
  const values = file.innerValues.map((value, index) => amountAt(value, `innerValues[${index}]`))
  const cells = file.cells.map((cell, index) => cellAt(cell, index, values.length))
  const decimals = [...values, ...cells.flatMap(({ value, required = 0 }) => [value, required])].reduce((most, value) => Math.max(most, decimalsOf(value)), 0)
  const scale = 10 ** decimals
  const inner = Float64Array.from(values, (value) => Math.round(value * scale))
  requireOnce(cells)
  requireSums(cells, inner, scale)
  requireNoCycle(file.hierarchies)
  const rule = ruleOf(file.rule, decimals > 0)

  // By name, so that the order of the file changes nothing.
  const sorted = [...cells].sort((a, b) => (a.name < b.name ? -1 : 1))
  const start = new Int32Array(sorted.length + 1)
  sorted.forEach((cell, index) => {
    start[index + 1] = (start[index] ?? 0) + cell.inner.length
  })
  const member = new Int32Array(start.at(-1) ?? 0)
  sorted.forEach((cell, index) => member.set([...cell.inner].sort((a, b) => a - b), start[index]))
  const key = sorted.map((cell) => cell.key)
  const value = Float64Array.from(sorted, (cell) => Math.round(cell.value * scale))
  const names = [...new Set(sorted.map(({ contributor }) => contributor))].filter((name) => name !== undefined).sort()
  return {
    table: { inner, start, member, value, key },
    id: sorted.map((cell) => cell.id),
    key,
    primary: Uint8Array.from(sorted, (cell) => (cell.primary ? 1 : 0)),
    open: Uint8Array.from(sorted, (cell) => (cell.open ? 1 : 0)),
    required: Float64Array.from(sorted, (cell, index) => (cell.required === undefined ? requiredOf(rule, value[index] ?? 0) : Math.round(cell.required * scale))),
    contributor: Int32Array.from(sorted, ({ contributor }) => (contributor === undefined ? -1 : names.indexOf(contributor))),
    rule,
    scale,
  }
}
