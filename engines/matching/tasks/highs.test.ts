import highsLoader from 'highs'
import { describe, expect, it } from 'vitest'
import { certify } from '#engines/matching/certify.ts'
import type { Instance } from './instance.ts'
import { numbers, randomOf, type Random } from './random.fixture.ts'
import { solve } from './solve.ts'

/** The linear programme, written out: the polytope has whole corners, so its optimum is the assignment's. */
const programme = ({ row, col, cost, penalty, capacity, load }: Instance): string => {
  const costs: string[] = []
  const needs: string[] = []
  const bounds: string[] = []
  const tasks = Array.from(capacity, (): string[] => [])
  const add = (amount: number, name: string): void => {
    costs.push(`${amount < 0 ? '-' : '+'} ${Math.abs(amount)} ${name}`)
    bounds.push(`0 <= ${name} <= 1`)
  }
  penalty.forEach((amount, need) => {
    const ways = [`u${need}`]
    add(amount, `u${need}`)
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      ways.push(`x${e}`)
      tasks[col[e]!]!.push(`x${e}`)
      add(cost[e]!, `x${e}`)
    }
    needs.push(`n${need}: ${ways.join(' + ')} = 1`)
  })
  capacity.forEach((most, j) => {
    const slots = Array.from({ length: most }, (_, task) => `s${j}_${task}`)
    slots.forEach((name, task) => add(load[Math.min(task, load.length - 1)]!, name))
    const own = tasks[j]!
    if (own.length > 0) needs.push(`v${j}: ${[own.join(' + '), ...slots].join(' - ')} <= 0`)
  })
  return ['Minimize', `cost: ${costs.join('\n ')}`, 'Subject To', ...needs, 'Bounds', ...bounds, 'End'].join('\n')
}

describe('the solver beside a linear programme', () => {
  const given = numbers(31)
  it.each<[string, Random]>([
    ['plentiful', { needs: 120, volunteers: 200, degree: 6, cost: 1000, penalty: 3000, capacity: () => 1 + given(2), load: [0, 300, 700] }],
    ['scarce', { needs: 200, volunteers: 70, degree: 8, cost: 500, penalty: 4000, capacity: () => given(4), load: [0, 30, 70, 120] }],
    ['oversubscribed', { needs: 200, volunteers: 40, degree: 6, cost: 1000, penalty: 2500, capacity: () => 2, load: [5] }],
    ['without slack', { needs: 150, volunteers: 150, degree: 5, cost: 1000, penalty: 9000, capacity: () => 1 }],
    ['full of ties', { needs: 200, volunteers: 120, degree: 6, cost: 3, penalty: 4, capacity: () => 1 + given(2), load: [0, 1, 2] }],
    ['dense', { needs: 60, volunteers: 60, degree: 60, cost: 10_000, penalty: 50_000, capacity: () => 1 }],
  ])('finds the same optimum where the instance is %s', async (_, shape) => {
    const instance = randomOf(shape)
    const highs = await highsLoader()
    const { ObjectiveValue } = highs.solve(programme(instance))
    const { primal, faults } = certify(instance, solve(instance))
    expect(faults).toEqual([])
    expect(primal).toBe(Math.round(ObjectiveValue))
  })
})
