import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { HomeRange } from '#platform/ids/index.ts'
import type { ClosingReason } from './contract.ts'

const columns = [
  'u.id', 'u.revision', 'u.home', 'u.organisation', 'u.level', 'u.kind', 'u.profession', 'u.membership', 'u.name_fa', 'u.name_en', 'u.lat', 'u.lon',
  'u.phone', 'u.hours', 'u.closed_on', 'p.name_fa as place_fa', 'p.name_en as place_en',
] as const

const units = () => db.selectFrom('network.unit as u').innerJoin('places.place as p', 'p.code', 'u.place').select(columns)

export const findGroup = (tx: Tx, id: string) => tx.first(units().where('u.id', '=', id).where('u.organisation', '=', 'network'))
export type GroupRecord = NonNullable<Awaited<ReturnType<typeof findGroup>>>

/** In one order, so that two who close groups into each other do not wait for ever: one of them finds the other's closed. */
export const lockGroups = (tx: Tx, ids: readonly string[]) =>
  tx.all(
    units()
      .where(sql<boolean>`u.id = any(${[...ids]}::uuid[])`)
      .where('u.organisation', '=', 'network')
      .orderBy('u.id')
      .forUpdate('u'),
  )

export const countUnitsBelow = async (tx: Tx, id: string): Promise<number> => {
  const row = await tx.first(
    statement<{ units: number }>(sql`select count(*)::int as units from network.unit where parent = ${id}::uuid and closed_on is null`),
  )
  return row?.units ?? 0
}

const MOST_FOUND = 12

/** Open groups in whose name and place every word stands, in any order; the shortest name first. */
export const searchGroups = (tx: Tx, text: string) => {
  const likes = text.split(/\s+/).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return tx.all(
    units()
      .where(sql<boolean>`concat_ws(' ', u.name_fa, u.name_en, p.name_fa, p.name_en) ilike all(${likes}::text[])`)
      .where('u.organisation', '=', 'network')
      .where('u.kind', 'is not', null)
      .where('u.closed_on', 'is', null)
      .orderBy(sql`length(u.name_fa)`)
      .orderBy('u.id')
      .limit(MOST_FOUND),
  )
}

/** Groups that were closed here, the last first. */
export const closedGroups = (tx: Tx) =>
  tx.all(
    units()
      .where('u.organisation', '=', 'network')
      .where('u.closed_reason', 'is not', null)
      .orderBy('u.closed_on', 'desc')
      .orderBy('u.id')
      .limit(200),
  )

/** How many of each still have no other group. The caller was admitted to them. */
export const countWaiting = async (tx: Tx, ids: readonly string[]): Promise<Map<string, number>> => {
  const rows = await tx.all(
    statement<{ unit: string; waiting: number }>(sql`select unit, count(*)::int as waiting from network.volunteer
      where unit = any(${[...ids]}::uuid[]) and without_group_since is not null and left_at is null group by unit`),
  )
  return new Map(rows.map(({ unit, waiting }) => [unit, waiting]))
}

/** Groups of a county that are open, nearest first. */
export const openIn = (tx: Tx, { from, to }: HomeRange, { lat, lon }: { readonly lat: number; readonly lon: number }) =>
  tx.all(
    units()
      .where('u.home', '>=', from)
      .where('u.home', '<=', to)
      .where('u.organisation', '=', 'network')
      .where('u.kind', 'in', ['neighbourhood', 'professional'])
      .where('u.closed_on', 'is', null)
      .orderBy(sql`(u.lat - ${lat})^2 + (u.lon - ${lon})^2`)
      .orderBy('u.id'),
  )

/** Everybody of a group, also whoever left or is suspended. The caller was admitted as its coordinator is. */
export const membersOf = (tx: Tx, unit: string) =>
  tx.all(
    db
      .selectFrom('network.volunteer')
      .select(['home', 'id', 'sex', 'left_at', 'without_group_since'])
      .where(sql<boolean>`access && array[${`coordinator:${unit}`}]::text[]`)
      .where('unit', '=', unit)
      .orderBy('id'),
  )
export type Member = Awaited<ReturnType<typeof membersOf>>[number]

export const close = (tx: Tx, unit: GroupRecord, { on, reason }: { readonly on: string; readonly reason: ClosingReason }) => {
  tx.write(
    db
      .updateTable('network.unit')
      .set({ closed_on: on, closed_reason: reason, revision: unit.revision + 1 })
      .where('id', '=', unit.id),
  )
}

/** Into another group, or `null`: nothing is asked of them until they have one. */
export const settle = (tx: Tx, members: readonly Member[], to: string | null, now: Date) => {
  const ids = members.map(({ id }) => id)
  const change = to === null ? { without_group_since: now } : { unit: to, without_group_since: null }
  tx.write(
    db
      .updateTable('network.volunteer')
      .set({ ...change, revision: sql`revision + 1` })
      .where(sql<boolean>`id = any(${ids}::uuid[])`),
  )
}

/** The volunteer's own row. */
export const findSelf = (tx: Tx, id: string, lock: 'for update' | 'read') => {
  const query = db
    .selectFrom('network.volunteer')
    .select(['home', 'id', 'unit', 'sex', 'lat', 'lon', 'left_at', 'without_group_since'])
    .where('id', '=', id)
  return tx.first(lock === 'read' ? query : query.forUpdate())
}
