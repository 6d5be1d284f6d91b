import { certify } from './certify.ts'
import { loadCost, unmatchedPenalty, type Weights } from './cost.ts'
import type { Run } from './match.ts'
import type { Need } from './shapes.ts'
import { openLive } from './tasks/live.ts'

/** What serving a need costs where a suitable volunteer lives next door and is known: nothing but its head start. */
export const leastCost = (need: Need, weights: Weights): number => weights.unmatched - unmatchedPenalty(need, weights)

/**
 * The shadow price of somebody who is not there: by group of needs, what the whole run would cost less with one more
 * volunteer who suits each need of the group, lives next door to all of them and takes so many tasks. The run's optimum is
 * kept open and solved on with them, so it is exact, whichever prices the run ended with; where they really would live is
 * the caller's to say, and can only save less.
 */
export const oneMore = (run: Run, groups: readonly (readonly number[])[], tasks: number): number[] => {
  if (run.needs.length === 0) return groups.map(() => 0)
  // The table of loads reaches as far as whoever was there can carry: where that is little, they carry more.
  const length = Math.max(run.instance.load.length, tasks)
  const load = Int32Array.from({ length }, (_, task) => loadCost(task + 1, run.weights))
  const live = openLive({ ...run.instance, load })
  const costNow = (): number => {
    const { instance, assignment } = live.snapshot()
    return certify(instance, assignment).primal
  }
  const before = run.certificate.primal
  return groups.map((group) => {
    if (group.length === 0) return 0
    const edges = group.map((need) => ({ with: need, cost: leastCost(run.needs[need]!, run.weights) }))
    const volunteer = live.addVolunteer(tasks, 0, edges)
    const saved = before - costNow()
    live.removeVolunteer(volunteer)
    return saved
  })
}

/** The same where nobody at all is found for needs that are settled one by one: what so many tasks would bring together. */
export const leftWorth = (needs: readonly Need[], tasks: number, weights: Weights): number =>
  needs
    .map((need) => unmatchedPenalty(need, weights) - leastCost(need, weights))
    .sort((a, b) => b - a)
    .slice(0, tasks)
    .reduce((sum, own, at) => sum + Math.max(0, own - loadCost(at + 1, weights)), 0)
