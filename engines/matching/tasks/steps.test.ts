import { describe, expect, it } from 'vitest'
import { openSlots } from './slots.ts'
import { openState } from './state.ts'
import { scaleOf, stepsFor } from './steps.ts'

const scale = (capacity: number, load: number[]) => {
  const state = openState({
    row: Int32Array.of(0, 2),
    col: Int32Array.of(0, 1),
    cost: Int32Array.of(10, 40),
    penalty: Int32Array.of(110),
    capacity: Int32Array.of(capacity, capacity),
    load: Int32Array.from(load),
  })
  return scaleOf(state, openSlots(state))
}

describe('the scale of an instance', () => {
  it('is what is at stake, and what the edges of a need differ by', () => {
    expect(scale(1, [0])).toMatchObject({ stake: 100, range: 15.5 })
  })

  it('counts the tasks that could save anything', () => {
    expect(scale(1, [0, 99, 100]).tasks).toBe(2)
    expect(scale(1, [100]).tasks).toBe(0)
  })
})

describe('the steps', () => {
  it('begin at an eighth of the stake where tasks are short, and look ever more closely', () => {
    expect(stepsFor({ stake: 8192, range: 70, tasks: 1 }, 2)).toEqual([
      { size: 1024, blind: Infinity },
      { size: 128, blind: 1024 },
      { size: 16, blind: 32 },
      { size: 2, blind: 2 },
      { size: 0.125, blind: 0 },
    ])
  })

  it('begin within what edges differ by where tasks are plentiful, and overlook nobody', () => {
    expect(stepsFor({ stake: 8192, range: 70, tasks: 2 }, 2)).toEqual([64, 8, 1, 0.125].map((size) => ({ size, blind: 0 })))
    expect(stepsFor({ stake: 1, range: 1, tasks: 2 }, 2)).toEqual([{ size: 0.125, blind: 0 }])
  })
})
