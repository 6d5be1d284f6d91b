import { describe, expect, it } from 'vitest'
import { needsMet } from './dataset.fixture.ts'
import { cellsOf } from './read-back.fixture.ts'
import { narrowedTo } from './select.ts'

describe('a part of a dataset', () => {
  const part = narrowedTo(needsMet(), needsMet().observations.filter(({ at }) => at[1] !== 1 && at[3] === 1))

  it('has its cells, under the same codes', () => {
    expect([...cellsOf(part!).keys()]).toEqual([
      'NEEDS_MET|00|F|P1403-M01', 'NEEDS_MET|00|M|P1403-M01', 'NEEDS_MET|0301|F|P1403-M01', 'NEEDS_MET|0301|M|P1403-M01',
    ])
    for (const [key, cell] of cellsOf(part!)) expect([key, cell]).toEqual([key, cellsOf(needsMet()).get(key)])
  })

  it('lists only what it needs, a place under the nearest one that is left', () => {
    expect(part?.measures.map(({ id }) => id)).toEqual(['NEEDS_MET'])
    expect(part?.periods).toEqual(['P1403-M01'])
    expect(part?.dimensions[0]?.codes.map(({ id, parent }) => [id, parent])).toEqual([['00', undefined], ['0301', '00']])
  })

  it('is not there without a cell', () => {
    expect(narrowedTo(needsMet(), [])).toBeUndefined()
  })
})
