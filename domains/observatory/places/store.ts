import type { Move, Origin, PlaceNode } from '#engines/statistics/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'

export interface NamedPlace extends PlaceNode {
  readonly nameFa: string
  readonly nameEn: string
}

export const allPlaces = (tx: Tx): Promise<NamedPlace[]> =>
  tx.all(
    statement<NamedPlace>(sql`select code, kind, parent, name_fa as "nameFa", name_en as "nameEn", valid_from as "validFrom", valid_until as "validUntil" from places.place order by code`),
  )

export const allMoves = (tx: Tx): Promise<Move[]> =>
  tx.all(
    statement<Move>(sql`select place, moved_on as "on", from_parent as "fromParent" from places.moved order by place, moved_on`),
  )

export const allOrigins = (tx: Tx): Promise<Origin[]> =>
  tx.all(statement<Origin>(sql`select place, origin, changed_on as "on" from places.came_from order by place, origin`))
