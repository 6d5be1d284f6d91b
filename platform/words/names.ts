import type { Language } from './language.ts'

// Our own names, so that every browser and the server write the Persian months alike.

/** Months of the calendar that a language's reader lives by: Persian in fa, Gregorian in en. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** From Monday, as ISO counts. */
export const dayNames: Readonly<Record<Language, readonly string[]>> = {
  fa: 'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}
