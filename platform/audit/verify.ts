import { hashLine, startOf, type AuditLine } from './chain.ts'
import type { ExportedRoot } from './export.ts'
import { BEFORE_THE_FIRST, hashSeal, rootOf, type Seal, type SealedHead } from './sealed.ts'

/** What can be wrong with a trail. `where` names the chain and line, or the seal. */
export interface Fault {
  readonly kind:
    /** A line's content is not what was hashed when it was written. */
    | 'altered'
    /** Lines are gone from the beginning or the middle of a chain. */
    | 'missing'
    /** Lines are gone from the end of a chain: a seal saw it longer. */
    | 'cut'
    /** A seal does not follow from its content or from the seal before it. */
    | 'seal-rewritten'
    /** A seal is gone. */
    | 'seal-missing'
    /** The exported roots say otherwise: the whole trail was written anew. */
    | 'root-differs'
  readonly where: string
}

export interface Verdict {
  readonly entries: number
  readonly chains: number
  readonly seals: number
  /** Lines after the last sealed one of their chain: a loss at their very end could not be seen yet. */
  readonly unsealed: number
  readonly faults: readonly Fault[]
}

/** A connection that may read the whole trail. */
export interface Reader {
  query<R>(text: string, values?: unknown[]): Promise<{ rows: R[] }>
}

type EntryRow = Omit<AuditLine, 'at'> & {
  readonly chain: string
  readonly seq: number
  readonly at: Date
  readonly hash: Buffer
}

const PAGE = 5_000

async function* entriesOf(reader: Reader): AsyncGenerator<EntryRow> {
  let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const { rows } = await reader.query<EntryRow>(
      `select chain, seq, home, at, actor, role, act, record, person, refused, details, hash from audit.entry
       where (chain, seq) > ($1::uuid, $2::integer) order by chain, seq limit ${PAGE}`,
      [...after],
    )
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = [last.chain, last.seq]
  }
}

type SealRow = Omit<Seal, 'at'> & { readonly at: Date }

/** The furthest sealed line of each chain, and every sealed hash, from seals that hold. */
const verifySeals = async (reader: Reader, roots: readonly ExportedRoot[], faults: Fault[]) => {
  const { rows } = await reader.query<SealRow>(
    'select number, at, heads, root, previous, hash from audit.seal order by number',
  )
  const sealed = new Map<string, Map<number, string>>()
  let previous: Buffer = BEFORE_THE_FIRST
  let expected = 1
  for (const row of rows) {
    const where = `seal ${row.number}`
    if (Number(row.number) !== expected) faults.push({ kind: 'seal-missing', where: `seal ${expected}` })
    const content = { ...row, number: Number(row.number), at: row.at.toISOString() }
    const follows = Number(row.number) !== expected || row.previous.equals(previous)
    if (!follows || !rootOf(row.heads).equals(row.root) || !hashSeal(content).equals(row.hash))
      faults.push({ kind: 'seal-rewritten', where })
    for (const head of row.heads) remember(sealed, head)
    previous = row.hash
    expected = Number(row.number) + 1
  }
  compareRoots(rows, roots, faults)
  return { sealed, seals: rows.length }
}

const remember = (sealed: Map<string, Map<number, string>>, { chain, seq, hash }: SealedHead): void => {
  const ofChain = sealed.get(chain) ?? new Map<number, string>()
  ofChain.set(seq, hash)
  sealed.set(chain, ofChain)
}

const compareRoots = (rows: readonly SealRow[], roots: readonly ExportedRoot[], faults: Fault[]): void => {
  const byNumber = new Map(rows.map((row) => [Number(row.number), row]))
  for (const { number, root, hash } of roots) {
    const row = byNumber.get(number)
    if (row === undefined) faults.push({ kind: 'seal-missing', where: `seal ${number}` })
    else if (row.root.toString('hex') !== root || row.hash.toString('hex') !== hash)
      faults.push({ kind: 'root-differs', where: `seal ${number}` })
  }
}

/**
 * Reads the whole trail and finds what was altered, removed, cut off or sealed anew. `roots` are the exported
 * ones, best from a copy that the database's operator cannot write. Without them a trail that was rewritten
 * from end to end, seals and all, looks whole.
 */
export const verifyAudit = async (reader: Reader, roots: readonly ExportedRoot[] = []): Promise<Verdict> => {
  const faults: Fault[] = []
  const { sealed, seals } = await verifySeals(reader, roots, faults)
  let head = startOf('')
  let entries = 0
  let chains = 0
  let unsealed = 0
  // Lines of one chain come together; what its seals saw and we did not was cut off.
  const endChain = () => {
    const seen = sealed.get(head.chain)
    sealed.delete(head.chain)
    const lastSealed = Math.max(0, ...(seen?.keys() ?? []))
    if (lastSealed > head.seq) faults.push({ kind: 'cut', where: `${head.chain} after line ${head.seq}` })
    unsealed += Math.max(0, head.seq - lastSealed)
  }
  for await (const row of entriesOf(reader)) {
    if (row.chain !== head.chain) {
      if (chains > 0) endChain()
      head = startOf(row.chain)
      chains += 1
    }
    const where = `${row.chain} line ${row.seq}`
    const line: AuditLine = { ...row, at: row.at.toISOString() }
    if (row.seq !== head.seq + 1)
      faults.push({ kind: 'missing', where: `${row.chain} lines ${head.seq + 1} to ${row.seq - 1}` })
    else if (!hashLine(head.hash, row.chain, row.seq, line).equals(row.hash)) faults.push({ kind: 'altered', where })
    const promised = sealed.get(row.chain)?.get(row.seq)
    // Altered with its hash and all that follow made anew: the chain holds, but not as it was sealed.
    if (promised !== undefined && promised !== row.hash.toString('hex')) faults.push({ kind: 'altered', where })
    head = { chain: row.chain, seq: row.seq, hash: row.hash }
    entries += 1
  }
  if (chains > 0) endChain()
  for (const chain of sealed.keys()) faults.push({ kind: 'cut', where: `${chain}, all of it` })
  return { entries, chains, seals, unsealed, faults }
}
