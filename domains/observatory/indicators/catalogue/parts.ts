import type { Definition, Measure, Term } from '#domains/observatory/indicators/contract.ts'

export const term = (kind: string, where: Term['where'] = {}, sign: 1 | -1 = 1): Term => ({ kind, version: 1, sign, where })

export const flow = (...terms: Term[]): Measure => ({ of: 'quantity', time: 'flow', terms })
export const persons = (...terms: Term[]): Measure => ({ of: 'persons', time: 'flow', terms })
export const stock = (...terms: Term[]): Measure => ({ of: 'quantity', time: 'stock', terms })

export const onTime = { onTime: ['yes'] }
export const ofPerson = ['kind', 'sex', 'ageGroup']

/** What most of them have in common; each names what differs. */
export const common = {
  denominator: null,
  level: 'county',
  frequency: 'month',
  // Two weeks: what was done on paper, or without a network, is entered by then.
  complete: { percent: 95, lateAfterDays: 14 },
  source: {
    fa: 'ثبت‌های آماری همیار که همراه خود کار نوشته می‌شود؛ شمارش کامل است و نمونه‌گیری در آن نیست.',
    en: 'Facts that Hamyar writes together with the deed itself: a full count, no sample.',
  },
} satisfies Partial<Definition>

export interface Listed {
  readonly id: string
  readonly definition: Definition
}
