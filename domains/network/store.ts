import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'

export interface UnitRow {
  readonly id: string
  readonly name_fa: string
  readonly name_en: string
  readonly kind: string | null
  readonly level: string
  readonly membership: string | null
  readonly place_fa: string
  readonly place_en: string
  readonly phone: string | null
  readonly hours: string | null
}

/** Units of one registry county, nearest first: a directory, so no wall but no person either. */
export const unitsNear = (tx: Tx, county: { from: number; to: number }, lat: number, lon: number, limit: number) =>
  tx.all(
    statement<UnitRow>(sql`
      select u.id, u.name_fa, u.name_en, u.kind, u.level, u.membership, p.name_fa as place_fa, p.name_en as place_en,
        u.phone, u.hours
      from network.unit u join places.place p on p.code = u.place
      where u.home between ${county.from} and ${county.to} and u.closed_on is null
        and ((u.organisation = 'network' and u.kind in ('neighbourhood', 'professional'))
          or (u.organisation = 'agency' and u.level = 'centre'))
      order by (u.organisation = 'agency') desc, (u.lat - ${lat})^2 + (u.lon - ${lon})^2, u.id
      limit ${limit}`),
  )

export const findUnit = (tx: Tx, id: string) =>
  tx.first(
    db
      .selectFrom('network.unit')
      .select(['id', 'name_fa', 'name_en', 'home', 'place', 'level', 'organisation', 'phone', 'hours', 'closed_on'])
      .where('id', '=', id),
  )

/** The office and those above it, nearest first. */
export const officesAbove = (tx: Tx, unit: string) =>
  tx.all(
    statement<{ id: string }>(sql`
      with recursive up as (
        select id, parent, 0 as step from network.unit where id = ${unit}::uuid
        union all
        select u.id, u.parent, up.step + 1 from network.unit u join up on u.id = up.parent where up.step < 10)
      select id from up order by step`),
  )

const MOST_FOUND = 12

/** By any part of either name; agency offices first. 60,000 units are looked through in about 30 ms. */
export const searchUnits = (tx: Tx, text: string) => {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return tx.all(
    db
      .selectFrom('network.unit')
      .select(['id', 'name_fa', 'name_en'])
      .where((or) => or.or([or('name_fa', 'ilike', like), or('name_en', 'ilike', like)]))
      .where('closed_on', 'is', null)
      .orderBy('organisation')
      .orderBy(sql`length(name_fa)`)
      .orderBy('id')
      .limit(MOST_FOUND),
  )
}

const volunteerColumns = [
  'home', 'id', 'revision', 'unit', 'given_name', 'family_name', 'sex', 'place', 'lat', 'lon', 'skills', 'languages',
  'kinds', 'windows', 'weekly_minutes', 'capacity', 'load', 'travel_km', 'vetted_until', 'vetted_for', 'paused_until',
  'confirmed_at', 'phone_digest', 'address_digest', 'kin', 'vetted_by', 'contact', 'without_group_since', 'synthetic',
] as const

// 64 bits: as a number it would lose its last digits, and two families could not be told apart.
const familyToken = sql<string | null>`family_token::text`.as('family_token')

export const volunteersOfUnit = (tx: Tx, unit: string) =>
  tx.all(
    db
      .selectFrom('network.volunteer')
      .select([...volunteerColumns, familyToken])
      .where(sql<boolean>`access && array[${`coordinator:${unit}`}]::text[]`)
      .where('left_at', 'is', null)
      .orderBy('load')
      .orderBy(sql`family_name collate "fa-x-icu"`)
      .limit(500),
  )
export type VolunteerRecord = Awaited<ReturnType<typeof volunteersOfUnit>>[number]

/** Confirmed, unpaused volunteers with room, of an area and a box around it: who may be proposed at all. */
export const volunteersIn = (
  tx: Tx,
  area: { from: number; to: number },
  box: { latFrom: number; latTo: number; lonFrom: number; lonTo: number },
  on: string,
  limit: number,
) =>
  tx.all(
    db
      .selectFrom('network.volunteer')
      .select([...volunteerColumns, familyToken])
      .where('home', '>=', area.from)
      .where('home', '<=', area.to)
      .where('lat', '>=', box.latFrom)
      .where('lat', '<=', box.latTo)
      .where('lon', '>=', box.lonFrom)
      .where('lon', '<=', box.lonTo)
      .where('confirmed_at', 'is not', null)
      .where('left_at', 'is', null)
      .where('without_group_since', 'is', null)
      .where((where) => where.or([where('paused_until', 'is', null), where('paused_until', '<', on)]))
      .orderBy('load')
      .limit(limit),
  )

/** Whom people do not want to meet, as volunteers can be compared with it. */
export interface Sought {
  readonly phones: readonly Buffer[]
  readonly addresses: readonly Buffer[]
  readonly families: readonly string[]
  readonly volunteers: readonly string[]
}

/**
 * Whoever of an area has such a telephone, address, family name or id and belongs to a unit: also who rests, is not yet
 * confirmed or lives too far away to be proposed, for it is their unit that is kept away with them.
 */
export const bearersIn = (tx: Tx, area: { from: number; to: number }, { phones, addresses, families, volunteers }: Sought) =>
  tx.all(
    db
      .selectFrom('network.volunteer')
      .select(['id', 'unit', 'phone_digest', 'address_digest', familyToken])
      .where('home', '>=', area.from)
      .where('home', '<=', area.to)
      .where('left_at', 'is', null)
      .where(sql<boolean>`(phone_digest = any(${phones}::bytea[]) or address_digest = any(${addresses}::bytea[]) or family_token = any(${families}::bigint[]) or id = any(${volunteers}::uuid[]))`),
  )
export type Bearer = Awaited<ReturnType<typeof bearersIn>>[number]

/** Several at once, by their own keys or the liaison desk's area. */
export const volunteersById = (tx: Tx, ids: readonly string[]) =>
  tx.all(
    db
      .selectFrom('network.volunteer')
      .select([...volunteerColumns, familyToken])
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`),
  )

export const findVolunteer = (tx: Tx, id: string) =>
  tx.first(
    db
      .selectFrom('network.volunteer')
      .select([...volunteerColumns, familyToken])
      .where('id', '=', id),
  )

/** One more or one less task carried. Needs the volunteer's key. */
export const changeLoad = (tx: Tx, id: string, by: 1 | -1) => {
  tx.write(
    statement(sql`update network.volunteer set load = greatest(0, load + ${by}::int), revision = revision + 1
      where id = ${id}::uuid`),
  )
}

export const saveRest = (tx: Tx, record: VolunteerRecord, until: string | null) => {
  tx.write(
    db
      .updateTable('network.volunteer')
      .set({ paused_until: until, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

export const saveAddress = (tx: Tx, record: VolunteerRecord, contact: Buffer, digest: Buffer | null) => {
  tx.write(
    db
      .updateTable('network.volunteer')
      .set({ contact, address_digest: digest, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

export const saveKin = (tx: Tx, record: VolunteerRecord, kin: readonly string[]) => {
  tx.write(
    db
      .updateTable('network.volunteer')
      .set({ kin: [...kin], revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

export const saveLeft = (tx: Tx, id: string, at: Date | null) => {
  tx.write(
    db
      .updateTable('network.volunteer')
      .set({ left_at: at, revision: sql`revision + 1` })
      .where('id', '=', id),
  )
}
