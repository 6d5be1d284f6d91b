import { describe, expect, it } from 'vitest'
import type { Summary, Trial } from './contract.ts'
import { protect, protectTrial, together, triedTogether } from './summary.ts'

const region = (needs: number, unmatched: Summary['unmatched'], more: Partial<Summary> = {}): Summary => {
  const matched = needs - unmatched.reduce((sum, row) => sum + row.needs, 0)
  const compared = { matched, waitingDays: 0, travelKm: 3 * matched }
  return {
    needs, matched, left: 0, unmatched, primal: 9, dual: 9, before: [], after: [], ours: compared, greedy: compared,
    newly: 0, changed: 0, dropped: 0, same: 0, ...more,
  }
}

describe('several counties as one', () => {
  it('add up, reasons and loads by their own', () => {
    const all = together([
      region(10, [{ reason: 'travel', needs: 2 }], { before: [{ carried: 0, volunteers: 3 }] }),
      region(7, [{ reason: 'skill', needs: 1 }, { reason: 'travel', needs: 1 }], { before: [{ carried: 1, volunteers: 2 }, { carried: 0, volunteers: 1 }] }),
    ])
    expect(all).toMatchObject({
      needs: 17, matched: 13, primal: 18,
      unmatched: [{ reason: 'travel', needs: 3 }, { reason: 'skill', needs: 1 }],
      before: [{ carried: 0, volunteers: 4 }, { carried: 1, volunteers: 2 }],
    })
    expect(together([])).toBeNull()
  })
})

describe('what a desk reads of a run beyond its own area', () => {
  it('has no count under five', () => {
    const told = protect([
      region(40, [{ reason: 'travel', needs: 9 }, { reason: 'language', needs: 6 }, { reason: 'skill', needs: 1 }]),
      region(40, [{ reason: 'travel', needs: 9 }, { reason: 'language', needs: 7 }, { reason: 'skill', needs: 2 }]),
    ])
    // Three are too few to name, and too few to be the rest: the next rarest goes with them.
    expect(told!.unmatched).toEqual([{ reason: 'travel', needs: 18 }, { reason: 'other', needs: 16 }])
  })

  it('has none that a desk could find by taking off its own', () => {
    const told = protect([
      region(40, [{ reason: 'travel', needs: 9 }, { reason: 'vetting', needs: 5 }, { reason: 'skill', needs: 6 }]),
      region(40, [{ reason: 'travel', needs: 9 }, { reason: 'vetting', needs: 5 }, { reason: 'skill', needs: 2 }]),
    ])
    // Eight lacked a skill; whoever knows its own six would know the other two.
    expect(told!.unmatched.map(({ reason }) => reason)).not.toContain('skill')
    expect(told!.unmatched.at(-1)).toEqual({ reason: 'other', needs: 18 })
    expect(protect([region(6, []), region(2, [])])).toBeNull()
  })

  it('keeps a difference back that is small, and tells one that is none', () => {
    const told = protect([region(40, [], { newly: 3, changed: 6 }), region(30, [], { newly: 9, changed: 7 })])
    expect(told).toMatchObject({ needs: 70, matched: 70, newly: null, changed: 13, dropped: 0, proven: true })
  })

  it('is not proven where one county is not', () => {
    expect(protect([region(40, []), region(30, [], { primal: 10 })])!.proven).toBe(false)
  })
})

describe('a trial of other weights', () => {
  const side = (matched: number, unmatched: Summary['unmatched'], idle: number): Trial['now'] => ({
    matched, waitingDays: 10, travelKm: 70, unmatched, after: [{ carried: 0, volunteers: idle }, { carried: 1, volunteers: 3 }],
  })

  it('adds up county by county, each way by itself', () => {
    const county: Trial = { needs: 9, now: side(8, [{ reason: 'travel', needs: 1 }], 4), draft: side(9, [], 6), differ: 2 }
    expect(triedTogether([county, county])).toMatchObject({
      needs: 18, differ: 4,
      now: { matched: 16, travelKm: 140, unmatched: [{ reason: 'travel', needs: 2 }], after: [{ carried: 0, volunteers: 8 }, { carried: 1, volunteers: 6 }] },
      draft: { matched: 18, unmatched: [] },
    })
    expect(triedTogether([])).toBeNull()
  })

  it('is told to whoever decides without a count under five', () => {
    const many: Trial = { needs: 40, now: side(30, [{ reason: 'travel', needs: 8 }, { reason: 'skill', needs: 2 }], 4), draft: side(40, [], 9), differ: 3 }
    expect(protectTrial([many])).toEqual({
      needs: 40,
      now: { matched: 30, waitingDays: 10, travelKm: 70, unmatched: [{ reason: 'other', needs: 10 }], idle: null },
      draft: { matched: 40, waitingDays: 10, travelKm: 70, unmatched: [], idle: 9 },
      differ: null,
    })
    expect(protectTrial([{ ...many, draft: side(37, [], 9) }])).toBeNull()
    expect(protectTrial([{ ...many, needs: 4 }])).toBeNull()
  })
})
