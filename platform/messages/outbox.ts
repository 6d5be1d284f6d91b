import type { ReadScope } from '#platform/command/index.ts'
import * as store from './store.ts'

export interface OutboxLine {
  readonly id: string
  readonly at: string
  readonly channel: 'sms' | 'email'
  readonly purpose: string
  readonly to: string
  readonly text: string
  readonly state: string
}

const MOST_SHOWN = 100

/** The newest messages, opened. The caller has decided that they may be shown (`domains/messages`). */
export const readOutbox = async ({ tx, keys, admit }: ReadScope): Promise<OutboxLine[]> => {
  admit('outbox')
  const rows = await store.listNewest(tx, MOST_SHOWN)
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    channel: row.channel,
    purpose: row.purpose,
    to: keys.open(row.home, row.recipient),
    text: keys.open(row.home, row.body),
    state: row.state,
  }))
}
