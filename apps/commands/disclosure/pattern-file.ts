import type { Case } from './case-file.ts'
import { refuse } from '#apps/commands/refused.ts'
import { objectOf } from './json.ts'

/** Which cells a pattern leaves out, and how it names cells. */
export interface PatternFile {
  readonly hidden: Uint8Array
  /** A cell as the pattern would write it: by its id where it writes ids, else by its labels. */
  readonly named: (cell: number) => number | readonly string[]
  /** The same as the name of a field: labels as JSON text, which no two keys share. */
  readonly field: (cell: number) => string
}

/** `{"suppressed": [key, …]}`, a key being the cell's list of labels, the same as JSON text, or its id. */
export const parsePattern = (text: string, { id, key }: Case): PatternFile => {
  const { suppressed } = objectOf(text)
  if (!Array.isArray(suppressed)) return refuse('suppressed', 'no list of keys')
  const byId = new Map(id.map((own, cell) => [own, cell]))
  const byName = new Map(key.map((labels, cell) => [JSON.stringify(labels), cell]))
  const hidden = new Uint8Array(key.length)
  suppressed.forEach((entry, index) => {
    const where = `suppressed[${index}]`
    const name = Array.isArray(entry) ? JSON.stringify(entry.map(String)) : typeof entry === 'string' ? (byName.has(entry) ? entry : JSON.stringify([entry])) : undefined
    const cell = typeof entry === 'number' ? byId.get(entry) : byName.get(name ?? '')
    if (cell === undefined) return refuse(where, `the case has no cell ${JSON.stringify(entry)}`)
    if (hidden[cell] === 1) refuse(where, `${JSON.stringify(entry)} is listed twice`)
    hidden[cell] = 1
  })
  const byIds = suppressed.length > 0 && suppressed.every((entry) => typeof entry === 'number')
  return {
    hidden,
    named: (cell) => (byIds ? id[cell] ?? -1 : key[cell] ?? []),
    field: (cell) => (byIds ? String(id[cell]) : JSON.stringify(key[cell])),
  }
}
