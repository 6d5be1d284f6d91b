import { certify, openLive, solve, type Edge, type Instance } from '#engines/matching/index.ts'
import { chance } from './chance.ts'

export interface Online {
  readonly changes: number
  readonly cold: number
  readonly insertP99: number
  readonly deleteP99: number
  readonly optimal: boolean
}

const p99 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0

/** In milliseconds: a tail would else be that of whoever shares the machine. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Needs go and come back, volunteers change, on a live state: half of the changes are a need that leaves, half one that
 * comes with the edges of another. The last state is certified, and costs what solving it cold costs.
 */
export const online = (instance: Instance, changes: number, seed = 6): Online => {
  const from = chance(seed)
  const { row, col, cost, penalty } = instance
  const edgesOf = (need: number): readonly Edge[] =>
    Array.from({ length: (row[need + 1] ?? 0) - (row[need] ?? 0) }, (_, at) => ({
      with: col[(row[need] ?? 0) + at] ?? 0,
      cost: cost[(row[need] ?? 0) + at] ?? 0,
    }))
  const live = openLive(instance)
  const present = Array.from(penalty.keys())
  const inserted: number[] = []
  const deleted: number[] = []
  for (let change = 0; change < changes; change++) {
    const place = from.below(present.length)
    const need = present[place] ?? 0
    const like = from.below(penalty.length)
    const edges = edgesOf(like)
    const begun = processorTime()
    if (change % 2 === 0) {
      live.removeNeed(need)
      deleted.push(processorTime() - begun)
      present[place] = present.at(-1) ?? 0
      present.pop()
    } else {
      present.push(live.addNeed(penalty[like] ?? 0, edges))
      inserted.push(processorTime() - begun)
    }
    if (change % 100 === 99) {
      const volunteer = from.below(instance.capacity.length)
      live.changeVolunteer(volunteer, from.below(4), from.below(2))
    }
  }
  const after = live.snapshot()
  const { optimal, primal } = certify(after.instance, after.assignment)
  const begun = processorTime()
  const again = solve(after.instance)
  const cold = processorTime() - begun
  return { changes, cold, insertP99: p99(inserted), deleteP99: p99(deleted), optimal: optimal && again.dual === primal }
}
