import type { Tx } from '#platform/db/index.ts'
import { db } from '#platform/db/query.ts'

/**
 * Places that are there on the day. `folded` is what was typed, folded for search. Larger places first: they are asked for
 * more often.
 */
export const search = (tx: Tx, folded: string, kind: string, day: string) =>
  tx.all(
    db
      .selectFrom('places.place as p')
      .leftJoin('places.place as c', 'c.code', 'p.parent')
      .leftJoin('places.place as r', 'r.code', 'c.parent')
      .select([
        'p.code',
        'p.kind',
        'p.name_fa',
        'p.name_en',
        'c.name_fa as county_fa',
        'c.name_en as county_en',
        'r.name_fa as province_fa',
        'r.name_en as province_en',
      ])
      .where('p.kind', '=', kind)
      .where('p.valid_from', '<=', day)
      .where((where) => where.or([where('p.valid_until', 'is', null), where('p.valid_until', '>', day)]))
      .where((where) =>
        where.or([where('p.search', 'like', `${escapeLike(folded)}%`), where('p.search', 'like', `% ${escapeLike(folded)}%`)]),
      )
      .orderBy('p.population', (order) => order.desc().nullsLast())
      .limit(12),
  )

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

export const findPlace = (tx: Tx, code: string) =>
  tx.first(
    db
      .selectFrom('places.place')
      .select(['code', 'kind', 'parent', 'name_fa', 'name_en', 'lat', 'lon', 'home'])
      .where('code', '=', code),
  )
