// The largest prime below 2²⁶: a product of two remainders, and one more added to it, stays below 2⁵³.
export const PRIME = 67_108_859

const power = (base: number, exponent: number): number => {
  let [result, square] = [1, base]
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
export const inverse = (value: number): number => power(value, PRIME - 2)
export const modulo = (value: number): number => ((value % PRIME) + PRIME) % PRIME

/** A sparse vector of remainders. */
export interface Sparse {
  readonly at: readonly number[]
  readonly value: readonly number[]
}

export interface Echelon {
  /**
   * Takes a column in. Undefined where it is independent of those before; else its circuit: how the columns taken in as
   * independent (numbered in the order of their taking) add up to it.
   */
  take(column: Sparse): Sparse | undefined
}

/** A heap of small whole numbers. */
const openHeap = () => {
  const heap: number[] = []
  const push = (value: number): void => {
    let at = heap.push(value) - 1
    while (at > 0 && heap[(at - 1) >> 1]! > value) {
      heap[at] = heap[(at - 1) >> 1]!
      at = (at - 1) >> 1
    }
    heap[at] = value
  }
  const pop = (): number => {
    const least = heap[0]!
    const last = heap.pop()!
    if (heap.length === 0) return least
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1
      if (heap[child]! >= last) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return least
  }
  return { heap, push, pop }
}

/** `weight`: the lighter a row, the sooner it becomes a pivot; few columns should meet it. */
export const openEchelon = (rows: number, weight: Int32Array): Echelon => {
  const pivotOf = new Int32Array(rows).fill(-1)
  const sum = new Float64Array(rows)
  const seen = new Uint8Array(rows)
  // Each independent column, reduced and scaled to 1 at its pivot: reduced = scale × (column − Σ before × reduced before).
  const reduced: Sparse[] = []
  const before: Sparse[] = []
  const scale: number[] = []
  const pivotRow: number[] = []
  const { heap, push, pop } = openHeap()

  const circuitOf = (top: Sparse): Sparse => {
    const left = new Map<number, number>()
    const at: number[] = []
    const value: number[] = []
    // Latest first; every step adds only earlier ones.
    top.at.forEach((index, k) => {
      left.set(index, top.value[k]!)
      push(-index)
    })
    while (heap.length > 0) {
      const index = -pop()
      const weightHere = left.get(index)
      if (weightHere === undefined) continue
      left.delete(index)
      if (weightHere === 0) continue
      const own = (weightHere * scale[index]!) % PRIME
      at.push(index)
      value.push(own)
      const { at: earlier, value: share } = before[index]!
      earlier.forEach((other, k) => {
        if (!left.has(other)) push(-other)
        left.set(other, ((left.get(other) ?? 0) + (PRIME - own) * share[k]!) % PRIME)
      })
    }
    return { at, value }
  }

  return {
    take: (column) => {
      const touched: number[] = []
      const meet = (row: number): void => {
        if (seen[row] === 1) return
        seen[row] = 1
        touched.push(row)
        if (pivotOf[row]! >= 0) push(pivotOf[row]!)
      }
      column.at.forEach((row, k) => {
        meet(row)
        sum[row] = column.value[k]!
      })
      const usedAt: number[] = []
      const used: number[] = []
      while (heap.length > 0) {
        const index = pop()
        const factor = sum[pivotRow[index]!]!
        if (factor === 0) continue
        usedAt.push(index)
        used.push(factor)
        const { at, value } = reduced[index]!
        const minus = PRIME - factor
        for (let k = 0; k < at.length; k += 1) {
          const row = at[k]!
          meet(row)
          sum[row] = (sum[row]! + minus * value[k]!) % PRIME
        }
      }
      let pivot = -1
      for (const row of touched) if (sum[row] !== 0 && (pivot < 0 || weight[row]! < weight[pivot]! || (weight[row] === weight[pivot] && row < pivot))) pivot = row
      if (pivot >= 0) {
        const unit = inverse(sum[pivot]!)
        const at = touched.filter((row) => sum[row] !== 0)
        reduced.push({ at, value: at.map((row) => (sum[row]! * unit) % PRIME) })
        before.push({ at: usedAt, value: used })
        scale.push(unit)
        pivotOf[pivot] = pivotRow.push(pivot) - 1
      }
      for (const row of touched) {
        sum[row] = 0
        seen[row] = 0
      }
      return pivot >= 0 ? undefined : circuitOf({ at: usedAt, value: used })
    },
  }
}
