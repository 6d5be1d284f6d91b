import { completenessOf, type Areas, type Completeness, type CompleteRule } from '#engines/statistics/index.ts'
import type { Period, PlainDate } from '#engines/calendar/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { HomeRange } from '#platform/ids/index.ts'
import * as store from './store.ts'

export interface ReportingAsked {
  readonly periods: readonly Period[]
  readonly rule: CompleteRule
  readonly homes: HomeRange
  readonly asOf?: Date | undefined
  /** The day on which it is asked: until the days of grace are over nothing is called incomplete. */
  readonly day: PlainDate
}

/** How complete the counts of a place are, by period. */
export type Reporter = (place: string, period: Period) => Completeness

/** Reads once which centres reported in each period. A centre belongs to the places it lies in at the period's end. */
export const readReporting = async (tx: Tx, areas: Areas, { periods, rule, homes, asOf, day }: ReportingAsked): Promise<Reporter> => {
  const stretches = periods.map(({ start, end }) => ({ first: start, last: end, epoch: 0 }))
  const rows = await store.reports(tx, { stretches, homes, asOf }, await store.factKinds(tx))
  const byCell = new Map<string, store.ReportRow[]>()
  for (const row of rows)
    for (const { code } of areas.above(row.place, periods[row.period]?.end ?? day)) {
      const key = `${row.period} ${code}`
      const known = byCell.get(key)
      if (known === undefined) byCell.set(key, [row])
      else known.push(row)
    }
  return (place, period) => {
    const units = byCell.get(`${periods.findIndex(({ code }) => code === period.code)} ${place}`) ?? []
    return completenessOf(units, rule, period, day)
  }
}
