import type { Claim, Proof, Shown } from '#engines/disclosure/index.ts'
import type { Case } from './case-file.ts'
import { refuse } from '#apps/commands/refused.ts'
import { isObject, objectOf, type Json } from './json.ts'

/**
 * `{"format": "sdc-proof/1", "scale", "tables": [[[finest cell, value], …], …], "targets": [{"key", "low", "high"}, …]}`.
 * A table is the true one but for the finest cells it names; values are whole, in units of 1 / scale, as text.
 */
export const proofText = ({ key, scale }: Case, { tables, targets }: Proof): string =>
  `${JSON.stringify({
    format: 'sdc-proof/1',
    scale,
    tables: tables.map((table) => table.map(([inner, value]) => [inner, String(value)])),
    targets: targets.map(({ cell, low, high }) => ({ key: key[cell], low, high })),
  })}\n`

const wholeAt = (value: Json, where: string): bigint => {
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return BigInt(value)
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : refuse(where, `${JSON.stringify(value) ?? 'nothing'} is no whole number`)
}

const indexAt = (value: Json, where: string): number => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : refuse(where, `${JSON.stringify(value) ?? 'nothing'} is no place in a list`))

export const parseProof = (text: string, { key, scale }: Case): Shown => {
  const file = objectOf(text)
  if (file.format !== 'sdc-proof/1') refuse('format', `${JSON.stringify(file.format) ?? 'nothing'}; known is "sdc-proof/1"`)
  if (file.scale !== scale) refuse('scale', `${JSON.stringify(file.scale) ?? 'nothing'}; the case has ${scale}`)
  if (!Array.isArray(file.tables)) return refuse('tables', 'no list of tables')
  if (!Array.isArray(file.targets)) return refuse('targets', 'no list of targets')
  const byName = new Map(key.map((labels, cell) => [JSON.stringify(labels), cell]))
  return {
    tables: file.tables.map((table, index) => {
      if (!Array.isArray(table)) return refuse(`tables[${index}]`, 'no list of finest cells')
      return table.map((pair, place) => {
        const where = `tables[${index}][${place}]`
        if (!Array.isArray(pair) || pair.length !== 2) return refuse(where, 'no finest cell with its value')
        return [indexAt(pair[0], `${where}[0]`), wholeAt(pair[1], `${where}[1]`)] as const
      })
    }),
    targets: file.targets.map((target, index) => {
      const where = `targets[${index}]`
      if (!isObject(target)) return refuse(where, 'no target')
      const cell = byName.get(JSON.stringify(target.key))
      if (cell === undefined) return refuse(`${where}.key`, `the case has no cell ${JSON.stringify(target.key) ?? ''}`)
      return { cell, low: indexAt(target.low, `${where}.low`), high: indexAt(target.high, `${where}.high`) }
    }),
  }
}

export const claimOf = ({ table, primary, required }: Case, hidden: Uint8Array, k: number): Claim => ({
  inner: [...table.inner].map(BigInt),
  cells: [...primary].map((flag, cell) => ({
    inner: [...table.member.subarray(table.start[cell], table.start[cell + 1])],
    hidden: hidden[cell] === 1,
    primary: flag === 1,
    required: BigInt(required[cell] ?? 0),
  })),
  k: BigInt(k),
})
