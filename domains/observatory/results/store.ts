import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { PlainDate } from '#engines/calendar/index.ts'

export interface PlacePoint {
  readonly code: string
  readonly kind: string
  readonly parent: string | null
  readonly lat: number
  readonly lon: number
}

/** The nation, its provinces and counties as they lie on a day. */
export const placePoints = (tx: Tx, day: PlainDate): Promise<PlacePoint[]> =>
  tx.all(
    statement<PlacePoint>(sql`select code, kind, parent, lat, lon from places.place
      where kind in ('country', 'province', 'county') and valid_from <= ${day}::date and (valid_until is null or valid_until > ${day}::date) order by code`),
  )
