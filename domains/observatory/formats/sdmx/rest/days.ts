import { addDays, isPeriodCode, isPlainDate, periodOfCode, type PlainDate } from '#engines/calendar/index.ts'

export interface Days {
  readonly start: PlainDate
  readonly end: PlainDate
}

const KINDS = { A: '', S: '-H', Q: '-Q', M: '-M', W: '-W' } as const

const gregorianCode = (text: string): string | undefined => {
  if (/^\d{4}$/.test(text)) return `G${text}`
  const month = /^(\d{4})-(\d\d)$/.exec(text)
  if (month !== null) return `G${month[1]}-M${month[2]}`
  const [, year, kind, number] = /^(\d{4})-([ASQMW])(\d{1,2})$/.exec(text) ?? []
  if (year === undefined || kind === undefined) return undefined
  return kind === 'A' ? `G${year}` : `G${year}${KINDS[kind as keyof typeof KINDS]}${number}`
}

/** The days of an SDMX time period (`2024`, `2024-04`, `2024-Q2`, `2024-04-01`, `2024-03-20/P31D`) or of a period's code. */
export const daysOf = (text: string): Days | undefined => {
  if (isPlainDate(text)) return { start: text, end: text }
  const [, first = '', length] = /^(\d{4}-\d\d-\d\d)\/P(\d{1,4})D$/.exec(text) ?? []
  if (isPlainDate(first) && Number(length) > 0) return { start: first, end: addDays(first, Number(length) - 1) }
  const code = gregorianCode(text) ?? text
  return isPeriodCode(code) ? periodOfCode(code) : undefined
}
