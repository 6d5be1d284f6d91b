import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handOverPlan } from './next-responsible.ts'

const colleague = (account: string) => ({ account })

describe('who answers next for the cases of somebody who left', () => {
  it('is the supervisor, however much they carry', () => {
    const plan = handOverPlan(['a', 'b'], {
      supervisors: [colleague('supervisor')],
      workers: [colleague('worker')],
      loads: [{ worker: 'supervisor', cases: 99 }],
    })
    expect([...plan!]).toEqual([['a', 'supervisor'], ['b', 'supervisor']])
  })

  it('is nobody in an empty team, so that the cases are not given to air', () => {
    expect(handOverPlan(['a'], { supervisors: [], workers: [], loads: [] })).toBeUndefined()
  })

  it('without a supervisor: everybody gets a fair part, and no case is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }), (count, carried) => {
        const cases = Array.from({ length: count }, (_, at) => `case ${at}`)
        const loads = carried.map((of, at) => ({ worker: `worker ${at}`, cases: of }))
        const plan = handOverPlan(cases, { supervisors: [], workers: loads.map(({ worker }) => colleague(worker)), loads })!
        expect([...plan.keys()]).toEqual(cases)
        const given = (worker: string) => [...plan.values()].filter((one) => one === worker).length
        const after = loads.map(({ worker, cases: before }) => ({ got: given(worker), now: before + given(worker) }))
        const least = Math.min(...after.map(({ now }) => now))
        // whoever got one carries at most one more than whoever carries least
        for (const { got, now } of after) if (got > 0) expect(now - least).toBeLessThanOrEqual(1)
      }),
    )
  })
})
