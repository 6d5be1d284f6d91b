import { describe, expect, it } from 'vitest'
import { exactly } from '#engines/disclosure/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import type { CellName } from '#domains/observatory/releases/tables/lay.ts'
import { foundByInsiders } from './insiders.ts'
import type { Asked, Guarded } from './shapes.ts'

const solver = await openSolver()

const name = (measure: string, place: string, kind: string | null): CellName => ({ measure, place, period: 'P1405-Q1', by: [kind] })

/**
 * A town with ten clinic visits and two lessons; another with as many. The lessons here were of one person, one of them late. How
 * many were late is told of the nation, and of the clinic visits here. `late`: of these.
 */
const townWith = (late: number) => {
  const others = 20
  // On time and late: clinic here, lessons here, clinic there.
  const inner = [10, late, 1, 1, 10, others]
  const cells = [
    { cell: name('met', 'here', 'lessons'), members: [2, 3], value: 2, primary: true },
    { cell: name('met~', 'here', 'lessons'), members: [3], value: 1, primary: true },
    { cell: name('met~', 'here', null), members: [1, 3], value: 1 + late, primary: true },
  ]
  const start = Int32Array.from([0, 2, 3, 5])
  const guarded = {
    table: { inner: Float64Array.from(inner), start, member: Int32Array.from(cells.flatMap(({ members }) => members)), value: Float64Array.from(cells, ({ value }) => value), key: [] },
    sensitive: { primary: Uint8Array.from([1, 1, 1]), open: new Uint8Array(3), required: Float64Array.from([1, 1, 1]), k: 5 },
    hidden: Uint8Array.from([1, 1, 1]),
    names: cells.map(({ cell }) => ({ name: cell, moment: 0 })),
    why: new Map(),
    pattern: { mayWithdraw: false, differences: [], hidden: [0, 1, 2], forced: [] },
  } satisfies Guarded
  const alone = { persons: 1, units: 2, largest: [2], alone: 'somebody', aloneUnit: null }
  const asked = {
    laid: { inner, cells: cells.map(({ cell, members, value }) => ({ name: cell, moment: 0, members, value })) },
    now: 0,
    earlier: [],
    behind: new Map([[JSON.stringify(['met', 'here', 'P1405-Q1', ['lessons']]), alone]]),
    protection: { k: 5, zeros: 'shown', dominancePercent: 75, pPercent: 10, wholeRows: 'hidden' },
  } satisfies Asked
  const published = { unknowns: 6, bands: [exactly([1, 3, 5], 1 + late + others), exactly([1], late), exactly([0, 1, 2, 3, 4, 5], 22 + late + others)] }
  return foundByInsiders(asked, guarded, published, solver)
}

describe('whoever is alone behind a number', () => {
  it('is no attacker of a total in which there is nobody but them', () => {
    expect(townWith(0).map(({ verdict }) => verdict.safe)).toEqual([true, true, true])
  })

  it('attacks one in which there are others', () => {
    // Nobody else can tell how many were late here; they add their own to what is told.
    expect(townWith(1).map(({ verdict }) => verdict.safe)).toEqual([true, true, false])
  })
})
