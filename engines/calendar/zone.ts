import { plainDate, type PlainDate } from './dates.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

export interface LocalTime {
  readonly date: PlainDate
  /** Minutes since local midnight. */
  readonly minutes: number
}

/** What the wall clock and calendar of a time zone show at an instant. */
export const localTime = (instant: Date, timeZone: string): LocalTime => {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) part[type] = Number(value)
  return {
    date: plainDate(part['year'] ?? 0, part['month'] ?? 0, part['day'] ?? 0),
    minutes: (part['hour'] ?? 0) * 60 + (part['minute'] ?? 0),
  }
}

/** The calendar day of an instant in a time zone. */
export const today = (instant: Date, timeZone: string): PlainDate => localTime(instant, timeZone).date

/** The instant at which a time zone's clock shows `minutes` after midnight of `date`. */
export const instantOf = (date: PlainDate, minutes: number, timeZone: string): Date => {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  // Two corrections settle every zone and daylight-saving change.
  let guess = wanted
  for (let round = 0; round < 2; round++) {
    const shown = localTime(new Date(guess), timeZone)
    guess += wanted - (Date.parse(`${shown.date}T00:00:00Z`) + shown.minutes * 60_000)
  }
  return new Date(guess)
}
