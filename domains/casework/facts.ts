import { factKind } from '#platform/facts/index.ts'

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

export const facts = [caseOpened, needOpened, needMet, needMetByStaff, needUnmet]

/** Broad on purpose: a finer group would point to one person in a small place. */
export const ageGroup = (birthYear: number | null, on: Date): string => {
  if (birthYear === null) return 'unknown'
  const age = on.getUTCFullYear() - birthYear
  if (age < 18) return '0-17'
  if (age < 35) return '18-34'
  if (age < 60) return '35-59'
  return '60+'
}
