import highsLoader from 'highs'
import { describe, expect, it } from 'vitest'
import { certifyHours } from './certify.ts'
import { chance } from './chance.ts'
import { hoursByEdge, type HoursInstance } from './instance.ts'
import { looks } from './small.fixture.ts'
import { solveHours } from './solve.ts'

const programme = ({ row, col, cost, hours, penalty, capacity, capacityHours }: HoursInstance): string => {
  const sum = (terms: readonly string[]): string => (terms.length === 0 ? '0 none' : terms.join(' + '))
  const needs = [...penalty.keys()].map((need) => {
    const own = Array.from({ length: row[need + 1]! - row[need]! }, (_, at) => `x${row[need]! + at}`)
    return `n${need}: ${[...own, `out${need}`].join(' + ')} = 1`
  })
  const edgesOf = (v: number): number[] => [...col.keys()].filter((e) => col[e] === v)
  const limits = [...capacity.keys()].flatMap((v) => [
    `h${v}: ${sum(edgesOf(v).map((e) => `${hours[e]} x${e}`))} <= ${capacityHours[v]}`,
    `t${v}: ${sum(edgesOf(v).map((e) => `x${e}`))} <= ${capacity[v]}`,
  ])
  const objective = [...Array.from(cost, (own, e) => `${own} x${e}`), ...Array.from(penalty, (own, need) => `${own} out${need}`)]
  const names = [...Array.from(cost, (_, e) => `x${e}`), ...Array.from(penalty, (_, need) => `out${need}`)]
  return ['Minimize', `cost: ${objective.join('\n + ')}`, 'Subject To', ...needs, ...limits, 'Binary', ...names, 'End'].join('\n')
}

interface Shape {
  readonly needs: number
  readonly volunteers: number
  readonly degree: number
  readonly hours: number
  readonly penalty: number
}

const drawnBy = ({ needs, volunteers, degree, hours, penalty }: Shape, seed: number): HoursInstance => {
  const random = chance(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const row = Int32Array.from({ length: needs + 1 }, (_, need) => need * degree)
  const first = Int32Array.from({ length: needs }, () => below(volunteers))
  const capacity = Int32Array.from({ length: volunteers }, () => 1 + below(3))
  return {
    row,
    col: Int32Array.from({ length: needs * degree }, (_, e) => (first[Math.floor(e / degree)]! + (e % degree)) % volunteers),
    cost: Int32Array.from({ length: needs * degree }, () => 1 + below(500)),
    hours: hoursByEdge(row, Int32Array.from({ length: needs }, () => 1 + below(4)), needs * degree),
    penalty: new Float64Array(needs).fill(penalty),
    capacityHours: capacity.map((tasks) => tasks * hours),
    capacity,
  }
}

describe('the hours form beside a solver of integer programmes', () => {
  it.each<[string, Shape]>([
    ['plentiful', { needs: 80, volunteers: 160, degree: 6, hours: 3, penalty: 2000 }],
    ['scarce', { needs: 100, volunteers: 60, degree: 8, hours: 3, penalty: 2000 }],
    ['oversubscribed', { needs: 100, volunteers: 30, degree: 8, hours: 3, penalty: 900 }],
    ['shared by few', { needs: 60, volunteers: 5, degree: 5, hours: 12, penalty: 900 }],
  ])('comes near the same optimum where hours are %s, and never bounds above it', async (_, shape) => {
    const instance = drawnBy(shape, 3)
    const highs = await highsLoader()
    const optimum = Math.round(highs.solve(programme(instance)).ObjectiveValue)
    const { primal, dual, faults } = certifyHours(instance, solveHours(instance, { spent: looks(3000) }))
    expect(faults).toEqual([])
    expect(dual).toBeLessThanOrEqual(optimum)
    expect(primal).toBeGreaterThanOrEqual(optimum)
    expect((primal - optimum) / optimum).toBeLessThan(0.02)
    expect((optimum - dual) / optimum).toBeLessThan(0.02)
  })
})
