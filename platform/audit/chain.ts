import { createHash, hash as digest } from 'node:crypto'

/** One line of the trail. It holds ids, never content. */
export interface AuditLine {
  readonly home: number
  readonly at: string
  readonly actor: string
  readonly role: string
  /** The operation's id. */
  readonly act: string
  readonly record: string | null
  /** Whose data it touched, so that the person can be shown who saw what. */
  readonly person: string | null
  readonly refused: boolean
  readonly details: Readonly<Record<string, unknown>>
}

export interface ChainedLine {
  readonly line: AuditLine
  readonly seq: number
  readonly hash: Buffer
}

export interface ChainHead {
  readonly chain: string
  readonly seq: number
  readonly hash: Buffer
}

/** JSON with sorted keys: the same content gives the same bytes whoever stored it. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`
  return JSON.stringify(value)
}

export const hashLine = (previous: Buffer, chain: string, seq: number, line: AuditLine): Buffer => {
  const { home, at, actor, role, act, record, person, refused, details } = line
  const said = Buffer.from(canonical([chain, seq, home, at, actor, role, act, record, person, refused, details]))
  // In one call: an object that gathers what is hashed costs more than the hashing, and the collector as much again.
  return digest('sha256', Buffer.concat([previous, said]), 'buffer')
}

export const startOf = (chain: string): ChainHead => ({
  chain,
  seq: 0,
  hash: createHash('sha256').update(`hamyar audit chain ${chain}`).digest(),
})

/** The lines as they follow `head`, and the head after them. */
export const follow = (
  head: ChainHead,
  lines: readonly AuditLine[],
): { lines: ChainedLine[]; head: ChainHead } => {
  const chained: ChainedLine[] = []
  let { seq, hash } = head
  for (const line of lines) {
    seq += 1
    hash = hashLine(hash, head.chain, seq, line)
    chained.push({ line, seq, hash })
  }
  return { lines: chained, head: { chain: head.chain, seq, hash } }
}
