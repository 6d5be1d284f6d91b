import { inDeed, type House } from '#platform/command/index.ts'
import { system } from '#platform/actor/index.ts'
import type { Job } from '#platform/jobs/index.ts'
import * as store from './store.ts'

// A one-time code lives ten minutes: what did not leave within the first tries is of little use later.
const MOST_ATTEMPTS = 6
const AT_ONCE = 20
/** Nothing older than this is sent: after a day without a provider nobody should get yesterday's codes. */
const TOO_OLD_MS = 12 * 3_600_000

const actor = system('messages.carry', ['outbox'])

/** 1, 2, 4, 8, 16 minutes. */
export const backoffMs = (attempts: number): number => 60_000 * 2 ** Math.min(attempts - 1, 4)

type Verdict = Parameters<typeof store.mark>[2]

const after = (row: store.WaitingRow, failed: boolean, now: Date): Verdict => {
  if (!failed) return { state: 'sent', sent_at: now }
  if (row.attempts >= MOST_ATTEMPTS) return { state: 'failed' }
  return { state: 'waiting', next_at: new Date(now.getTime() + backoffMs(row.attempts)) }
}

/** Hands one message over. What went wrong is not kept: a provider's error text may carry the number. */
const carryOne = async (house: House, row: store.WaitingRow): Promise<Verdict> => {
  const now = house.clock.now()
  if (now.getTime() - row.at.getTime() > TOO_OLD_MS) return { state: 'failed' }
  const carrier = house.carriers[row.channel]
  if (carrier === undefined) return { state: 'shown' }
  const letter = { to: house.keys.open(row.home, row.recipient), text: house.keys.open(row.home, row.body) }
  const failed = await carrier(letter).then(
    () => false,
    () => true,
  )
  return after(row, failed, house.clock.now())
}

const takeSome = (house: House) =>
  inDeed(house, actor, 'messages.carry', { wait: true }, async ({ tx, now, audit }) => {
    const rows = await store.takeWaiting(tx, now, new Date(now.getTime() + backoffMs(1)), AT_ONCE)
    audit(null, { taken: rows.length })
    return rows
  })

const settle = (house: House, verdicts: readonly { row: store.WaitingRow; verdict: Verdict }[]) =>
  inDeed(house, actor, 'messages.carried', { wait: true }, async ({ tx, audit }) => {
    for (const { row, verdict } of verdicts) {
      store.mark(tx, row, verdict)
      audit(row.id, { home: row.home, state: verdict.state })
    }
  })

/** Carries what waits, twenty at a time, until nothing that is due is left. */
export const carry: Job = {
  task: 'messages.carry',
  on: ['messages.left'],
  every: '* * * * *',
  work: async (house) => {
    while (await store.isAnythingDue(house)) {
      const rows = await takeSome(house)
      // Another worker has them.
      if (rows.length === 0) return
      const verdicts = await Promise.all(rows.map(async (row) => ({ row, verdict: await carryOne(house, row) })))
      await settle(house, verdicts)
    }
  },
}
