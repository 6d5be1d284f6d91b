import {
  localTime,
  toJalali,
  weekday,
  daysBetween,
  type PlainDate,
} from '#engines/calendar/index.ts'

export type Language = 'fa' | 'en'
export type DateStyle = 'day' | 'day-month' | 'full' | 'month-year' | 'numeric'

/** Numbers, dates and times as one language writes them. Persian: Jalali calendar and Persian digits. */
export interface Formatter {
  readonly language: Language
  readonly timeZone: string
  number(value: number): string
  /** 78.4 → «۷۸٫۴ درصد», "78.4 percent": the sign's side differs between engines and readers. */
  percent(value: number): string
  plural(count: number, forms: { readonly one: string; readonly other: string }): string
  /** `day`: weekday, day, month; `full` adds the year. */
  date(value: Date | string, options?: { readonly style: DateStyle }): string
  time(value: Date | string): string
  dateTime(value: Date | string): string
  timeRange(from: Date | string, to: Date | string): string
  weekday(value: Date | string): string
  /** «امروز», "tomorrow" … near `now`, else the day and month. */
  near(value: Date | string, now: Date): string
  digits(text: string): string
  list(items: readonly string[]): string
}

const PERSIAN_MONTHS = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند']
const ENGLISH_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
// from Monday, as ISO counts
const PERSIAN_DAYS = ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه']
const ENGLISH_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹'

export const persianDigits = (text: string): string => text.replace(/\d/g, (digit) => PERSIAN_DIGITS[Number(digit)] ?? digit)

/** Any Persian or Arabic digit as a Latin one: for parsing what somebody typed. */
export const latinDigits = (text: string): string =>
  text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))

const two = (n: number) => String(n).padStart(2, '0')

const grouped = (value: number, separator: string, point: string): string => {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.')
  const sign = value < 0 ? '−' : ''
  const thousands = whole.replace(/\B(?=(\d{3})+(?!\d))/g, separator)
  return `${sign}${thousands}${fraction === undefined ? '' : `${point}${fraction}`}`
}

export const formatter = (language: Language, { timeZone }: { readonly timeZone: string } = { timeZone: 'Asia/Tehran' }): Formatter => {
  const persian = language === 'fa'
  const digits = (text: string) => (persian ? persianDigits(text) : text)
  const local = (value: Date | string): { date: PlainDate; minutes: number } =>
    typeof value === 'string' && value.length === 10
      ? { date: value as PlainDate, minutes: 0 }
      : localTime(new Date(value), timeZone)
  const dayName = (date: PlainDate) => (persian ? PERSIAN_DAYS : ENGLISH_DAYS)[weekday(date) - 1] ?? ''
  const partsOf = (date: PlainDate) => {
    if (persian) {
      const { year, month, day } = toJalali(date)
      return { year, month: PERSIAN_MONTHS[month - 1] ?? '', day, numeric: `${year}/${two(month)}/${two(day)}` }
    }
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
    return { year, month: ENGLISH_MONTHS[month - 1] ?? '', day, numeric: date }
  }
  const writeDate = (date: PlainDate, style: DateStyle): string => {
    const { year, month, day, numeric } = partsOf(date)
    const text = {
      numeric,
      'month-year': `${month} ${year}`,
      'day-month': `${day} ${month}`,
      day: `${dayName(date)} ${day} ${month}`,
      full: `${dayName(date)} ${day} ${month} ${year}`,
    }[style]
    return digits(text)
  }
  const clock = (minutes: number) => digits(`${Math.floor(minutes / 60)}:${two(minutes % 60)}`)
  const plurals = new Intl.PluralRules(language)
  const number = (value: number) => (persian ? digits(grouped(value, '٬', '٫')) : grouped(value, ',', '.'))
  return {
    language,
    timeZone,
    number,
    percent: (value) => `${number(value)} ${persian ? 'درصد' : 'percent'}`,
    plural: (count, forms) => (plurals.select(count) === 'one' ? forms.one : forms.other),
    date: (value, options = { style: 'day' }) => writeDate(local(value).date, options.style),
    time: (value) => clock(local(value).minutes),
    dateTime: (value) => {
      const { date, minutes } = local(value)
      return persian ? `${writeDate(date, 'day')}، ساعت ${clock(minutes)}` : `${writeDate(date, 'day')}, ${clock(minutes)}`
    },
    timeRange: (from, to) => `${clock(local(from).minutes)} ${persian ? 'تا' : 'to'} ${clock(local(to).minutes)}`,
    weekday: (value) => dayName(local(value).date),
    near: (value, now) => {
      const days = daysBetween(local(now).date, local(value).date)
      const near = (persian ? { '-1': 'دیروز', '0': 'امروز', '1': 'فردا' } : { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' })[String(days)]
      return near ?? writeDate(local(value).date, 'day-month')
    },
    digits,
    list: (items) => {
      if (items.length < 2) return items.join('')
      return `${items.slice(0, -1).join(persian ? '، ' : ', ')} ${persian ? 'و' : 'and'} ${items.at(-1)}`
    },
  }
}
