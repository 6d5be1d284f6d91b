import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from '#engines/matching/certify.ts'
import { openLive, type Edge, type Live } from './live.ts'
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
