import { describe, expect, it } from 'vitest'
import { periodOfCode } from '#engines/calendar/index.ts'
import { areasOf } from '#engines/statistics/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import { addressOf, lay, nameOf, type Ground } from '#domains/observatory/releases/tables/lay.ts'
import { attackPart } from './attack.ts'
import { hide, type Hidden } from './hide.ts'
import { ownCells, type Asked, type Earlier } from './shapes.ts'

const solver = await openSolver()

const period = periodOfCode('P1405-Q1')
const provinces = ['T-1', 'T-2', 'T-3']
const kinds = ['clinic', 'lessons', 'repair']
const counts = [[31, 2, 17], [23, 19, 3], [12, 14, 21]]
const place = (code: string, kind: string, parent: string | null) => ({ code, kind, parent })

/** Nine numbers and their sums, as they were known at each moment: `more` visits to the clinic in the first province than at first. */
const asked = (mores: readonly number[], earlier: readonly Earlier[]): Asked => {
  const moments = mores.map((more) => new Map(provinces.flatMap((code, row) => kinds.map((kind, at) => [addressOf(0, code, 0, [kind]), (counts[row]?.[at] ?? 0) + (row + at === 0 ? more : 0)] as const))))
  const ground: Ground = {
    family: { atoms: [{ id: 'met', terms: [] }], measures: [{ id: 'met', atoms: [0], rest: undefined }] },
    pieces: [period], dimensions: ['kind'], values: [kinds], places: provinces, moments,
    areas: areasOf([place('T', 'country', null), ...provinces.map((code) => place(code, 'province', 'T'))], []),
  }
  const shape = { measures: ['met'], level: 'province', periods: [period], dimensions: ['kind'] } as const
  const laid = lay(ground, moments.map((_, moment) => ({ shape, moment, rest: moment === moments.length - 1 })))
  return { laid, now: moments.length - 1, earlier, behind: new Map(), protection: { k: 5, zeros: 'shown', dominancePercent: 75, pPercent: 10, wholeRows: 'hidden' } }
}

const hidden = (question: Asked): Hidden => {
  const found = hide(question, solver)
  if ('lost' in found) throw new Error('lost')
  return found
}
const saidOf = (question: Asked, { guarded: { why } }: Hidden) => new Map(ownCells(question).map(({ name }) => [nameOf(name), why.has(nameOf(name)) ? 'hidden' as const : 'value' as const]))
const told = (question: Asked, said: Earlier) =>
  new Map(ownCells(question).map(({ name, value }) => [nameOf(name), said.get(nameOf(name)) === 'value' ? { state: 'value' as const, value } : { state: 'hidden' as const }]))

const first = asked([0], [])
const before = saidOf(first, hidden(first))

describe('numbers that are those of the release before', () => {
  it('are hidden as they were, by the same tables', () => {
    const again = asked([0, 0], [before])
    const found = hidden(again)
    expect(found.guarded.pattern.asBefore).toBe(1)
    expect(found.proof).toEqual(hidden(first).proof)
    expect(saidOf(again, found)).toEqual(before)
    expect(attackPart(again, found.guarded, told(again, before), solver)).toMatchObject({ unsafe: 0 })
  })

  it('are attacked with what the release before told of them', () => {
    const again = asked([0, 0], [before])
    const { guarded } = hidden(again)
    const [few] = ownCells(again).filter(({ value }) => value === 2)
    const leaky = asked([0, 0], [new Map(before).set(nameOf(few!.name), 'value')])
    expect(attackPart(leaky, guarded, told(again, before), solver).unsafe).toBeGreaterThan(0)
  })

  it('are as those of the last of several, when only an earlier one was corrected', () => {
    const corrected = asked([0, 7], [before])
    const anew = saidOf(corrected, hidden(corrected))
    const again = asked([0, 7, 7], [before, anew])
    expect(hidden(again).guarded.pattern.asBefore).toBe(1)
    expect(saidOf(again, hidden(again))).toEqual(anew)
  })

  it('are looked at anew where what was hidden is not found again', () => {
    const [open] = ownCells(first).filter(({ name }) => before.get(nameOf(name)) === 'value' && name.place !== 'T')
    const other = asked([0, 0], [new Map(before).set(nameOf(open!.name), 'hidden')])
    const found = hide(other, solver)
    expect('lost' in found || found.guarded.pattern.asBefore === undefined).toBe(true)
  })
})
