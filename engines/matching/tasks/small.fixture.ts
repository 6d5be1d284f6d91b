import fc from 'fast-check'
import type { Instance } from './instance.ts'

/** An instance as one would write it down. */
export interface Small {
  readonly needs: readonly { readonly penalty: number; readonly edges: readonly (readonly [volunteer: number, cost: number])[] }[]
  readonly volunteers: readonly { readonly capacity: number; readonly carried: number }[]
  readonly load: readonly number[]
}

export const rows = (lengths: readonly number[]): Int32Array => {
  const row = new Int32Array(lengths.length + 1)
  lengths.forEach((length, index) => (row[index + 1] = row[index]! + length))
  return row
}

export const asInstance = ({ needs, volunteers, load }: Small): Instance => ({
  row: rows(needs.map(({ edges }) => edges.length)),
  col: Int32Array.from(needs.flatMap(({ edges }) => edges.map(([volunteer]) => volunteer))),
  cost: Int32Array.from(needs.flatMap(({ edges }) => edges.map(([, cost]) => cost))),
  penalty: Int32Array.from(needs, ({ penalty }) => penalty),
  capacity: Int32Array.from(volunteers, ({ capacity }) => capacity),
  carried: Int32Array.from(volunteers, ({ carried }) => carried),
  load: Int32Array.from(load),
})

/** Tries every way there is. */
export const leastCost = ({ needs, volunteers, load }: Small): number => {
  const given = volunteers.map(() => 0)
  const from = (at: number): number => {
    const need = needs[at]
    if (need === undefined) return 0
    let least = need.penalty + from(at + 1)
    for (const [j, cost] of need.edges) {
      const { capacity, carried } = volunteers[j]!
      if (given[j]! >= capacity) continue
      const task = load[Math.min(carried + given[j]!, load.length - 1)]!
      given[j]! += 1
      least = Math.min(least, cost + task + from(at + 1))
      given[j]! -= 1
    }
    return least
  }
  return from(0)
}

export const loads = (most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: most }), { minLength: 1, maxLength: 4 }).map((costs) => costs.sort((a, b) => a - b))

/** With few distinct values ties abound; capacities from 0; often fewer slots than needs. */
export const smallOnes = (most: number): fc.Arbitrary<Small> =>
  fc.integer({ min: 0, max: 5 }).chain((volunteers) => {
    const volunteer = fc.nat({ max: Math.max(0, volunteers - 1) })
    const edge = fc.tuple(volunteer, fc.integer({ min: -most, max: most }))
    return fc.record({
      needs: fc.array(
        fc.record({
          penalty: fc.integer({ min: -1, max: 2 * most }),
          edges: fc.array(edge, { maxLength: volunteers === 0 ? 0 : 5 }),
        }),
        { maxLength: 6 },
      ),
      volunteers: fc.array(fc.record({ capacity: fc.nat({ max: 3 }), carried: fc.nat({ max: 2 }) }), { minLength: volunteers, maxLength: volunteers }),
      load: loads(most),
    })
  })
