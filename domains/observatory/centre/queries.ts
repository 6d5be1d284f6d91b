import { countryPack } from '#countries/index.ts'
import { addDays, daysBetween, nextPeriod, periodOf, periodOfCode, previousPeriod, today, type Period, type PlainDate } from '#engines/calendar/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { readCounts, type Count } from '#platform/facts/counts.ts'
import type { HomeRange } from '#platform/ids/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { getCentre, type CentreCounts } from './contract.ts'
import { counted } from './counted.ts'

const kinds = Object.values(counted).map((id) => ({ id }))

const requireMonth = (code: string): Period => {
  try {
    return periodOfCode(code)
  } catch {
    throw new Problem('observatory.month-unknown', {}, [{ field: 'query.month', code: 'wrong' }])
  }
}

const total = (rows: readonly Count[], kind: string, keep: (row: Count) => boolean = () => true): number =>
  rows.filter((row) => row.kind === kind && keep(row)).reduce((sum, row) => sum + row.quantity, 0)

const sum = (rows: readonly Count[]): CentreCounts => ({
  needsMet: total(rows, counted.needsMet),
  needsMetOnTime: total(rows, counted.needsMet, ({ by }) => by[1] === 'yes'),
  needsMetByStaff: total(rows, counted.needsMetByStaff),
  needsUnmet: total(rows, counted.needsUnmet),
  needsRecorded: total(rows, counted.needsRecorded),
  visitsConfirmed: total(rows, counted.visitsConfirmed),
  minutesGiven: total(rows, counted.minutesGiven),
  casesOpened: total(rows, counted.casesOpened),
  requestsReceived: total(rows, counted.requestsReceived),
})

const read = ({ tx }: ReadScope, homes: HomeRange, from: string, to: string) =>
  readCounts(tx, { kinds, homes, from, to, by: ['occurred_on', 'dimensions.onTime', 'dimensions.kind'] })

const groupedBy = (rows: readonly Count[], keyOf: (row: Count) => string): Map<string, number> => {
  const groups = new Map<string, number>()
  for (const row of rows)
    if (row.kind === counted.needsMet) groups.set(keyOf(row), (groups.get(keyOf(row)) ?? 0) + row.quantity)
  return groups
}

/** The centre's own staff are responsible for these records, so nothing is hidden from them (design 8.20 holds for others). */
export const centre = query(getCentre, async (scope, { query: { month, calendar } }) => {
  const { actor, now, audit, country } = scope
  const on = today(now, countryPack(country).timeZone)
  const period = month === undefined ? periodOf(on, 'month', calendar) : requireMonth(month)
  const last = on < period.end ? on : period.end
  const earlier = previousPeriod(period)
  const length = daysBetween(period.start, last)
  const earlierLast = addDays(earlier.start, Math.min(length, daysBetween(earlier.start, earlier.end)))
  audit(null, { month: period.code })
  const [rows, earlierRows] = await Promise.all([
    read(scope, actor.counts, period.start, last),
    read(scope, actor.counts, earlier.start, earlierLast),
  ])
  const perDay = groupedBy(rows, ({ by }) => by[0] ?? '')
  const days = Array.from({ length: Math.max(0, length + 1) }, (_, index): PlainDate => addDays(period.start, index))
  const following = nextPeriod(period)
  return {
    month: period.code,
    start: period.start,
    end: period.end,
    previous: earlier.code,
    next: following.start <= on ? following.code : null,
    counts: sum(rows),
    before: sum(earlierRows),
    days: days.map((day) => ({ day, needsMet: perDay.get(day) ?? 0 })),
    byKind: [...groupedBy(rows, ({ by }) => by[2] ?? 'other')]
      .map(([kind, needsMet]) => ({ kind, needsMet }))
      .sort((one, other) => other.needsMet - one.needsMet || (one.kind < other.kind ? -1 : 1)),
  }
})
