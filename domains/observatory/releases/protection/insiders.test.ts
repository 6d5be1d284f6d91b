import { describe, expect, it } from 'vitest'
import { periodOfCode } from '#engines/calendar/index.ts'
import { exactly } from '#engines/disclosure/index.ts'
import { areasOf } from '#engines/statistics/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import { addressOf, lay, nameOf, type CellName, type Ground } from '#domains/observatory/releases/tables/lay.ts'
import { attackPart } from './attack.ts'
import { hide } from './hide.ts'
import { foundByInsiders } from './insiders.ts'
import { ownCells, type Asked, type Guarded } from './shapes.ts'

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

/** Four provinces by four kinds. Of the first, `alone` are each of one person, and of the last kind there were four. */
const nation = (alone: readonly string[]): Asked => {
  const kinds = ['clinic', 'lessons', 'repair', 'visits']
  const provinces = ['T-1', 'T-2', 'T-3', 'T-4']
  const counts = [[9, 10, 4, 36], [30, 15, 28, 36], [23, 51, 14, 60], [68, 52, 11, 46]]
  const place = (code: string, kind: string, parent: string | null) => ({ code, kind, parent })
  const period = periodOfCode('P1405-Q1')
  const ground: Ground = {
    family: { atoms: [{ id: 'met', terms: [] }], measures: [{ id: 'met', atoms: [0], rest: undefined }] },
    pieces: [period], dimensions: ['kind'], values: [kinds], places: provinces,
    moments: [new Map(provinces.flatMap((code, row) => kinds.map((kind, at) => [addressOf(0, code, 0, [kind]), counts[row]?.[at] ?? 0] as const)))],
    areas: areasOf([place('T', 'country', null), ...provinces.map((code) => place(code, 'province', 'T'))], []),
  }
  const laid = lay(ground, [{ shape: { measures: ['met'], level: 'province', periods: [period], dimensions: ['kind'] }, moment: 0, rest: true }])
  const behind = new Map(alone.map((kind) => [nameOf(name('met', 'T-1', kind)), { persons: 1, units: 9, largest: [counts[0]?.[kinds.indexOf(kind)] ?? 0], alone: `who gives ${kind}`, aloneUnit: null }]))
  return { laid, now: 0, earlier: [], behind, protection: { k: 5, zeros: 'shown', dominancePercent: 75, pPercent: 10, wholeRows: 'hidden' } }
}

describe('two who are alone in cells of one sum', () => {
  const leftOut = (asked: Asked): string[] => {
    const found = hide(asked, solver)
    if ('lost' in found) throw new Error('lost')
    const said = new Map(ownCells(asked).map(({ name: cell, value }) => [nameOf(cell), found.guarded.why.has(nameOf(cell)) ? { state: 'hidden' as const } : { state: 'value' as const, value }]))
    expect(attackPart(asked, found.guarded, said, solver)).toMatchObject({ unsafe: 0, pairs: asked.behind.size === 2 ? 1 : 0 })
    return ownCells(asked).flatMap(({ name: { place, by } }) => (found.guarded.why.has(nameOf(name('met', place, by[0] ?? null))) ? [`${place} ${by[0] ?? 'all'}`] : []))
  }

  it('are not left with the number of a third', () => {
    const ofFirst = (cells: readonly string[]) => cells.filter((cell) => cell.startsWith('T-1'))
    // The repairs are what two of them leave of the sum, were nothing else of it hidden.
    expect(ofFirst(leftOut(nation(['clinic', 'lessons'])))).toEqual(['T-1 clinic', 'T-1 lessons', 'T-1 repair', 'T-1 visits'])
  })
})
