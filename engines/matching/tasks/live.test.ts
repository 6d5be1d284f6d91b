import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from '#engines/matching/certify.ts'
import { openLive, type Edge, type Live } from './live.ts'
import { numbers, randomOf } from './random.fixture.ts'
import { asInstance, leastCost, smallOnes, type Small } from './small.fixture.ts'
import { solve } from './solve.ts'

type Change =
  | { readonly what: 'need'; readonly at: number; readonly penalty: number; readonly edges: readonly Edge[] }
  | { readonly what: 'volunteer'; readonly at: number; readonly capacity: number; readonly carried: number; readonly edges: readonly Edge[] }
  | { readonly what: 'no need' | 'no volunteer'; readonly at: number }

const changes = (most: number): fc.Arbitrary<Change[]> => {
  const at = fc.nat({ max: 7 })
  const edges = fc.array(fc.record({ with: at, cost: fc.integer({ min: -most, max: most }) }), { maxLength: 4 })
  return fc.array(
    fc.oneof(
      fc.record({ what: fc.constant('need' as const), at, penalty: fc.nat({ max: 2 * most }), edges }),
      fc.record({ what: fc.constant('volunteer' as const), at, capacity: fc.nat({ max: 3 }), carried: fc.nat({ max: 3 }), edges }),
      fc.record({ what: fc.constantFrom('no need' as const, 'no volunteer' as const), at }),
    ),
    { maxLength: 12 },
  )
}

/** An existing number is changed, the next one added. */
const apply = (live: Live, change: Change, needs: number, volunteers: number): void => {
  if (change.what === 'need') {
    const edges = change.edges.filter((edge) => edge.with < volunteers)
    if (change.at < needs) live.changeNeed(change.at, change.penalty, edges)
    else live.addNeed(change.penalty, edges)
  } else if (change.what === 'volunteer') {
    if (change.at < volunteers) live.changeVolunteer(change.at, change.capacity, change.carried)
    else live.addVolunteer(change.capacity, change.carried, change.edges.filter((edge) => edge.with < needs))
  } else if (change.what === 'no need') {
    if (change.at < needs) live.removeNeed(change.at)
  } else if (change.at < volunteers) live.removeVolunteer(change.at)
}

const stayOptimal = (small: Small, list: readonly Change[]): void => {
  const live = openLive(asInstance(small))
  for (const change of list) {
    const { instance } = live.snapshot()
    apply(live, change, instance.penalty.length, instance.capacity.length)
    const after = live.snapshot()
    const { faults, primal } = certify(after.instance, after.assignment)
    expect(faults).toEqual([])
    expect(primal).toBe(certify(after.instance, solve(after.instance)).primal)
  }
}

describe('a live state', () => {
  it('begins at the optimum', () => {
    fc.assert(
      fc.property(smallOnes(20), (small) => {
        const { instance, assignment } = openLive(asInstance(small)).snapshot()
        expect(certify(instance, assignment)).toMatchObject({ faults: [], primal: leastCost(small) })
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  it('is the proven optimum after every change', () => {
    fc.assert(fc.property(smallOnes(4), changes(4), stayOptimal), { seed: 5, numRuns: 300 })
    fc.assert(fc.property(smallOnes(1000), changes(1000), stayOptimal), { seed: 6, numRuns: 300 })
  })

  it('stays exact at the end of 32 bits', () => {
    fc.assert(fc.property(smallOnes(2 ** 30 - 1), changes(2 ** 30 - 1), stayOptimal), { seed: 7, numRuns: 200 })
  })

  it('leaves the arrays that it was given as they were', () => {
    const given = randomOf({ needs: 40, volunteers: 30, degree: 9, cost: 50, penalty: 90, capacity: () => 1 })
    const before = structuredClone(given)
    const live = openLive(given)
    for (let need = 0; need < 40; need += 2) live.removeNeed(need)
    live.addVolunteer(2, 0, [{ with: 1, cost: 3 }])
    live.changeVolunteer(0, 3, 1)
    expect(given).toEqual(before)
  })

  it('is the proven optimum after many changes where rows are longer than what is kept at hand', () => {
    const next = numbers(8)
    const shape = { needs: 90, volunteers: 40, degree: 14, cost: 40, penalty: 900, capacity: () => next(3), load: [0, 50] }
    const live = openLive(randomOf(shape, next))
    const edges = (below: number): Edge[] => Array.from({ length: 14 }, () => ({ with: next(below), cost: next(40) }))
    for (let change = 0; change < 600; change += 1) {
      const { instance } = live.snapshot()
      const [needs, volunteers] = [instance.penalty.length, instance.capacity.length]
      const kind = next(5)
      if (kind === 0) live.changeNeed(next(needs), 20 + next(900), edges(volunteers))
      else if (kind === 1) live.removeNeed(next(needs))
      else if (kind === 2) live.changeVolunteer(next(volunteers), next(4), next(2))
      else if (kind === 3) live.changeVolunteer(next(volunteers), 0, 0)
      else if (change % 3 === 0) live.addVolunteer(next(3), 0, edges(needs))
      else live.addNeed(900, edges(volunteers))
      const after = live.snapshot()
      expect(certify(after.instance, after.assignment).faults).toEqual([])
    }
  })

  it('remembers somebody who was too dear and has become free', () => {
    // Mehri has six who are cheaper than the seventh, whom two others hold for 900; then these go.
    const near = [[0, 5], [1, 10], [2, 10], [3, 10], [4, 10], [5, 10], [6, 6]] as const
    const held = { penalty: 900, edges: [[6, 0]] } as const
    const live = openLive(asInstance({ needs: [{ penalty: 999, edges: near }, held, held], volunteers: near.map(() => ({ capacity: 1, carried: 0 })), load: [0] }))
    live.changeNeed(0, 999, near.map(([volunteer, cost]) => ({ with: volunteer, cost })))
    live.removeNeed(1)
    live.removeNeed(2)
    live.addNeed(20, [{ with: 0, cost: 0 }])
    expect(live.volunteerOf(0)).toBe(6)
  })

  it('serves a new need at once, and gives the place to the next in line when it goes', () => {
    const live = openLive(asInstance({ needs: [{ penalty: 50, edges: [[0, 10]] }], volunteers: [{ capacity: 1, carried: 0 }], load: [0] }))
    const pressing = live.addNeed(90, [{ with: 0, cost: 10 }])
    expect([live.volunteerOf(0), live.volunteerOf(pressing), live.priceOf(0)]).toEqual([-1, 0, 40])
    live.removeNeed(pressing)
    expect(live.volunteerOf(0)).toBe(0)
  })

  it('brings a new volunteer to those who wait, and finds others for the needs of one who leaves', () => {
    const live = openLive(asInstance({ needs: [{ penalty: 50, edges: [[0, 10]] }], volunteers: [{ capacity: 0, carried: 0 }], load: [0] }))
    expect(live.volunteerOf(0)).toBe(-1)
    const mehri = live.addVolunteer(1, 0, [{ with: 0, cost: 30 }])
    expect(live.volunteerOf(0)).toBe(mehri)
    live.changeVolunteer(0, 1, 0)
    expect(live.volunteerOf(0)).toBe(0)
    live.removeVolunteer(0)
    expect(live.volunteerOf(0)).toBe(mehri)
    live.removeVolunteer(mehri)
    expect(live.volunteerOf(0)).toBe(-1)
    expect(live.priceOf(mehri)).toBe(Infinity)
  })
})
