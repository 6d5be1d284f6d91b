import { MOST_CELLS } from './instance.ts'

/** Items are written into `profit` and `hours`, then `fill` chooses among them. */
export interface Knapsack {
  /** Whole and positive. */
  readonly profit: Float64Array
  readonly hours: Int32Array
  /** After `fill`: 1 where the item is chosen. */
  readonly taken: Uint8Array
  /** The most that `count` items can bring; where that is too dear to know, no less than it. */
  fill(count: number, capacityHours: number, capacity: number): number
}

/** Room for the largest list of items, used again for each volunteer. */
export const openKnapsack = (items: number): Knapsack => {
  const profit = new Float64Array(items)
  const hours = new Int32Array(items)
  const taken = new Uint8Array(items)
  let best = new Float64Array(1024)
  let kept = new Uint8Array(4096)
  const order = new Int32Array(items)

  const most = (count: number, by: (item: number) => number): Int32Array => {
    const ordered = order.subarray(0, count)
    for (let item = 0; item < count; item += 1) ordered[item] = item
    return ordered.sort((a, b) => by(b) - by(a) || a - b)
  }

  const takeAll = (count: number): number => {
    let sum = 0
    for (let item = 0; item < count; item += 1) {
      taken[item] = 1
      sum += profit[item]!
    }
    return sum
  }

  const takeOne = (count: number): number => {
    let dearest = 0
    for (let item = 1; item < count; item += 1) if (profit[item]! > profit[dearest]!) dearest = item
    taken[dearest] = 1
    return profit[dearest]!
  }

  /** The dearest so many, as if hours did not matter. */
  const takeDearest = (count: number, capacity: number): number => {
    let sum = 0
    for (const item of most(count, (i) => profit[i]!).subarray(0, capacity)) {
      taken[item] = 1
      sum += profit[item]!
    }
    return sum
  }

  /** The last item in part (Dantzig 1957): no choice brings more. Chosen is what fits whole. */
  const takePart = (count: number, capacityHours: number, capacity: number): number => {
    let left = capacityHours
    let tasks = capacity
    let bound = 0
    let open = true
    for (const item of most(count, (i) => profit[i]! / hours[i]!)) {
      const own = hours[item]!
      if (open && own > left) {
        bound += Math.floor((profit[item]! * left) / own) + 1
        open = false
      }
      if (open) bound += profit[item]!
      if (own > left || tasks === 0) continue
      taken[item] = 1
      left -= own
      tasks -= 1
    }
    return bound
  }

  const takeByHours = (count: number, width: number): number => {
    const cells = width + 1
    if (best.length < cells) best = new Float64Array(cells)
    if (kept.length < cells * count) kept = new Uint8Array(cells * count)
    best.fill(0, 0, cells)
    for (let item = 0, at = 0; item < count; item += 1, at += cells) {
      const own = hours[item]!
      const worth = profit[item]!
      kept.fill(0, at, at + cells)
      for (let room = width; room >= own; room -= 1) {
        const value = best[room - own]! + worth
        if (value <= best[room]!) continue
        best[room] = value
        kept[at + room] = 1
      }
    }
    let room = width
    for (let item = count - 1; item >= 0; item -= 1) {
      if (kept[item * cells + room] === 0) continue
      taken[item] = 1
      room -= hours[item]!
    }
    return best[width]!
  }

  const takeByBoth = (count: number, width: number, tasks: number): number => {
    const line = width + 1
    const cells = line * (tasks + 1)
    if (best.length < cells) best = new Float64Array(cells)
    if (kept.length < cells * count) kept = new Uint8Array(cells * count)
    best.fill(0, 0, cells)
    for (let item = 0, at = 0; item < count; item += 1, at += cells) {
      const own = hours[item]!
      const worth = profit[item]!
      kept.fill(0, at, at + cells)
      for (let task = Math.min(tasks, item + 1); task > 0; task -= 1)
        for (let to = task * line + width, from = to - line - own, least = task * line + own; to >= least; to -= 1, from -= 1) {
          const value = best[from]! + worth
          if (value <= best[to]!) continue
          best[to] = value
          kept[at + to] = 1
        }
      // With more tasks allowed than items seen, the line is that of all items seen.
      for (let task = item + 2; task <= tasks; task += 1) {
        best.copyWithin(task * line, (item + 1) * line, (item + 2) * line)
        kept.copyWithin(at + task * line, at + (item + 1) * line, at + (item + 2) * line)
      }
    }
    let cell = tasks * line + width
    for (let item = count - 1; item >= 0; item -= 1) {
      if (kept[item * cells + cell] === 0) continue
      taken[item] = 1
      cell -= line + hours[item]!
    }
    return best[tasks * line + width]!
  }

  const fill = (count: number, capacityHours: number, capacity: number): number => {
    taken.fill(0, 0, count)
    if (count === 0 || capacity <= 0) return 0
    let sum = 0
    let least = Infinity
    let longest = 0
    for (let item = 0; item < count; item += 1) {
      sum += hours[item]!
      least = Math.min(least, hours[item]!)
      longest = Math.max(longest, hours[item]!)
    }
    if (sum <= capacityHours && count <= capacity) return takeAll(count)
    if (capacity === 1) return takeOne(count)
    if (longest * capacity <= capacityHours || sum <= capacityHours) return takeDearest(count, capacity)
    const width = Math.min(sum, capacityHours)
    const byHours = capacity >= count || capacity >= Math.floor(width / Math.max(least, 1e-9))
    if (count * (width + 1) * (byHours ? 1 : capacity + 1) <= MOST_CELLS) return byHours ? takeByHours(count, width) : takeByBoth(count, width, capacity)
    const part = takePart(count, width, capacity)
    if (capacity >= count) return part
    let dearest = 0
    for (const item of most(count, (i) => profit[i]!).subarray(0, capacity)) dearest += profit[item]!
    return Math.min(part, dearest)
  }
  return { profit, hours, taken, fill }
}
