import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openKnapsack } from './knapsack.ts'

const item = fc.record({ profit: fc.integer({ min: 1, max: 50 }), hours: fc.integer({ min: 0, max: 8 }) })

describe('a knapsack of hours and tasks', () => {
  it('is filled with the best choice there is, within both limits', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 9 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 }), (items, hours, tasks) => {
        const fitting = items.filter((own) => own.hours <= hours)
        let most = 0
        for (let choice = 0; choice < 2 ** fitting.length; choice += 1) {
          const own = fitting.filter((_, at) => (choice >> at) & 1)
          if (own.length > tasks || own.reduce((sum, one) => sum + one.hours, 0) > hours) continue
          most = Math.max(most, own.reduce((sum, one) => sum + one.profit, 0))
        }
        const knapsack = openKnapsack(fitting.length)
        fitting.forEach((own, at) => {
          knapsack.profit[at] = own.profit
          knapsack.hours[at] = own.hours
        })
        expect(knapsack.fill(fitting.length, hours, tasks)).toBe(most)
        const taken = fitting.filter((_, at) => knapsack.taken[at] === 1)
        expect(taken.reduce((sum, one) => sum + one.profit, 0)).toBe(most)
        expect(taken.reduce((sum, one) => sum + one.hours, 0)).toBeLessThanOrEqual(hours)
        expect(taken.length).toBeLessThanOrEqual(tasks)
      }),
      { numRuns: 1000, seed: 5 },
    )
  })
})
