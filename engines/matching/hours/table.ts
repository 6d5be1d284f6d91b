import type { Bound } from './bound.ts'
import type { HoursInstance } from './instance.ts'
import type { Losses } from './losses.ts'

/** Few volunteers with many needs each: every need beside every volunteer, and one column for nobody at all. */
export interface Table {
  readonly needs: number
  /** The column of whoever is left without anybody; also the number of volunteers. */
  readonly nobody: number
  readonly width: number
  /** By need × volunteer: its edge, or −1. */
  readonly edge: Int32Array
  /** By need × volunteer, with nobody its penalty; Infinity where there is no edge. */
  readonly cost: Float64Array
  readonly hours: Float64Array
  /** Of all edges, in the middle. */
  readonly middle: number
  /** By need: who it may go to, from the cheapest on when hours have their price. */
  readonly near: Int32Array
  readonly nearCount: Int32Array
  /** By need × volunteer: 1 where it may go. */
  readonly open: Uint8Array
}

/** All ways open; a need looks at volunteers in the order that they have when hours cost their price. */
export const tableOf = (instance: HoursInstance, hourPrice: Float64Array): Table => {
  const { row, col, penalty, capacity } = instance
  const needs = penalty.length
  const nobody = capacity.length
  const width = nobody + 1
  const edge = new Int32Array(needs * width).fill(-1)
  const cost = new Float64Array(needs * width).fill(Infinity)
  const hours = new Float64Array(needs * width)
  const near = new Int32Array(needs * width)
  const nearCount = new Int32Array(needs)
  const open = new Uint8Array(needs * width)
  let sum = 0
  for (let need = 0; need < needs; need += 1) {
    const own = need * width
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      const at = own + col[e]!
      edge[at] = e
      cost[at] = instance.cost[e]!
      hours[at] = instance.hours[e]!
      sum += instance.hours[e]!
    }
    cost[own + nobody] = penalty[need]!
    const priced = (v: number): number => cost[own + v]! + (v === nobody ? 0 : hourPrice[v]! * hours[own + v]!)
    const order = Array.from({ length: width }, (_, v) => v).filter((v) => cost[own + v]! < Infinity).sort((a, b) => priced(a) - priced(b) || a - b)
    near.set(order, own)
    nearCount[need] = order.length
    for (const v of order) open[own + v] = 1
  }
  return { needs, nobody, width, edge, cost, hours, middle: Math.max(1, sum / Math.max(1, col.length)), near, nearCount, open }
}

/** Closes every way that no plan cheaper than `upper` takes: the bound would rise to it, or above. Costs are whole numbers. */
export const closeWays = ({ needs, nobody, width, edge, near, nearCount, open }: Table, losses: Losses, { bestValue, scale }: Bound, upper: number): void => {
  const most = (upper - 1) * scale - bestValue
  for (let need = 0; need < needs; need += 1) {
    const own = need * width
    let kept = 0
    for (let place = 0; place < nearCount[need]!; place += 1) {
      const v = near[own + place]!
      const loss = v === nobody ? losses.out[need]! : losses.edge[edge[own + v]!]!
      if (loss > most) open[own + v] = 0
      else near[own + kept++] = v
    }
    nearCount[need] = kept
  }
}
