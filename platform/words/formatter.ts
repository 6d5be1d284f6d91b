import { daysBetween, localTime, toJalali, weekday, type PlainDate } from '#engines/calendar/index.ts'
import { persianDigits } from './digits.ts'
import type { Language } from './language.ts'
import { dayNames, monthNames } from './names.ts'

export type DateStyle = 'day' | 'day-month' | 'full' | 'month-year' | 'numeric'

/** An instant, as a Date or in ISO form, or a plain date `YYYY-MM-DD`, which no time zone can move. */
export type When = Date | string

/** Numbers, dates and times as one language writes them. Persian: Persian calendar and digits. */
export interface Formatter {
  readonly language: Language
  readonly timeZone: string
  /** Rounded to three decimals unless told; thousands are grouped, so not for years, codes or phones. */
  number(value: number | bigint, options?: { readonly decimals: number }): string
  /** 78.4 → «۷۸٫۴ درصد», "78.4 percent": the sign's side differs between engines and readers. */
  percent(value: number, options?: { readonly decimals: number }): string
  plural(count: number, forms: { readonly one: string; readonly other: string }): string
  /**
   * `day` «یکشنبه ۱۵ آذر», `day-month` «۱۵ آذر», `full` «یکشنبه ۱۵ آذر ۱۴۰۵», `month-year` «آذر ۱۴۰۵»,
   * `numeric` «۱۴۰۵/۰۹/۱۵».
   */
  date(value: When, options?: { readonly style: DateStyle }): string
  time(value: When): string
  dateTime(value: When): string
  timeRange(from: When, to: When): string
  weekday(value: When): string
  /** «امروز», "tomorrow" … near `now`, else the day and month. */
  near(value: When, now: Date): string
  /** A text's digits in the reader's script: years, codes, phones. */
  digits(text: string): string
  list(items: readonly string[]): string
  /** Facts beside each other, no "and" between them: «۳۴ ساله، سرچشمه», "34 years, Sarcheshmeh". */
  beside(items: readonly string[]): string
}

/** What the two languages do differently. */
interface Habits {
  readonly separator: string
  readonly point: string
  readonly minus: string
  readonly percent: string
  readonly comma: string
  readonly and: string
  readonly to: string
  readonly atTime: string
  readonly near: Readonly<Record<string, string>>
}

const habits: Readonly<Record<Language, Habits>> = {
  fa: {
    separator: '٬',
    point: '٫',
    // The mark keeps the minus on the number's left in a line from right to left, as CLDR does.
    minus: '\u200e−',
    percent: 'درصد',
    comma: '، ',
    and: 'و',
    to: 'تا',
    atTime: '، ساعت ',
    near: { '-1': 'دیروز', '0': 'امروز', '1': 'فردا' },
  },
  en: {
    separator: ',',
    point: '.',
    minus: '−',
    percent: 'percent',
    comma: ', ',
    and: 'and',
    to: 'to',
    atTime: ', ',
    near: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
  },
}

const two = (n: number) => String(n).padStart(2, '0')
const isPlain = (value: When): value is PlainDate => typeof value === 'string' && value.length === 10
const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

const written = (value: number | bigint, decimals: number, { separator, point, minus }: Habits): string => {
  const rounded = typeof value === 'bigint' ? String(value) : String(Number(Number(value).toFixed(decimals)))
  // A missing number must not break the page that shows it, nor the answer that explains a failure.
  if (rounded === 'NaN' || rounded.endsWith('Infinity')) return '—'
  const [whole = '', fraction] = rounded.replace('-', '').split('.')
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, separator)
  const sign = rounded.startsWith('-') ? minus : ''
  return `${sign}${thousands}${fraction === undefined ? '' : point + fraction}`
}

/**
 * `timeZone` is the country's, from its pack. Until it is known, or where no instant is written, it may be
 * left out: then times are those of the machine's own zone.
 */
export const formatter = (
  language: Language,
  { timeZone }: { readonly timeZone?: string } = {},
): Formatter => {
  const habit = habits[language]
  const digits = language === 'fa' ? persianDigits : (text: string) => text
  const local = (value: When) =>
    isPlain(value) ? { date: value, minutes: 0 } : localTime(new Date(value), timeZone ?? ownZone())
  const dayName = (date: PlainDate) => dayNames[language][weekday(date) - 1] ?? ''
  const calendarParts = (date: PlainDate) => {
    if (language === 'fa') return toJalali(date)
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
    return { year, month, day }
  }
  const writeDate = (date: PlainDate, style: DateStyle): string => {
    const { year, month, day } = calendarParts(date)
    const name = monthNames[language][month - 1] ?? ''
    const styles: Record<DateStyle, string> = {
      numeric: language === 'fa' ? `${year}/${two(month)}/${two(day)}` : date,
      'month-year': `${name} ${year}`,
      'day-month': `${day} ${name}`,
      day: `${dayName(date)} ${day} ${name}`,
      full: `${dayName(date)} ${day} ${name} ${year}`,
    }
    return digits(styles[style])
  }
  const clock = (value: When) => {
    const { minutes } = local(value)
    return digits(`${Math.floor(minutes / 60)}:${two(minutes % 60)}`)
  }
  const number = (value: number | bigint, { decimals } = { decimals: 3 }) =>
    digits(written(value, decimals, habit))
  const isOne = (count: number) => new Intl.PluralRules(language).select(count) === 'one'
  return {
    language,
    get timeZone() {
      return timeZone ?? ownZone()
    },
    number,
    percent: (value, options = { decimals: 1 }) => `${number(value, options)} ${habit.percent}`,
    plural: (count, { one, other }) => (isOne(count) ? one : other),
    date: (value, { style } = { style: 'day' }) => writeDate(local(value).date, style),
    time: clock,
    dateTime: (value) => `${writeDate(local(value).date, 'day')}${habit.atTime}${clock(value)}`,
    timeRange: (from, to) => `${clock(from)} ${habit.to} ${clock(to)}`,
    weekday: (value) => dayName(local(value).date),
    near: (value, now) => {
      const { date } = local(value)
      return habit.near[daysBetween(local(now).date, date)] ?? writeDate(date, 'day-month')
    },
    digits,
    list: (items) => {
      if (items.length < 2) return items.join('')
      return `${items.slice(0, -1).join(habit.comma)} ${habit.and} ${items.at(-1)}`
    },
    beside: (items) => items.join(habit.comma),
  }
}
