import type { CountryPack } from '#countries/index.ts'
import { localTime, workingDaysBetween, workingDeadline, type WorkingWeek } from '#engines/calendar/index.ts'

// Working days until somebody calls, and the time of that day (14:00 of the country).
const DAYS = { ordinary: 3, soon: 1 } as const
const DUE_MINUTES = 14 * 60
export type Urgency = 'ordinary' | 'soon' | 'danger'

const weekOf = (pack: CountryPack): WorkingWeek => ({ weekend: pack.weekend, holidays: pack.holidays() })

export const dueAt = (urgency: Urgency, now: Date, pack: CountryPack): Date =>
  // Danger never waits for a working day: minutes, day and night (design 8.4).
  urgency === 'danger'
    ? new Date(now.getTime() + pack.danger.callMinutes * 60_000)
    : workingDeadline(now, DAYS[urgency], DUE_MINUTES, weekOf(pack), pack.timeZone)

export interface ClockReading {
  readonly clock: 'on-track' | 'today' | 'late'
  /** Working days left, or late; never negative. */
  readonly days: number
}

export const readClock = (due: Date, now: Date, pack: CountryPack): ClockReading => {
  const day = localTime(now, pack.timeZone).date
  const dueDay = localTime(due, pack.timeZone).date
  const days = Math.abs(workingDaysBetween(day, dueDay, weekOf(pack)))
  if (now > due) return { clock: 'late', days }
  return { clock: day === dueDay ? 'today' : 'on-track', days }
}
