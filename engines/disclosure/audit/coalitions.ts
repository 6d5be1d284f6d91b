import type { Insider } from './audit.ts'
import type { Published } from './published.ts'
import { shorten } from './shorten.ts'

/** Two insiders, by their places, and the targets that their numbers together might give away. */
export interface Coalition {
  readonly two: readonly [number, number]
  readonly targets: ReadonlySet<number>
}

/** How many pairs, and how many targets for all of them together. */
export interface Most {
  readonly pairs: number
  readonly targets: number
}

/**
 * Two who are each alone in a cell of one published sum: what both know, taken from it, may leave a third's number. Of a sum counts only
 * what no published sum within it tells. The shortest sums come first, where two numbers leave the least, until there are `most`.
 */
export const coalitionsOf = ({ unknowns, bands }: Published, targets: readonly { readonly members: ArrayLike<number> }[], insiders: readonly Insider[], most: Most): Coalition[] => {
  const rows = bands.flatMap(({ members, low, high }) => (low === high ? [{ members: Array.from(members), sum: low }] : []))
  const lists = <T>(all: readonly T[], of: (one: T) => Iterable<number>): number[][] => {
    const holders: number[][] = Array.from({ length: unknowns }, () => [])
    all.forEach((one, place) => {
      for (const inner of new Set(of(one))) holders[inner]!.push(place)
    })
    return holders
  }
  const knowing = lists(insiders, ({ known }) => known.flatMap(({ members }) => Array.from(members)))
  const aimed = lists(targets, ({ members }) => Array.from(members))
  const found = new Map<string, { readonly two: readonly [number, number]; readonly targets: Set<number> }>()
  let left = most.targets
  const take = (one: number, other: number, others: readonly number[]): void => {
    const name = `${one} ${other}`
    const known = found.get(name) ?? { two: [one, other] as const, targets: new Set<number>() }
    const more = others.filter((target) => !known.targets.has(target)).slice(0, left)
    if (more.length === 0 || (!found.has(name) && found.size === most.pairs)) return
    found.set(name, known)
    left -= more.length
    for (const target of more) known.targets.add(target)
  }
  for (const { members } of shorten(rows, unknowns).sort((a, b) => a.members.length - b.members.length)) {
    const who = [...new Set(members.flatMap((one) => knowing[one]!))].sort((a, b) => a - b)
    const whose = [...new Set(members.flatMap((one) => aimed[one]!))]
    for (const [at, one] of who.entries())
      for (const other of who.slice(at + 1)) take(one, other, whose.filter((target) => !insiders[one]!.own.has(target) && !insiders[other]!.own.has(target)))
  }
  return [...found.values()]
}
