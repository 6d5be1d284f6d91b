import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Change, Local } from './local.ts'

/** The table as it is where there is no change: a zero that cannot fall is its own lower end. */
export interface Shown {
  readonly low: Change
  readonly high: Change
}

/** For each primary the two best known changes: the lowest and the highest value that nothing published rules out. */
export interface Witnesses {
  /** What the primary still lacks, or undefined where it is safe. */
  lack(primary: number): { readonly down: number; readonly up: number } | undefined
  /** The two changes behind a safe primary. */
  shown(primary: number): Shown
  /** Learns what a change, and its opposite, show about every primary that they move. */
  learn(change: Change): void
  /** Primaries whose safety rests on a change that moves this cell. */
  restingOn(cell: number): number[]
  /** Whether anything known moves the cell. */
  used(cell: number): boolean
  /** Takes back what is known of these primaries; answers how to put it back. */
  forget(primaries: readonly number[]): () => void
}

const NOTHING: Change = { at: [], by: [] }

interface Known {
  readonly change: Change
  readonly moves: ReadonlyMap<number, number>
}

export const openWitnesses = (table: Table, { primary, required, k, contributor }: Sensitive, local: Local): Witnesses => {
  const { value, inner } = table
  const lowest = new Map<number, Known>()
  const highest = new Map<number, Known>()
  const resting = new Map<number, Set<number>>()

  const reach = (known: ReadonlyMap<number, Known>, one: number): number => known.get(one)?.moves.get(one) ?? 0
  // A count of 0 or 1 is no safer for being unknown by less than one.
  const leastDown = (one: number): number => Math.min(value[one]!, Math.max(required[one]!, 0))

  const rest = (one: number): void => {
    for (const known of [lowest.get(one), highest.get(one)])
      for (const cell of known?.moves.keys() ?? []) {
        const set = resting.get(cell)
        if (set === undefined) resting.set(cell, new Set([one]))
        else set.add(one)
      }
  }
  const unrest = (one: number): void => {
    for (const known of [lowest.get(one), highest.get(one)]) for (const cell of known?.moves.keys() ?? []) resting.get(cell)?.delete(one)
  }

  const lack: Witnesses['lack'] = (one) => {
    const down = -reach(lowest, one)
    const up = reach(highest, one)
    if (down >= leastDown(one) && up >= required[one]! && down + up + 1 >= k) return undefined
    return { down: Math.min(value[one]!, Math.max(required[one]!, k - 1)), up: Math.max(required[one]!, k - 1 - down) }
  }

  const learnOne = (change: Change): void => {
    const moves = local.effect(change)
    const known = { change, moves }
    // Whoever knows a cell that moves sees through it, unless it is their own secret.
    const insiders = new Set([...moves.keys()].map((cell) => contributor?.[cell] ?? -1).filter((who) => who >= 0))
    for (const [cell, by] of moves) {
      if (primary[cell] === 0 || lack(cell) === undefined) continue
      if ([...insiders].some((who) => who !== contributor?.[cell])) continue
      const better = by < 0 ? by < reach(lowest, cell) : by > reach(highest, cell)
      if (!better) continue
      unrest(cell)
      ;(by < 0 ? lowest : highest).set(cell, known)
      rest(cell)
    }
  }

  return {
    lack,
    shown: (one) => ({ low: lowest.get(one)?.change ?? NOTHING, high: highest.get(one)?.change ?? NOTHING }),
    learn: (change) => {
      learnOne(change)
      if (change.at.every((one, index) => inner[one]! >= change.by[index]!)) learnOne({ at: change.at, by: change.by.map((by) => -by) })
    },
    restingOn: (cell) => [...(resting.get(cell) ?? [])],
    used: (cell) => (resting.get(cell)?.size ?? 0) > 0,
    forget: (primaries) => {
      const kept = primaries.map((one) => [one, lowest.get(one), highest.get(one)] as const)
      for (const one of primaries) {
        unrest(one)
        lowest.delete(one)
        highest.delete(one)
      }
      return () => {
        for (const [one, low, high] of kept) {
          unrest(one)
          if (low === undefined) lowest.delete(one)
          else lowest.set(one, low)
          if (high === undefined) highest.delete(one)
          else highest.set(one, high)
          rest(one)
        }
      }
    },
  }
}
