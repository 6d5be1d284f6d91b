import type { HoursInstance } from './instance.ts'

/**
 * Every job to one of the agents: needs that each may go to each volunteer. Leaving one out costs more than any
 * whole assignment can save, so a plan that leaves none out is what is asked for.
 */
export const everyJob = (agents: number, jobs: number, cost: Int32Array, hours: Int32Array, capacityHours: Int32Array): HoursInstance => {
  const edges = agents * jobs
  const own = { col: new Int32Array(edges), cost: new Int32Array(edges), hours: new Int32Array(edges) }
  let range = 1
  let largest = -Infinity
  for (let job = 0, at = 0; job < jobs; job += 1) {
    let least = Infinity
    let most = -Infinity
    for (let agent = 0; agent < agents; agent += 1, at += 1) {
      own.col[at] = agent
      own.cost[at] = cost[agent * jobs + job]!
      own.hours[at] = hours[agent * jobs + job]!
      least = Math.min(least, own.cost[at]!)
      most = Math.max(most, own.cost[at]!)
    }
    if (agents === 0) continue
    range += most - least
    largest = Math.max(largest, most)
  }
  return {
    row: Int32Array.from({ length: jobs + 1 }, (_, job) => job * agents),
    ...own,
    penalty: new Float64Array(jobs).fill(agents === 0 ? 1 : largest + range),
    capacityHours,
    capacity: new Int32Array(agents).fill(jobs),
  }
}
