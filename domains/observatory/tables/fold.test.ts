import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, periodOfCode, type PlainDate } from '#engines/calendar/index.ts'
import { keyring } from '#platform/keys/index.ts'
import { piecesUnder } from '#domains/observatory/releases/tables/pieces.ts'
import { catalogue } from '#domains/observatory/indicators/catalogue/index.ts'
import { plans } from '#domains/observatory/releases/plans.ts'
import { servedWithNoise } from './apart.ts'
import { cubes, findCube } from './cubes.ts'
import { periodsWithin } from './days.ts'
import { indexIn, openFold, sizesOf, type CountedFact, type Ground } from './fold.ts'
import { NOISE, noised, recordKeys } from './noise.ts'

const keys = (letter: string) => recordKeys(keyring({ linkage: Buffer.alloc(32, letter), field: new Map([[1, Buffer.alloc(32, 'f')]]), currentEpoch: 1 }))
const cube = findCube('CASES') as NonNullable<ReturnType<typeof findCube>>
const sizes = sizesOf(cube)

const year = periodOfCode('P1405')
const periods = periodsWithin(year.start, year.end)
const above: Readonly<Record<string, readonly string[]>> = { a: ['a', 'north', 'nation'], b: ['b', 'north', 'nation'], c: ['c', 'south', 'nation'] }
const ground: Ground = { cube, periods, pieces: piecesUnder([year, ...periods], []), placesOf: (place) => above[place] ?? ['nation'] }

/** Women of 60 and over, so many in a county on a day, each another person. */
const women = (place: string, many: number, on: PlainDate = addDays(year.start, 40), from = 0): CountedFact[] =>
  Array.from({ length: many }, (_, at) => ({ place, on, by: ['female', '60+'], sign: 1, record: `${place} ${from + at}` }))
const folded = async (facts: readonly CountedFact[], letter = 'k') => {
  const fold = openFold(ground, keys(letter))
  for (const fact of facts) fold.add([fact])
  const blocks = await fold.blocks()
  return (place: string, period: string, codes: readonly number[] = [0, 0]) => blocks.find((block) => block.place === place && block.period === period)?.numbers[indexIn(sizes, codes)] ?? 0
}

describe('a number with noise', () => {
  it('is the same wherever the same people stand', async () => {
    const told = await folded(women('c', 57))
    const everywhere = [told('c', 'P1405'), told('south', 'P1405'), told('nation', 'P1405'), told('nation', 'P1405', [1, 0]), told('nation', 'P1405', [0, 4]), told('nation', 'P1405-M02'), told('nation', 'P1405-Q1'), told('c', 'G2026-Q2')]
    expect(new Set(everywhere).size).toBe(1)
  })

  it('stays near the true one, and is never 1 to 4', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.bigInt({ min: 0n, max: 2n ** 70n }), (count, key) => {
        const shown = noised(count, key)
        expect(Math.abs(shown - count)).toBeLessThanOrEqual(NOISE.most)
        expect(shown === 0 || shown > NOISE.hidden).toBe(true)
      }),
    )
  })

  it('of nobody is nobody, also where somebody was taken back', async () => {
    const [one] = women('a', 1)
    const told = await folded([one, { ...one, sign: -1 }] as CountedFact[])
    expect([told('a', 'P1405'), told('b', 'P1405'), told('nation', 'P1405')]).toEqual([0, 0, 0])
  })

  it('differs for other people, and with another secret', async () => {
    const of = async (letter: string) =>
      await Promise.all(Array.from({ length: 20 }, async (_, at) => (await folded(women('a', 40, undefined, at * 100), letter))('a', 'P1405')))
    expect(new Set(await of('k')).size).toBeGreaterThan(3)
    expect(await of('x')).not.toEqual(await of('k'))
  })

  it('does not tell of one more person by its difference', async () => {
    const all = women('a', 60)
    const shown = await Promise.all(Array.from({ length: 41 }, async (_, at) => (await folded(all.slice(0, at + 10)))('a', 'P1405')))
    expect(new Set(shown.slice(1).map((number, at) => number - (shown[at] ?? 0))).size).toBeGreaterThan(5)
  })

  it('adds nothing on average', () => {
    const errors = Array.from({ length: 2000 }, (_, at) => noised(100, keys('k')(`somebody ${at}`)) - 100)
    expect(Math.abs(errors.reduce((sum, one) => sum + one, 0) / errors.length)).toBeLessThan(0.3)
  })

  it('puts a value that is in no list with what is not known', async () => {
    const told = await folded(women('a', 30).map((fact) => ({ ...fact, by: ['strange', null] })))
    const last = sizes.map((size) => size - 1)
    expect(told('a', 'P1405', last)).toBe(told('a', 'P1405'))
  })
})

describe('a cube is served one way or the other', () => {
  it('no plan of exact releases counts the facts of a cube with noise', () => {
    const planned = new Set(plans.flatMap(({ indicators, shares }) => [...indicators, ...shares]))
    const exact = catalogue.filter(({ id }) => planned.has(id)).map(({ definition }) => definition)
    expect(exact.length).toBe(planned.size)
    expect(servedWithNoise(exact)).toEqual([])
  })

  it('and it would be seen where one did, in whole or in a part', () => {
    const named = (id: string) => catalogue.filter((one) => one.id === id).map(({ definition }) => definition)
    expect(servedWithNoise(named('requests-received')).map(({ id }) => id)).toEqual(['REQUESTS'])
    expect(servedWithNoise(named('requests-answered-on-time')).map(({ id }) => id)).toEqual(['DECISIONS'])
  })

  it('each cube counts facts of its own', () => {
    expect(new Set(cubes.map(({ fact }) => fact.kind)).size).toBe(cubes.length)
  })
})

describe('the periods of an edition', () => {
  it('are those of both calendars that lie wholly in its days', () => {
    const codes: readonly string[] = periods.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['P1405', 'P1405-H2', 'P1405-Q3', 'P1405-M12', 'G2026-M04', 'G2026-Q3']))
    expect(codes).not.toContain('G2026')
    expect(codes).not.toContain('G2026-M03')
  })
})
