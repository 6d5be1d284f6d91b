import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openBound } from './bound.ts'
import type { HoursInstance } from './instance.ts'
import { lossesOf } from './losses.ts'
import { firstWorths, raiseTogether } from './raise.ts'
import { drawn, instanceOf, looks } from './small.fixture.ts'

/** By edge, and behind them by need that nobody has: what the cheapest plan costs that has it so. */
const cheapestWith = ({ row, col, cost, hours, penalty, capacity, capacityHours }: HoursInstance): number[] => {
  const cheapest = Array.from({ length: col.length + penalty.length }, () => Infinity)
  const left = [...capacityHours]
  const tasks = [...capacity]
  const way: number[] = []
  const from = (need: number, sum: number): void => {
    if (need === penalty.length) {
      for (const each of way) cheapest[each] = Math.min(cheapest[each]!, sum)
      return
    }
    way.push(col.length + need)
    from(need + 1, sum + penalty[need]!)
    way.pop()
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      const v = col[e]!
      if (left[v]! < hours[e]! || tasks[v]! < 1) continue
      left[v] = left[v]! - hours[e]!
      tasks[v] = tasks[v]! - 1
      way.push(e)
      from(need + 1, sum + cost[e]!)
      way.pop()
      left[v] = left[v]! + hours[e]!
      tasks[v] = tasks[v]! + 1
    }
  }
  from(0, 0)
  return cheapest
}

it('never says of a way that it costs more than the cheapest plan that takes it', () => {
  let closing = 0
  fc.assert(
    fc.property(drawn(), (small) => {
      const instance = instanceOf(small)
      const bound = openBound(instance)
      firstWorths(instance, bound)
      raiseTogether(instance, bound, looks(40))
      const { edge, out } = lossesOf(instance, bound)
      const least = cheapestWith(instance)
      const said = [...edge, ...out].map((loss) => (bound.bestValue + loss) / bound.scale)
      said.forEach((own, way) => {
        expect(own).toBeLessThanOrEqual(least[way]!)
        if (own > Math.min(...least)) closing += 1
      })
    }),
    { numRuns: 400, seed: 23 },
  )
  // Losses of nothing would pass all of the above.
  expect(closing).toBeGreaterThan(500)
})
