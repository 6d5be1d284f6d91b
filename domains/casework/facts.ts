import { factKind, type Fact, type FactKind } from '#platform/facts/index.ts'

export const caseOpened = factKind({
  id: 'casework.case-opened',
  version: 1,
  measure: 'case',
  dimensions: ['sex', 'ageGroup'],
  name: { fa: 'پروندهٔ بازشده', en: 'Case opened' },
})

export const needOpened = factKind({
  id: 'casework.need-opened',
  version: 1,
  measure: 'need',
  dimensions: ['kind', 'sex', 'ageGroup'],
  name: { fa: 'نیاز ثبت‌شده', en: 'Need recorded' },
})

/** The headline (design 8.20): counted only when the person confirmed; `onTime` within the need's own window. */
export const needMet = factKind({
  id: 'casework.need-met',
  version: 1,
  measure: 'need',
  dimensions: ['kind', 'sex', 'ageGroup', 'onTime'],
  name: { fa: 'نیاز برآورده‌شده به تأیید خود فرد', en: 'Need met, confirmed by the person' },
})

/** Beside the headline: met by the centre's own staff, as the person told them. */
export const needMetByStaff = factKind({
  id: 'casework.need-met-by-staff',
  version: 1,
  measure: 'need',
  dimensions: ['kind', 'sex', 'ageGroup', 'onTime'],
  name: { fa: 'نیاز برآورده‌شده به دست کارکنان', en: 'Need met by staff' },
})

export const needUnmet = factKind({
  id: 'casework.need-unmet',
  version: 1,
  measure: 'need',
  dimensions: ['kind', 'sex', 'ageGroup'],
  name: { fa: 'نیاز برآورده‌نشده', en: 'Need not met' },
})

/** Ends the waiting without an outcome: the person no longer wants it, or it was a mistake. */
export const needWithdrawn = factKind({
  id: 'casework.need-withdrawn',
  version: 1,
  measure: 'need',
  dimensions: ['kind', 'sex', 'ageGroup'],
  name: { fa: 'نیاز پس‌گرفته', en: 'Need withdrawn' },
})

export const facts = [caseOpened, needOpened, needMet, needMetByStaff, needUnmet, needWithdrawn]

/** Broad on purpose: a finer group would point to one person in a small place. */
export const ageGroup = (birthYear: number | null, on: Date): string => {
  if (birthYear === null) return 'unknown'
  const age = on.getUTCFullYear() - birthYear
  if (age < 18) return '0-17'
  if (age < 35) return '18-34'
  if (age < 60) return '35-59'
  return '60+'
}

interface NeedToCount {
  readonly home: number
  readonly id: string
  readonly team: string
  readonly place: string
  readonly kind: string
  readonly subject: string | null
  readonly sex: string | null
  readonly age_group: string | null
}

export const ofNeed = (kind: FactKind<'kind' | 'sex' | 'ageGroup'>, need: NeedToCount, on: string): Fact => ({
  kind,
  home: need.home,
  on,
  unit: need.team,
  place: need.place,
  subject: need.subject,
  quantity: 1,
  dimensions: { kind: need.kind, sex: need.sex ?? 'unknown', ageGroup: need.age_group ?? 'unknown' },
  source: need.id,
})
