import { MOST_CELLS, type HoursAnswer, type HoursInstance } from './instance.ts'

export interface HoursCertificate {
  readonly primal: number
  readonly dual: number
  /** What is not known at most: (primal − dual) / |dual|, over 1 where the dual is 0. */
  readonly gap: number
  readonly faults: readonly string[]
}

/** Its own, apart from the solver's: by exact hours and tasks, from what is reached onward. */
const mostOf = (profit: readonly number[], hours: readonly number[], capacityHours: number, capacity: number): number => {
  const sum = hours.reduce((all, own) => all + own, 0)
  const width = Math.min(capacityHours, sum)
  const tasks = Math.min(capacity, profit.length)
  if (width === sum && tasks === profit.length) return profit.reduce((all, own) => all + own, 0)
  const dearest = (): number => [...profit].sort((a, b) => b - a).slice(0, tasks).reduce((all, own) => all + own, 0)
  const longest = [...hours].sort((a, b) => b - a).slice(0, tasks)
  if (longest.reduce((all, own) => all + own, 0) <= width) return dearest()
  const shortest = [...hours].sort((a, b) => a - b).slice(0, tasks + 1)
  const counts = tasks < profit.length && shortest.reduce((all, own) => all + own, 0) <= width
  const lines = counts ? tasks + 1 : 1
  if (profit.length * (width + 1) * lines > 2 * MOST_CELLS) {
    // The last one in part, rounded up: an upper bound keeps the whole a lower one.
    const order = [...profit.keys()].sort((a, b) => profit[b]! * hours[a]! - profit[a]! * hours[b]!)
    let left = width
    let part = 0
    for (const item of order) {
      if (hours[item]! > left) {
        part += Math.floor((profit[item]! * left) / hours[item]!) + 1
        break
      }
      left -= hours[item]!
      part += profit[item]!
    }
    return Math.min(part, dearest())
  }
  const line = width + 1
  let reached = new Float64Array(lines * line).fill(-1)
  reached[0] = 0
  let most = 0
  for (let item = 0; item < profit.length; item += 1) {
    const after = reached.slice()
    for (let task = 0; task < (counts ? tasks : 1); task += 1)
      for (let used = 0; used + hours[item]! <= width; used += 1) {
        const value = reached[task * line + used]!
        if (value < 0) continue
        const to = (counts ? task + 1 : 0) * line + used + hours[item]!
        after[to] = Math.max(after[to]!, value + profit[item]!)
        most = Math.max(most, after[to]!)
      }
    reached = after
  }
  return most
}

/**
 * Proves an answer without its solver: that nobody is above a limit, what it costs, and, from the worths alone
 * (whatever they are), what no assignment costs less than:
 *   ⌈(Σ needs min(worth, penalty) − Σ volunteers the most Σ (worth − cost) within their hours and tasks) / scale⌉,
 * worths, penalties and costs counted in parts of `scale`.
 */
export const certifyHours = (instance: HoursInstance, answer: HoursAnswer): HoursCertificate => {
  const { row, col, cost, hours, penalty, capacity, capacityHours } = instance
  const { edge, worth, scale } = answer
  const faults: string[] = []
  if (edge.length !== penalty.length) faults.push('not one edge a need')
  if (worth.length !== penalty.length || worth.some((own) => !Number.isSafeInteger(own))) faults.push('not one whole worth a need')
  if (!Number.isSafeInteger(scale) || scale < 1) faults.push('no scale')
  const usedHours = new Float64Array(capacity.length)
  const tasks = new Int32Array(capacity.length)
  const start = new Int32Array(capacity.length + 1)
  let primal = 0
  let sum = 0
  for (let need = 0; need < penalty.length; need += 1) {
    const chosen = edge[need] ?? -1
    const own = chosen >= row[need]! && chosen < row[need + 1]!
    if (chosen !== -1 && !own) faults.push(`need ${need} has an edge that is not its own`)
    if (own) {
      usedHours[col[chosen]!] = usedHours[col[chosen]!]! + hours[chosen]!
      tasks[col[chosen]!] = tasks[col[chosen]!]! + 1
    }
    primal += own ? cost[chosen]! : penalty[need]!
    sum += Math.min(worth[need]!, penalty[need]! * scale)
    for (let e = row[need]!; e < row[need + 1]!; e += 1) start[col[e]! + 1] = start[col[e]! + 1]! + 1
  }
  for (let v = 0; v < capacity.length; v += 1) {
    start[v + 1] = start[v + 1]! + start[v]!
    if (usedHours[v]! > capacityHours[v]!) faults.push(`volunteer ${v} has ${usedHours[v]} hours of ${capacityHours[v]}`)
    if (tasks[v]! > capacity[v]!) faults.push(`volunteer ${v} has ${tasks[v]} tasks of ${capacity[v]}`)
  }
  const place = start.slice()
  const gain = new Float64Array(col.length)
  const long = new Int32Array(col.length)
  for (let need = 0; need < penalty.length; need += 1)
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      const at = place[col[e]!]!
      place[col[e]!] = at + 1
      gain[at] = worth[need]! - cost[e]! * scale
      long[at] = hours[e]!
    }
  for (let v = 0; v < capacity.length; v += 1) {
    const profit: number[] = []
    const own: number[] = []
    for (let at = start[v]!; at < start[v + 1]!; at += 1) {
      if (!(gain[at]! > 0) || long[at]! > capacityHours[v]!) continue
      profit.push(gain[at]!)
      own.push(long[at]!)
    }
    if (profit.length > 0 && capacity[v]! > 0) sum -= mostOf(profit, own, capacityHours[v]!, capacity[v]!)
  }
  const dual = Math.ceil(sum / scale)
  if (primal !== answer.primal) faults.push(`the cost claimed is ${answer.primal}, it is ${primal}`)
  if (!(answer.dual <= dual)) faults.push(`the bound claimed is ${answer.dual}, the worths give ${dual}`)
  if (dual > primal) faults.push(`the bound ${dual} is above the cost ${primal}`)
  return { primal, dual, gap: (primal - dual) / Math.max(1, Math.abs(dual)), faults }
}
