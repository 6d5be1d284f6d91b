import fc from 'fast-check'
import { hoursByEdge, type HoursInstance } from './instance.ts'

/** `tenths` of a pair of need and volunteer in ten are edges. */
export interface Drawn {
  readonly volunteers: readonly { readonly hours: number; readonly tasks: number }[]
  readonly needs: readonly { readonly penalty: number; readonly hours: number; readonly edges: readonly { readonly cost: number; readonly there: boolean }[] }[]
}

export const instanceOf = ({ volunteers, needs }: Drawn): HoursInstance => {
  const row = [0]
  const col: number[] = []
  const cost: number[] = []
  for (const need of needs) {
    need.edges.slice(0, volunteers.length).forEach((edge, v) => {
      if (!edge.there) return
      col.push(v)
      cost.push(edge.cost)
    })
    row.push(col.length)
  }
  const rows = Int32Array.from(row)
  return {
    row: rows,
    col: Int32Array.from(col),
    cost: Int32Array.from(cost),
    hours: hoursByEdge(rows, Int32Array.from(needs, ({ hours }) => hours), col.length),
    penalty: Float64Array.from(needs, ({ penalty }) => penalty),
    capacityHours: Int32Array.from(volunteers, ({ hours }) => hours),
    capacity: Int32Array.from(volunteers, ({ tasks }) => tasks),
  }
}

export const drawn = (largest = 30): fc.Arbitrary<Drawn> =>
  fc.record({
    volunteers: fc.array(fc.record({ hours: fc.integer({ min: 0, max: 9 }), tasks: fc.integer({ min: 0, max: 4 }) }), { maxLength: 4 }),
    needs: fc.array(
      fc.record({
        penalty: fc.integer({ min: -largest, max: 2 * largest }),
        hours: fc.integer({ min: 0, max: 5 }),
        edges: fc.array(fc.record({ cost: fc.integer({ min: -largest, max: largest }), there: fc.boolean() }), { minLength: 4, maxLength: 4 }),
      }),
      { maxLength: 6 },
    ),
  })

/** Every assignment there is. */
export const bruteForce = ({ row, col, cost, hours, penalty, capacity, capacityHours }: HoursInstance): number => {
  const left = [...capacityHours]
  const tasks = [...capacity]
  const from = (need: number): number => {
    if (need === penalty.length) return 0
    let least = penalty[need]! + from(need + 1)
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      const v = col[e]!
      if (left[v]! < hours[e]! || tasks[v]! < 1) continue
      left[v] = left[v]! - hours[e]!
      tasks[v] = tasks[v]! - 1
      least = Math.min(least, cost[e]! + from(need + 1))
      left[v] = left[v]! + hours[e]!
      tasks[v] = tasks[v]! + 1
    }
    return least
  }
  return from(0)
}

/** Time that passes by being looked at. */
export const looks = (count: number): (() => number) => {
  let looked = 0
  return () => {
    looked += 1
    return looked / count
  }
}
