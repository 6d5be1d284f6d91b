import { describe, expect, it } from 'vitest'
import type { Actor } from '#platform/actor/index.ts'
import { SuggestionState } from './contract.ts'
import { after } from './lifecycle.ts'
import { mayDecide } from './policy.ts'

const desk = { role: 'liaison', area: { from: 10_100, to: 10_199 } } as Actor

describe('deciding about a suggestion', () => {
  it('is for the liaison desk of the area, up to its very edges', () => {
    expect([10_099, 10_100, 10_199, 10_200].map((home) => mayDecide(desk, { home }))).toEqual([false, true, true, false])
  })

  it('is for nobody else, however wide their area', () => {
    for (const role of ['director', 'coordinator', 'administrator', 'supervisor'] as const)
      expect(mayDecide({ ...desk, role } as Actor, { home: 10_100 }), role).toBe(false)
  })

  it('happens once: what was decided or replaced does not move again', () => {
    for (const state of SuggestionState.options.filter((one) => one !== 'suggested'))
      for (const move of ['confirm', 'keep', 'replace'] as const) expect(after(move, state), `${move} ${state}`).toBeUndefined()
  })
})
