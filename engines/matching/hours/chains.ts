import type { HoursInstance } from './instance.ts'
import { drop, take, type Plan } from './plan.ts'

/** A need is put somewhere; whoever has to leave for it is put somewhere else, and so on. */
export interface Chains {
  /**
   * Moves `need` by a chain that costs at most `allowed` more than now, if a short one is found. Otherwise
   * everything is as before, and the answer is false.
   */
  tryFrom(need: number, allowed: number): boolean
}

const MOST_MOVES = 24
const MOST_HOMELESS = 6

/**
 * `worth` is what a need will cost wherever it ends, as the bound's multipliers have it: that is how those who leave
 * are counted before their chain is known, and a chain is given up as soon as it has cost too much against them.
 */
export const openChains = (instance: HoursInstance, plan: Plan, worth: Float64Array, chance: () => number, noise: { width: number }): Chains => {
  const { row, col, cost, hours, penalty } = instance
  const { edge, hoursLeft, tasksLeft, first, next } = plan
  const homeless = new Int32Array(2 * MOST_HOMELESS + 4)
  const movedNeed = new Int32Array(4 * MOST_MOVES + 8)
  const movedFrom = new Int32Array(4 * MOST_MOVES + 8)
  let moves = 0
  let round = 0
  /** By need: the round in which it was placed, or left `leftEdge`. */
  const placed = new Int32Array(penalty.length)
  const left = new Int32Array(penalty.length)
  const leftEdge = new Int32Array(penalty.length)

  // Who has to go from a volunteer so that an edge fits: one, or two.
  let out1 = -1
  let out2 = -1
  let outLoss = 0
  const loss = (need: number): number => worth[need]! - cost[edge[need]!]!
  const whoGoes = (v: number, over: number, limit: number): boolean => {
    out1 = -1
    out2 = -1
    outLoss = limit
    for (let a = first[v]!; a !== -1; a = next[a]!) {
      if (placed[a] === round) continue
      const own = loss(a)
      const short = over - hours[edge[a]!]!
      if (short <= 0) {
        if (own < outLoss) {
          outLoss = own
          out1 = a
          out2 = -1
        }
        continue
      }
      for (let b = next[a]!; b !== -1; b = next[b]!) {
        if (placed[b] === round || hours[edge[b]!]! < short) continue
        const both = own + loss(b)
        if (both >= outLoss) continue
        outLoss = both
        out1 = a
        out2 = b
      }
    }
    return out1 !== -1
  }

  const leave = (need: number): void => {
    movedNeed[moves] = need
    movedFrom[moves] = edge[need]!
    moves += 1
    left[need] = round
    leftEdge[need] = edge[need]!
    drop(instance, plan, need)
  }

  const undo = (): void => {
    for (let move = 0; move < moves; move += 1) if (edge[movedNeed[move]!] !== -1) drop(instance, plan, movedNeed[move]!)
    for (let move = 0; move < moves; move += 1) if (movedFrom[move] !== -1) take(instance, plan, movedNeed[move]!, movedFrom[move]!)
  }

  const tryFrom = (need: number, allowed: number): boolean => {
    round += 1
    moves = 0
    const wasUnmatched = edge[need] === -1
    let spent = worth[need]! - (wasUnmatched ? penalty[need]! : cost[edge[need]!]!)
    leave(need)
    homeless[0] = need
    let count = 1
    while (count > 0) {
      count -= 1
      const own = homeless[count]!
      const value = worth[own]!
      const barred = left[own] === round ? leftEdge[own]! : -1
      let best = Infinity
      let bestEdge = -1
      let best1 = -1
      let best2 = -1
      if (!(own === need && wasUnmatched)) best = penalty[own]! - value
      for (let e = row[own]!; e < row[own + 1]!; e += 1) {
        if (cost[e]! - value >= best) break
        if (e === barred) continue
        const v = col[e]!
        let score = cost[e]! - value + chance() * noise.width
        if (score >= best) continue
        const over = hours[e]! - hoursLeft[v]!
        out1 = -1
        out2 = -1
        if (over > 0 || tasksLeft[v] === 0) {
          if (!whoGoes(v, over, best - score)) continue
          score += outLoss
          if (score >= best) continue
        }
        best = score
        bestEdge = e
        best1 = out1
        best2 = out2
      }
      const real = bestEdge === -1 ? best : cost[bestEdge]! - value + (best1 === -1 ? 0 : loss(best1)) + (best2 === -1 ? 0 : loss(best2))
      spent += real
      if (!(spent <= allowed) || moves >= MOST_MOVES || count >= MOST_HOMELESS) {
        undo()
        return false
      }
      placed[own] = round
      if (best1 !== -1) {
        homeless[count++] = best1
        leave(best1)
      }
      if (best2 !== -1) {
        homeless[count++] = best2
        leave(best2)
      }
      if (bestEdge !== -1) take(instance, plan, own, bestEdge)
    }
    return true
  }
  return { tryFrom }
}
