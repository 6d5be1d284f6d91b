import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, eachPeriod, requirePlainDate, type PlainDate } from '#engines/calendar/index.ts'
import { areasOf, comparableAreas, completenessOf, margins, piecesOf, rollUp, sum, withOverlap, type Counted, type PlaceNode } from './index.ts'

const day = (text: string) => requirePlainDate(text)

const nation: PlaceNode[] = [
  { code: 'N', kind: 'country', parent: null },
  { code: 'P1', kind: 'province', parent: 'N' },
  { code: 'P2', kind: 'province', parent: 'N' },
  { code: 'A', kind: 'county', parent: 'P1' },
  { code: 'B', kind: 'county', parent: 'P1' },
  { code: 'C', kind: 'county', parent: 'P2' },
  { code: 'a1', kind: 'town', parent: 'A' },
  { code: 'a2', kind: 'town', parent: 'A' },
  { code: 'b1', kind: 'town', parent: 'B' },
  { code: 'c1', kind: 'town', parent: 'C' },
]
/** B was cut out of A on 1 Mehr 1405: its town lay in A before. */
const moves = [{ place: 'b1', on: day('2026-09-23'), fromParent: 'A' }]
const areas = areasOf(nation, moves)

const anyDay = fc.integer({ min: 0, max: 700 }).map((many): PlainDate => addDays(day('2025-03-21'), many))
const anyLeaf = fc.record({
  place: fc.constantFrom('a1', 'a2', 'b1', 'c1'),
  on: anyDay,
  sex: fc.constantFrom('female', 'male', 'unknown'),
  numerator: fc.integer({ min: -50, max: 1_000_000 }),
  denominator: fc.integer({ min: 0, max: 1_000_000 }),
  facts: fc.integer({ min: 0, max: 1000 }),
})

describe('the cube', () => {
  it('makes every place of its children, and every margin of its values, also across a new border', () => {
    fc.assert(
      fc.property(fc.array(anyLeaf, { maxLength: 60 }), (leaves) => {
        const groups = rollUp(leaves, ({ place, on, sex }) =>
          areas.above(place, on).flatMap(({ code }) => margins([sex]).map(([by]) => `${code} ${by}`)),
        )
        const at = (code: string, by: string | null): Counted => sum([groups.get(`${code} ${by}`)].filter((one) => one !== undefined))
        for (const by of ['female', 'male', 'unknown', null]) {
          expect(sum(['P1', 'P2'].map((code) => at(code, by)))).toEqual(at('N', by))
          expect(sum(['A', 'B'].map((code) => at(code, by)))).toEqual(at('P1', by))
          expect(sum(['a1', 'a2', 'b1', 'c1'].map((code) => at(code, by)))).toEqual(at('N', by))
        }
        expect(sum(['female', 'male', 'unknown'].map((by) => at('N', by)))).toEqual(at('N', null))
      }),
    )
  })

  it('comes to the same by Persian and by Gregorian periods of the same days', () => {
    fc.assert(
      fc.property(fc.array(anyLeaf, { maxLength: 60 }), (leaves) => {
        const of = (calendar: 'P' | 'G') =>
          eachPeriod(day('2025-03-21'), day('2027-03-20'), 'week', calendar).flatMap(({ start, end }) => leaves.filter(({ on }) => start <= on && on <= end))
        expect(sum(of('P'))).toEqual(sum(leaves))
        expect(sum(of('G'))).toEqual(sum(leaves))
      }),
    )
  })
})

describe('places whose borders change', () => {
  it('keep what happened with the place as it was on that day', () => {
    expect(areas.within('b1', 'county', day('2026-09-22'))).toBe('A')
    expect(areas.within('b1', 'county', day('2026-09-23'))).toBe('B')
    expect(areas.children('A', day('2026-09-22')).map(({ code }) => code)).toEqual(['a1', 'a2', 'b1'])
    expect(areas.children('A', day('2026-09-23')).map(({ code }) => code)).toEqual(['a1', 'a2'])
  })

  it('remember more than one change', () => {
    const twice = areasOf(nation, [...moves, { place: 'b1', on: day('2020-01-01'), fromParent: 'C' }])
    expect(['2019-12-31', '2020-01-01', '2026-09-23'].map((on) => twice.within('b1', 'county', day(on)))).toEqual(['C', 'A', 'B'])
  })

  it('are compared over the smallest areas that are the same before and after', () => {
    const over = (from: string, to: string) => comparableAreas(areas, [], 'county', day(from), day(to))
    expect(over('2026-03-21', '2027-03-20').get('A')).toEqual(['A', 'B'])
    expect(over('2026-03-21', '2027-03-20').get('C')).toEqual(['C'])
    expect(over('2026-09-23', '2027-03-20').get('A')).toEqual(['A'])
    expect(comparableAreas(areas, [], 'province', day('2026-03-21'), day('2027-03-20')).get('P1')).toEqual(['P1'])
  })

  it('are one with what they came from, also where no smaller place tells', () => {
    const origins = [{ place: 'C', origin: 'B', on: day('2026-12-01') }]
    const comparable = comparableAreas(areas, origins, 'county', day('2026-03-21'), day('2027-03-20'))
    expect(comparable.get('C')).toEqual(['A', 'B', 'C'])
    expect(comparableAreas(areas, origins, 'county', day('2026-12-01'), day('2027-03-20')).get('C')).toEqual(['C'])
  })

  it('refuse a place that lies in itself', () => {
    const circle = areasOf([{ code: 'x', kind: 'county', parent: 'y' }, { code: 'y', kind: 'county', parent: 'x' }], [])
    expect(() => circle.above('x', day('2026-01-01'))).toThrow('lies in itself')
  })

  it('cut periods so that no day is lost or counted twice', () => {
    const spans = eachPeriod(day('2026-01-01'), day('2026-12-31'), 'month', 'P')
    const pieces = piecesOf(spans, areas.changes)
    for (const [at, { start, end }] of spans.entries()) {
      const own = pieces.filter(({ of }) => of === at)
      expect(own[0]?.start).toBe(start)
      expect(own.at(-1)?.end).toBe(end)
      for (const [index, piece] of own.slice(1).entries()) expect(addDays(own[index]!.end, 1)).toBe(piece.start)
    }
    expect(piecesOf([{ start: day('2026-09-20'), end: day('2026-09-25') }], areas.changes)).toEqual([
      { of: 0, start: '2026-09-20', end: '2026-09-22' },
      { of: 0, start: '2026-09-23', end: '2026-09-25' },
    ])
    // A border that changes on the first day cuts nothing; one that changes on the last day leaves that day for itself.
    expect(piecesOf([{ start: day('2026-09-23'), end: day('2026-09-25') }], areas.changes)).toHaveLength(1)
    expect(piecesOf([{ start: day('2026-09-20'), end: day('2026-09-23') }], areas.changes)).toEqual([
      { of: 0, start: '2026-09-20', end: '2026-09-22' },
      { of: 0, start: '2026-09-23', end: '2026-09-23' },
    ])
  })
})

describe('distinct persons', () => {
  it('give what the children have in common', () => {
    expect(withOverlap(10, [6, 7])).toEqual({ persons: 10, ofChildren: 13, overlap: 3 })
    expect(() => withOverlap(10, [6, 3])).toThrow('cannot be made of')
  })
})

describe('completeness', () => {
  const rule = { percent: 50, lateAfterDays: 14 }
  const period = { end: day('2026-10-22') }
  const unit = (firstRecorded: string | null, lastRecorded = firstRecorded) => ({ firstRecorded: firstRecorded === null ? null : day(firstRecorded), lastRecorded: lastRecorded === null ? null : day(lastRecorded) })

  it('counts units that were expected, that reported, and whose report came late', () => {
    const units = [unit('2026-10-01'), unit('2026-10-02', '2026-11-06'), unit('2026-10-02', '2026-11-05'), unit(null)]
    expect(completenessOf(units, rule, period, day('2026-12-01'))).toEqual({ expected: 4, reported: 3, late: 1, complete: true })
    expect(completenessOf([unit('2026-10-01'), unit(null), unit(null)], rule, period, day('2026-12-01')).complete).toBe(false)
  })

  it('says nothing while there is time to report', () => {
    expect(completenessOf([unit(null)], rule, period, day('2026-11-05')).complete).toBeNull()
    expect(completenessOf([unit(null)], rule, period, day('2026-11-06')).complete).toBe(false)
  })
})
