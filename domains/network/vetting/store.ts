import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { HomeRange } from '#platform/ids/index.ts'
import type { VettingEnd } from './contract.ts'

interface UnitRow {
  readonly id: string
  readonly name_fa: string
  readonly name_en: string
  readonly volunteers: number
  readonly without: number
  readonly soon: number
}

/** Groups of an area whose volunteers lack a vetting on a day, or will by another; whoever left is not counted. */
export const unitsIn = (tx: Tx, { from, to }: HomeRange, on: string, soon: string) =>
  tx.all(
    statement<UnitRow>(sql`
      select u.id, u.name_fa, u.name_en, v.volunteers, v.without, v.soon from (
        select unit, count(*)::int as volunteers,
          (count(*) filter (where vetted_until is null or vetted_until < ${on}::date))::int as without,
          (count(*) filter (where vetted_until between ${on}::date and ${soon}::date))::int as soon
        from network.volunteer where home between ${from} and ${to} and left_at is null group by unit) v
      join network.unit u on u.id = v.unit
      where v.without + v.soon > 0
      order by v.without desc, v.soon desc, u.id`),
  )

const columns = [
  'home', 'id', 'revision', 'unit', 'given_name', 'family_name', 'vetted_until', 'vetted_for', 'vetted_by', 'synthetic',
] as const

/** Whoever of a group is of the area: whoever has no vetting first, then by its end. */
export const volunteersOf = (tx: Tx, unit: string, { from, to }: HomeRange) =>
  tx.all(
    db
      .selectFrom('network.volunteer')
      .select(columns)
      .where('unit', '=', unit)
      .where('home', '>=', from)
      .where('home', '<=', to)
      .where('left_at', 'is', null)
      .orderBy(sql`vetted_until nulls first`)
      .orderBy(sql`family_name collate "fa-x-icu"`)
      .limit(500),
  )
export type VettedRecord = Awaited<ReturnType<typeof volunteersOf>>[number]

/** By the key of the area; locked by the volunteer's own. */
export const findVolunteer = (tx: Tx, id: string, lock: 'for update' | 'read') => {
  const query = db.selectFrom('network.volunteer').select(columns).where('id', '=', id).where('left_at', 'is', null)
  return tx.first(lock === 'read' ? query : query.forUpdate())
}

/** By volunteer: the last vetting that was ended before its day. */
export const lastEnded = async (tx: Tx, volunteers: readonly string[]) => {
  const rows = await tx.all(
    statement<{ volunteer: string; reason: VettingEnd; ended_at: Date }>(sql`
      select distinct on (volunteer) volunteer, reason, ended_at from network.vetting
      where volunteer = any(${[...volunteers]}::uuid[]) and state = 'ended' order by volunteer, ended_at desc`),
  )
  return new Map(rows.map(({ volunteer, reason, ended_at }) => [volunteer, { reason, at: ended_at.toISOString() }]))
}

interface Ending {
  readonly at: Date
  readonly by: string
  /** None where the next one takes its place. */
  readonly reason: VettingEnd | null
}

/** The one in force, if there is one, is over. Those of before this table have no row here. */
export const close = (tx: Tx, record: VettedRecord, { at, by, reason }: Ending) => {
  tx.write(
    db
      .updateTable('network.vetting')
      .set({ state: reason === null ? 'replaced' : 'ended', ended_at: at, ended_by: by, reason, revision: sql`revision + 1` })
      .where('home', '=', record.home)
      .where('volunteer', '=', record.id)
      .where('state', '=', 'in-force'),
  )
}

export interface NewVetting {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly purposes: readonly string[]
  readonly evidence: readonly string[]
  readonly until: string
}

export const insert = (tx: Tx, { home, id: volunteer, synthetic }: VettedRecord, { id, at, by, purposes, evidence, until }: NewVetting) => {
  tx.write(
    db.insertInto('network.vetting').values({
      home, id, recorded_at: at, recorded_by: by, volunteer, purposes: [...purposes], evidence: [...evidence], until, state: 'in-force', synthetic,
    }),
  )
}

/** What matching reads. */
export const saveStanding = (
  tx: Tx,
  record: VettedRecord,
  standing: { readonly vetted_for: string[]; readonly vetted_until: string | null; readonly vetted_by: string | null },
) => {
  tx.write(
    db
      .updateTable('network.volunteer')
      .set({ ...standing, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}
