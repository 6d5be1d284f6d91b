import { createHash, createHmac } from 'node:crypto'
import type { StreamedFact } from './stream.ts'

/**
 * The Merkle tree of RFC 6962 again, from its description and not from the code that the observatory uses: leaves and
 * nodes begin with different bytes, and a node without a sister goes up as it is.
 */
const sha = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

export const saltWith = (key: Buffer, id: string): string => createHmac('sha256', key).update(id).digest('hex').substring(0, 32)

/** A fact as its leaf has it: JSON without spaces, the dimensions in the order of their names. */
export const contentOf = (fact: StreamedFact): string => {
  const names = Object.keys(fact.dimensions).sort()
  const dimensions = `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(fact.dimensions[name])}`).join(',')}}`
  const text = (value: string | null) => JSON.stringify(value)
  return `[${fact.home},${text(fact.id)},${text(fact.kind)},${fact.version},${text(fact.on)},${text(fact.unit)},${text(fact.place)},${text(fact.subject)},${fact.quantity},${dimensions},${text(fact.reverses)},${text(fact.recordedAt)}]`
}

export const leafWith = (key: Buffer, fact: StreamedFact): Buffer => sha(LEAF, `${saltWith(key, fact.id)} ${contentOf(fact)}`)

export interface Step {
  readonly side: 'left' | 'right'
  readonly hash: Buffer
}

/** The root over leaves in their order, and the path from one of them up to it. */
export const climb = (leaves: readonly Buffer[], index: number): { readonly root: Buffer; readonly path: readonly Step[] } => {
  if (leaves.length === 0) return { root: sha(), path: [] }
  const path: Step[] = []
  let row = [...leaves]
  let at = index
  while (row.length > 1) {
    const sister = row[at % 2 === 0 ? at + 1 : at - 1]
    if (sister !== undefined) path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: sister })
    const next: Buffer[] = []
    for (let left = 0; left < row.length; left += 2) {
      const [one, other] = [row[left] as Buffer, row[left + 1]]
      next.push(other === undefined ? one : sha(NODE, one, other))
    }
    row = next
    at = Math.floor(at / 2)
  }
  return { root: row[0] as Buffer, path }
}

/** What somebody does who has one leaf, its path and the published root. */
export const rootFrom = (leaf: Buffer, path: readonly Step[]): Buffer =>
  path.reduce((below, { side, hash }) => (side === 'right' ? sha(NODE, below, hash) : sha(NODE, hash, below)), leaf)
