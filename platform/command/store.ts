import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'

/**
 * Forgets which deed of a stranger a record came of. The row holds a digest of what was sent, and for few possible
 * words a digest can be guessed. The caller holds the key `anyone`.
 */
export const forgetDeed = (tx: Tx, record: string): void =>
  tx.write(statement(sql`delete from platform.idempotency where actor = 'anyone' and record = ${record}`))
