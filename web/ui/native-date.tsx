import { useEffect, useState } from 'react'
import { fromJalali, jalaliMonthLength, toJalali, type PlainDate } from '#engines/calendar/index.ts'
import type { Language } from '#platform/words/index.ts'
import { Group, type FieldProps } from './field.tsx'
import { useFormatter, useLanguage, useWords } from './language.tsx'
import './native-date.css'
import { words } from './words.ts'

interface Parts {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

export type NativeDateProps = FieldProps & {
  readonly value: PlainDate | undefined
  readonly onChange: (value: PlainDate | undefined) => void
  /** First and last day that can be chosen; they bound the years offered. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** Newest year first, as for coming dates; birthdays read better so too. */
  readonly newestFirst?: boolean
}

/**
 * Day, month and year as the phone's own lists, in the calendar of the reader's language: nothing to
 * download, nothing to mistype. The value stays undefined until all three are chosen.
 */
export function NativeDate({ value, onChange, from, to, newestFirst = true, ...field }: NativeDateProps) {
  const t = useWords(words)
  const f = useFormatter()
  const { language } = useLanguage()
  const [parts, setParts] = useState<Parts>(() => (value ? partsOf(value, language) : {}))
  // The same day has other parts in the other calendar.
  useEffect(() => setParts(value ? partsOf(value, language) : {}), [language])

  const choose = (change: Parts) => {
    const next = { ...parts, ...change }
    const days = daysOf(next, language)
    const kept = next.day !== undefined && next.day > days ? { ...next, day: undefined } : next
    setParts(kept)
    onChange(dateOf(kept, language))
  }
  const part = (name: keyof Parts, label: string, options: readonly (readonly [number, string])[]) => (
    <select
      className="input"
      aria-label={label}
      value={parts[name] ?? ''}
      onChange={({ target }) => choose({ [name]: target.value === '' ? undefined : Number(target.value) })}
    >
      <option value="">{label}</option>
      {options.map(([number, text]) => (
        <option key={number} value={number}>
          {text}
        </option>
      ))}
    </select>
  )

  const years = range(partsOf(from, language).year, partsOf(to, language).year)
  return (
    <Group {...field}>
      <div className="native-date">
        {part('day', t.day, range(1, daysOf(parts, language)).map((day) => [day, f.number(day)]))}
        {part('month', t.month, range(1, 12).map((month) => [month, monthName(month, language)]))}
        {part(
          'year',
          t.year,
          // A year is a name, not an amount: no thousands separator.
          (newestFirst ? years.reverse() : years).map((year) => [year, f.digits(String(year))]),
        )}
      </div>
    </Group>
  )
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

function partsOf(date: PlainDate, language: Language): Required<Parts> {
  if (language === 'fa') return toJalali(date)
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

/** A leap year while the year is not chosen yet: every day stays on offer. */
function daysOf({ year, month }: Parts, language: Language): number {
  if (month === undefined) return 31
  if (language === 'fa') return jalaliMonthLength(year ?? 1403, month)
  return new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}

function dateOf({ year, month, day }: Parts, language: Language): PlainDate | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (language === 'fa') return fromJalali({ year, month, day })
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}` as PlainDate
}

const locales = { fa: 'fa-u-ca-persian', en: 'en-u-ca-gregory' } as const

function monthName(month: number, language: Language): string {
  const date = dateOf({ year: language === 'fa' ? 1403 : 2024, month, day: 1 }, language)
  const format = new Intl.DateTimeFormat(locales[language], { month: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00Z`))
}
