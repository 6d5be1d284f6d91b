import { headStart, travelCost, unmatchedPenalty, type Weights } from '#engines/matching/cost.ts'
import { kmOfChord } from '#engines/matching/distance.ts'
import { loadsUpTo, small } from '#engines/matching/instance.ts'
import type { Instance } from '#engines/matching/tasks/instance.ts'
import { NO_SEX, NOBODY, type Columns } from './columns.ts'
import type { Nearest } from './nearest.ts'
import { openSearch } from './search.ts'

/**
 * An instance whose needs and volunteers are numbered so that neighbours stand together: whoever walks through it stays
 * in the cache. Volunteers who are nobody's candidate are not in it.
 */
export interface Assembled {
  readonly instance: Instance
  /** By number in the instance: the index in the columns. */
  readonly needs: Int32Array
  readonly volunteers: Int32Array
}

/** Edges as they come, in arrays that grow. */
const openEdges = (expected: number) => {
  let col = new Int32Array(expected)
  let cost = new Int32Array(expected)
  let count = 0
  const twice = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
    const fresh = new Int32Array(2 * old.length + 64)
    fresh.set(old)
    return fresh
  }
  return {
    add: (to: number, price: number): void => {
      if (count === col.length) {
        col = twice(col)
        cost = twice(cost)
      }
      col[count] = to
      cost[count] = price
      count += 1
    },
    count: () => count,
    col: () => col.subarray(0, count),
    cost: () => cost.subarray(0, count),
  }
}

/** The candidates of every need, `perNeed` at most, with what each would cost by the terms of `../cost.ts`. */
export const assemble = (columns: Columns, weights: Weights, perNeed: number): Assembled => {
  const { nearest, route } = openSearch(columns)
  const { waitingDays, priority, before, prefers } = columns.needs
  const { capacity, carried, sex } = columns.volunteers
  const needs = route()
  const count = needs.length
  const rank = new Int32Array(capacity.length).fill(-1)
  const volunteers = new Int32Array(capacity.length)
  let known = 0
  const rankOf = (volunteer: number): number => {
    if (rank[volunteer]! === -1) {
      rank[volunteer] = known
      volunteers[known] = volunteer
      known += 1
    }
    return rank[volunteer]!
  }
  const edges = openEdges(count * perNeed)
  const row = new Int32Array(count + 1)
  const penalty = new Int32Array(count)
  const addRow = (need: number, base: number, { id, chord, size }: Nearest): void => {
    for (let at = 0; at < size; at += 1) {
      const volunteer = id[at]!
      const newFace = before[need] !== NOBODY && before[need] !== volunteer ? weights.newFace : 0
      const notPreferred = prefers[need] !== NO_SEX && prefers[need] !== sex[volunteer] ? weights.preferredSex : 0
      edges.add(rankOf(volunteer), small(travelCost(kmOfChord(chord[at]!), weights) + newFace + notPreferred - base))
    }
  }
  for (let at = 0; at < count; at += 1) {
    const need = needs[at]!
    const pressing = { waitingDays: waitingDays[need]!, priority: priority[need]! }
    addRow(need, headStart(pressing, weights), nearest(need, perNeed))
    penalty[at] = small(unmatchedPenalty(pressing, weights))
    row[at + 1] = edges.count()
  }

  const own = volunteers.slice(0, known)
  const ownCapacity = own.map((volunteer) => Math.min(capacity[volunteer]!, count))
  const ownCarried = own.map((volunteer) => carried[volunteer]!)
  const most = ownCapacity.reduce((longest, tasks, index) => Math.max(longest, tasks + ownCarried[index]!), 1)
  return {
    instance: {
      row,
      col: edges.col(),
      cost: edges.cost(),
      penalty,
      capacity: ownCapacity,
      carried: ownCarried,
      load: loadsUpTo(most, weights),
    },
    needs,
    volunteers: own,
  }
}
