import { describe, expect, it } from 'vitest'
import type { Summary } from './contract.ts'
import { protect, together } from './summary.ts'

const region = (needs: number, unmatched: Summary['unmatched'], more: Partial<Summary> = {}): Summary => {
  const matched = needs - unmatched.reduce((sum, row) => sum + row.needs, 0)
  const compared = { matched, waitingDays: 0 }
  return {
    needs, matched, left: 0, unmatched, primal: 9, dual: 9, before: [], after: [], ours: compared, greedy: compared,
    newly: 0, changed: 0, dropped: 0, ...more,
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
