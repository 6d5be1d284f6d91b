import { Problem } from '#platform/problem/index.ts'

interface Window {
  readonly startedAt: number
  calls: number
}

const MOST_KEPT = 50_000

/**
 * Counts calls by address in fixed windows, in this process. It slows a guesser down; what must hold
 * across processes (one-time codes, second secrets) is counted in the database.
 */
export const createLimiter = () => {
  const windows = new Map<string, Window>()
  return {
    /** Throws `rate.limited` with the seconds to wait. `now` in ms since the epoch. */
    count(what: string, address: string, limit: { calls: number; minutes: number }, now: number): void {
      const key = `${what} ${address}`
      const length = limit.minutes * 60_000
      const known = windows.get(key)
      const window = known === undefined || now - known.startedAt >= length ? { startedAt: now, calls: 0 } : known
      window.calls += 1
      windows.set(key, window)
      if (windows.size > MOST_KEPT) for (const old of [...windows.keys()].slice(0, MOST_KEPT / 2)) windows.delete(old)
      if (window.calls > limit.calls)
        throw new Problem('rate.limited', { seconds: Math.ceil((window.startedAt + length - now) / 1000) })
    },
  }
}
export type Limiter = ReturnType<typeof createLimiter>
