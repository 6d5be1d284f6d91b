import { periodOfCode, type Period, type PeriodCalendar, type PeriodCode } from '#engines/calendar/index.ts'
import { persianDigits } from './digits.ts'
import type { Language } from './language.ts'
import { monthNames } from './names.ts'

const months: Readonly<Record<PeriodCalendar, Readonly<Record<Language, readonly string[]>>>> = {
  P: {
    fa: monthNames.fa,
    en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' '),
  },
  G: {
    fa: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' '),
    en: monthNames.en,
  },
}
// Quarters of the Persian year are the seasons, and official statistics call them so.
const seasons = ['بهار', 'تابستان', 'پاییز', 'زمستان']
const ordinals = { fa: ['نخست', 'دوم', 'سوم', 'چهارم'], en: ['First', 'Second', 'Third', 'Fourth'] }

const persian = ({ calendar, kind, year, number }: Period): string => {
  const of = calendar === 'P' ? String(year) : `${year} میلادی`
  const ordinal = ordinals.fa[number - 1] ?? ''
  const names = {
    year: `سال ${of}`,
    half: `نیمهٔ ${ordinal} ${of}`,
    quarter: calendar === 'P' ? `${seasons[number - 1]} ${of}` : `سه‌ماههٔ ${ordinal} ${of}`,
    month: `${months[calendar].fa[number - 1]} ${year}`,
    week: `هفتهٔ ${number} سال ${of}`,
  }
  return persianDigits(names[kind])
}

const english = ({ calendar, kind, year, number }: Period): string => {
  const ordinal = ordinals.en[number - 1] ?? ''
  return {
    year: calendar === 'P' ? `Persian year ${year}` : String(year),
    half: `${ordinal} half of ${year}`,
    quarter: `${ordinal} quarter of ${year}`,
    month: `${months[calendar].en[number - 1]} ${year}`,
    week: `Week ${number} of ${year}`,
  }[kind]
}

/** A period as a reader calls it: «پاییز ۱۴۰۵», "Third quarter of 1405", «نوامبر ۲۰۲۶». */
export const periodName = (code: PeriodCode, language: Language): string =>
  (language === 'fa' ? persian : english)(periodOfCode(code))
