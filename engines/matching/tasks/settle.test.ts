import { describe, expect, it } from 'vitest'
import { dearAsCanBe } from './from-volunteers.ts'
import { numbers, randomOf } from './random.fixture.ts'
import { refill } from './refill.ts'
import { finish } from './settle.ts'
import { openState, STRIDE } from './state.ts'

describe('a way that is given up', () => {
  it('leaves no bound that the prices it lowered have made false', () => {
    const capacity = numbers(5)
    const state = openState(randomOf({ needs: 400, volunteers: 200, degree: 12, cost: 300, penalty: 900, capacity: () => 1 + capacity(2) }))
    dearAsCanBe(state)
    for (let need = 0; need < 400; need += 1) refill(state, need)
    expect(finish(state, new Int32Array(0), 0)).toBe(false)
    const { begin, end, col, cost, price, few, rest, fallen } = state
    for (let need = 0; need < 400; need += 1) {
      const atHand = new Set(few.subarray(need * STRIDE, (need + 1) * STRIDE).filter((_, at) => at % 2 === 0))
      for (let e = begin[need]!; e < end[need]!; e += 1)
        if (!atHand.has(col[e]!)) expect(cost[e]! + price[col[e]!]!).toBeGreaterThanOrEqual(rest[need]! - fallen)
    }
  })
})
