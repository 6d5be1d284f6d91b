import type { HoursInstance } from './instance.ts'

/**
 * By volunteer, in whole cost units: what one more hour with them is worth, where needs are worth `worth / scale`.
 * Like the tasks form's prices they prove a bound by themselves, though a weaker one:
 *   Σ needs min(penalty, min over edges (cost + hours × price)) − Σ volunteers capacityHours × price.
 */
export const hourPrices = (instance: HoursInstance, worth: Float64Array, scale: number): Float64Array => {
  const { row, col, cost, hours, capacityHours, penalty } = instance
  const size = capacityHours.length
  const start = new Int32Array(size + 1)
  const gains = (need: number, e: number): number => worth[need]! / scale - cost[e]!
  for (let need = 0; need < penalty.length; need += 1)
    for (let e = row[need]!; e < row[need + 1]!; e += 1) if (gains(need, e) > 0 && hours[e]! > 0) start[col[e]! + 1] = start[col[e]! + 1]! + 1
  for (let v = 0; v < size; v += 1) start[v + 1] = start[v + 1]! + start[v]!
  const place = start.slice()
  const item = new Int32Array(start[size]!)
  const ratio = new Float64Array(start[size]!)
  for (let need = 0; need < penalty.length; need += 1)
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      if (gains(need, e) <= 0 || hours[e]! === 0) continue
      const v = col[e]!
      item[place[v]!] = e
      ratio[place[v]!] = gains(need, e) / hours[e]!
      place[v] = place[v]! + 1
    }
  const price = new Float64Array(size)
  for (let v = 0; v < size; v += 1) {
    const own = Array.from({ length: start[v + 1]! - start[v]! }, (_, k) => start[v]! + k).sort((a, b) => ratio[b]! - ratio[a]! || a - b)
    let left = capacityHours[v]!
    for (const at of own) {
      left -= hours[item[at]!]!
      if (left >= 0) continue
      price[v] = ratio[at]!
      break
    }
  }
  return price
}
