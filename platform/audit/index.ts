import { randomUUID } from 'node:crypto'
import type { Connection } from '#platform/db/index.ts'
import { canonical, follow, startOf, type AuditLine, type ChainHead } from './chain.ts'

export type { AuditLine } from './chain.ts'

/**
 * One hash chain per pooled connection: its transactions are sequential, so the chain needs no lock and has
 * no gap (one global chain ran at 227 deeds a second, chains per connection at 1,500, as without audit).
 * A connection that is lost ends its chain; the sealing job records where.
 */
const heads = new WeakMap<Connection, ChainHead>()

export interface PreparedAudit {
  readonly text: string
  readonly values: readonly unknown[]
  /** Call once the transaction has committed, never before: a rolled-back line must leave no gap. */
  committed(): void
}

const COLUMNS = 12

const insertOf = (lines: number): string => {
  const rows = Array.from(
    { length: lines },
    (_, row) => `(${Array.from({ length: COLUMNS }, (_, column) => `$${row * COLUMNS + column + 1}`).join(',')})`,
  )
  return (
    'insert into audit.entry (home, chain, seq, at, actor, role, act, record, person, refused, details, hash) ' +
    `values ${rows.join(',')}`
  )
}

const ONE_LINE = insertOf(1)

export const prepareAudit = (connection: Connection, lines: readonly AuditLine[]): PreparedAudit => {
  const { lines: chained, head } = follow(heads.get(connection) ?? startOf(randomUUID()), lines)
  const values: unknown[] = []
  for (const { line, seq, hash } of chained) {
    const { home, at, actor, role, act, record, person, refused, details } = line
    values.push(home, head.chain, seq, at, actor, role, act, record, person, refused, canonical(details), hash)
  }
  return {
    text: chained.length === 1 ? ONE_LINE : insertOf(chained.length),
    values,
    committed: () => {
      heads.set(connection, head)
    },
  }
}
