import { describe, expect, it } from 'vitest'
import { checkProof, type Claim, type Shown } from './check.ts'

/** Two towns by two trades with their margins; the inside is hidden, the first count primary. */
const claim: Claim = {
  inner: [1n, 6n, 5n, 9n],
  cells: [
    { inner: [0], hidden: true, primary: true, required: 1n },
    { inner: [1], hidden: true, primary: false, required: 0n },
    { inner: [2], hidden: true, primary: false, required: 0n },
    { inner: [3], hidden: true, primary: false, required: 0n },
    { inner: [0, 1], hidden: false, primary: false, required: 0n },
    { inner: [2, 3], hidden: false, primary: false, required: 0n },
    { inner: [0, 2], hidden: false, primary: false, required: 0n },
    { inner: [1, 3], hidden: false, primary: false, required: 0n },
  ],
  k: 5n,
}
const low = [[0, 0n], [1, 7n], [2, 6n], [3, 8n]] as const
const high = [[0, 4n], [1, 3n], [2, 2n], [3, 12n]] as const
const shown: Shown = { tables: [low, high], targets: [{ cell: 0, low: 0, high: 1 }] }

const faults = (changes: Partial<Shown>, claims: Partial<Claim> = {}) => checkProof({ ...claim, ...claims }, { ...shown, ...changes }).join('; ')

describe('the checker', () => {
  it('takes an honest proof', () => {
    expect(checkProof(claim, shown)).toEqual([])
  })

  it('refuses a table that changes a published number', () => {
    expect(faults({ tables: [low, [[0, 4n], [1, 3n], [2, 2n], [3, 13n]]] })).toContain('table 1: published cell 5 is 15, not 14')
    expect(faults({}, { cells: claim.cells.map((cell, index) => (index === 3 ? { ...cell, hidden: false } : cell)) })).toContain('published cell 3')
  })

  it('refuses a negative number, and a finest cell that is not there or stands twice', () => {
    expect(faults({ tables: [[[0, -1n], [1, 8n], [2, 7n], [3, 7n]], high] })).toContain('finest cell 0 is negative')
    expect(faults({ tables: [[...low, [4, 0n]], high] })).toContain('finest cell 4 is not there')
    expect(faults({ tables: [[...low, [-1, 0n]], high] })).toContain('finest cell -1 is not there')
    expect(faults({ tables: [[...low, [0.5, 0n]], high] })).toContain('finest cell 0.5 is not there')
    expect(faults({ tables: [[...low, [0, 0n]], high] })).toContain('finest cell 0 stands twice')
  })

  it('refuses tables that do not reach far enough', () => {
    expect(faults({ targets: [{ cell: 0, low: 1, high: 1 }] })).toContain('the low table has 4, 0 is required')
    expect(faults({ targets: [{ cell: 0, low: 0, high: 0 }] })).toContain('the high table has 0, 2 is required')
    expect(faults({}, { k: 6n })).toContain('5 whole numbers between the tables, 6 are required')
    const asked = claim.cells.map((cell, index) => (index === 0 ? { ...cell, required: 4n } : cell))
    expect(faults({}, { cells: asked })).toContain('the high table has 4, 5 is required')
  })

  it('refuses silence about a primary, a table that is not there, and a primary that is published', () => {
    expect(faults({ targets: [] })).toContain('cell 0 is primary and nothing is shown of it')
    expect(faults({ targets: [{ cell: 0, low: 0, high: 2 }] })).toContain('no such cell or table')
    expect(faults({ targets: [{ cell: 9, low: 0, high: 1 }] })).toContain('no such cell or table')
    expect(faults({ tables: [[], high] }, { cells: claim.cells.map((cell) => ({ ...cell, hidden: false })) })).toContain('cell 0 is primary and published')
  })
})
