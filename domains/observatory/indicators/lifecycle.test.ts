import { describe, expect, it } from 'vitest'
import { periodOfCode, requirePlainDate } from '#engines/calendar/index.ts'
import { definitionOf } from '#domains/observatory/index.ts'
import { byVersion, changeOf, faultOf, leastBridge, nextVersion, versionsOf, type KnownKind } from './lifecycle.ts'

const met = definitionOf('needs-met')
const helped = definitionOf('persons-helped')
const kinds: KnownKind[] = [
  { id: 'casework.need-met', version: 1, dimensions: ['kind', 'sex', 'ageGroup', 'onTime'] },
  { id: 'casework.need-met-by-staff', version: 1, dimensions: ['kind', 'sex', 'ageGroup', 'onTime'] },
  { id: 'visits.visit-confirmed', version: 1, dimensions: ['kind', 'sex', 'ageGroup'] },
]
const term = (kind: string, more = {}) => ({ kind, version: 1, sign: 1 as const, where: {}, ...more })

describe('a changed definition', () => {
  it('is another major version where it gives other numbers', () => {
    expect(changeOf(met, { ...met, numerator: { ...met.numerator, terms: [term('casework.need-met', { where: { kind: ['repair'] } })] } })).toBe('major')
    expect(changeOf(met, { ...met, denominator: met.numerator, unit: 'percent' })).toBe('major')
  })

  it('is a minor one where it gives them for other places, times or groups, and a patch in other words', () => {
    expect(changeOf(met, { ...met, level: 'town' })).toBe('minor')
    expect(changeOf(met, { ...met, complete: { percent: 90, lateAfterDays: 14 } })).toBe('minor')
    expect(changeOf(met, { ...met, caveats: { fa: 'دیگر', en: 'other' } })).toBe('patch')
  })

  it('is none where only the order of a list differs', () => {
    expect(changeOf(met, { ...met, dimensions: [...met.dimensions].reverse() })).toBeUndefined()
  })

  it('counts its versions as numbers, not as text', () => {
    expect((['major', 'minor', 'patch'] as const).map((change) => nextVersion('1.9.9', change))).toEqual(['2.0.0', '1.10.0', '1.9.10'])
    expect([{ version: '1.9.0' }, { version: '2.0.0' }, { version: '1.10.0' }].sort(byVersion).map(({ version }) => version)).toEqual(['2.0.0', '1.10.0', '1.9.0'])
  })

  it('is published beside the old one for at least one whole period', () => {
    const bridge = (from: string) => leastBridge('major', met, requirePlainDate(from), 'P')
    // 22 November and 22 December are the first of Azar and of Dey.
    expect(bridge('2026-11-22')).toBe('2026-12-21')
    expect(bridge('2026-11-25')).toBe('2027-01-20')
    expect(leastBridge('minor', met, requirePlainDate('2026-11-22'), 'P')).toBeUndefined()
  })
})

describe('the versions of a period', () => {
  const first = { version: '1.0.0', from: '1921-03-21', bridgeUntil: null }
  const second = { version: '2.0.0', from: '2026-11-22', bridgeUntil: '2026-12-21' }
  const third = { version: '2.0.1', from: '2027-03-21', bridgeUntil: null }
  const of = (code: string) => versionsOf([third, second, first], periodOfCode(code)).map(({ version }) => version)

  it('are the one in force, and for the length of the bridge the one before it', () => {
    expect(of('P1405-M08')).toEqual(['1.0.0'])
    expect(of('P1405-M09')).toEqual(['2.0.0', '1.0.0'])
    expect(of('P1405-M10')).toEqual(['2.0.0'])
    expect(of('P1406-M01')).toEqual(['2.0.1'])
    expect(of('P1300')).toEqual(['1.0.0'])
  })
})

describe('what cannot be counted', () => {
  it('is a fact that nobody writes, or one told apart by what it does not have', () => {
    expect(faultOf(met, kinds)).toBeUndefined()
    expect(faultOf(met, [])).toBe('kind-unknown')
    expect(faultOf({ ...met, dimensions: ['language'] }, kinds)).toBe('dimension-unknown')
    expect(faultOf({ ...met, numerator: { ...met.numerator, terms: [term('casework.need-met', { where: { faith: ['x'] } })] } }, kinds)).toBe('value-of-no-dimension')
  })

  it('is a person followed from one field of work into another, or one taken away', () => {
    const across = { ...helped, dimensions: [], numerator: { ...helped.numerator, terms: [term('casework.need-met'), term('visits.visit-confirmed')] } }
    expect(faultOf(across, kinds)).toBe('persons-of-two-domains')
    expect(faultOf({ ...helped, numerator: { ...helped.numerator, time: 'stock' } }, kinds)).toBe('persons-as-stock')
    expect(faultOf({ ...helped, numerator: { ...helped.numerator, terms: [term('casework.need-met', { sign: -1 })] } }, kinds)).toBe('persons-as-stock')
  })

  it('is a share without a denominator', () => {
    expect(faultOf({ ...met, unit: 'percent' }, kinds)).toBe('percent-without-denominator')
    expect(faultOf({ ...met, denominator: met.numerator }, kinds)).toBe('percent-without-denominator')
  })
})
