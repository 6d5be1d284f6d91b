import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { Cost, RunnerUp } from './contract.ts'
import type { ProposalState } from './lifecycle.ts'

const columns = [
  'p.home', 'p.id', 'p.revision', 'p.referral', 'p.need', 'p.volunteer', 'p.unit', 'p.state', 'p.reason', 'p.weights_version', 'p.cost',
  'p.why', 'p.runners_up', 'p.companion', 'p.companion_unit', 'p.companion_cost', 'p.expires_at', 'p.released_at', 'p.rule',
] as const

const proposals = () =>
  db
    .selectFrom('matching.proposal as p')
    .leftJoin('network.unit as u', 'u.id', 'p.unit')
    .leftJoin('network.unit as c', 'c.id', 'p.companion_unit')
    .select([
      ...columns, 'u.name_fa as unit_fa', 'u.name_en as unit_en', 'c.name_fa as companion_unit_fa', 'c.name_en as companion_unit_en',
    ])

export const findProposal = (tx: Tx, id: string) =>
  tx.first(proposals().where('p.id', '=', id).forUpdate('p'))

export const openOf = (tx: Tx, referrals: readonly string[]) =>
  tx.all(
    proposals()
      .where(sql<boolean>`p.access && ${referrals.map((id) => `referral:${id}`)}::text[]`)
      .where('p.state', '=', 'proposed'),
  )
export type ProposalRecord = Awaited<ReturnType<typeof openOf>>[number]

export interface Why {
  readonly name: string | null
  /** The second volunteer, where two are proposed. */
  readonly companion: string | null
  /** Somebody fits, and nobody who could come with them. */
  readonly short: boolean
  readonly met: readonly string[]
  readonly relax: { readonly requirements: readonly string[]; readonly candidates: number } | null
}

/** Why a proposal is over, where its desk is told: a vetting was ended (design 8.9), or a group was closed. */
export const VETTING_ENDED = 'vetting-ended'
export const GROUP_CLOSED = 'group-closed'
export type Fell = typeof VETTING_ENDED | typeof GROUP_CLOSED

/** Proposals that name a volunteer and are not over, locked: by an area that holds them. */
export const naming = (tx: Tx, volunteer: string) =>
  tx.all(
    proposals()
      .where((or) => or.or([or('p.volunteer', '=', volunteer), or('p.companion', '=', volunteer)]))
      .where('p.state', 'in', ['proposed', 'confirmed'])
      .forUpdate('p'),
  )

/** Of needs whose last proposal fell with a vetting or with a group: which it was. */
export const fellWith = async (tx: Tx, needs: readonly string[]): Promise<Map<string, Fell>> => {
  const rows = await tx.all(
    statement<{ need: string; reason: string | null }>(sql`select distinct on (need) need, reason from matching.proposal
      where access && ${needs.map((need) => `need:${need}`)}::text[] and state in ('confirmed', 'superseded') and volunteer is not null
      order by need, recorded_at desc, id desc`),
  )
  return new Map(rows.flatMap(({ need, reason }) => (reason === VETTING_ENDED || reason === GROUP_CLOSED ? [[need, reason] as const] : [])))
}

export interface NewProposal {
  readonly home: number
  readonly id: string
  readonly run: string
  readonly referral: string
  readonly need: string
  readonly volunteer: string | null
  readonly volunteer_home: number | null
  readonly unit: string | null
  readonly companion: string | null
  readonly companion_home: number | null
  readonly companion_unit: string | null
  readonly companion_cost: Cost | null
  readonly weights_version: number
  readonly cost: Cost | null
  readonly why: Why
  readonly runners_up: readonly RunnerUp[]
  /** Past this it cannot be sent. */
  readonly expires_at: Date
  readonly synthetic: boolean
}

export const supersede = (tx: Tx, referrals: readonly string[]) => {
  tx.write(
    statement(sql`update matching.proposal set state = 'superseded', revision = revision + 1
      where access && ${referrals.map((id) => `referral:${id}`)}::text[] and state = 'proposed'`),
  )
}

export const insertProposals = (tx: Tx, rows: readonly NewProposal[], at: Date, by: string) => {
  for (const { cost, companion_cost, why, runners_up, ...rest } of rows)
    tx.write(
      db.insertInto('matching.proposal').values({
        ...rest,
        recorded_at: at,
        recorded_by: by,
        state: 'proposed',
        cost: JSON.stringify(cost),
        companion_cost: companion_cost === null ? null : JSON.stringify(companion_cost),
        why: JSON.stringify(why),
        runners_up: JSON.stringify(runners_up),
      }),
    )
}

export interface Released {
  readonly at: Date
  /** By which standing rule, where nobody sent it themselves. */
  readonly rule: string | null
}

export const saveReleased = (tx: Tx, record: ProposalRecord, state: ProposalState, released: Released | null) => {
  tx.write(
    db
      .updateTable('matching.proposal')
      .set({ state, released_at: released?.at ?? null, rule: released?.rule ?? null, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

export const saveState = (tx: Tx, record: ProposalRecord, state: ProposalState, reason: string | null) => {
  tx.write(
    db
      .updateTable('matching.proposal')
      .set({ state, reason, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

/** Of offers that wait: those that a standing rule sent, and whose rule it is. */
export const sentByRule = (tx: Tx, referrals: readonly string[]) =>
  tx.all(
    statement<{ referral: string; name: string }>(sql`select p.referral, r.name from matching.proposal p
      join matching.standing_rule r on r.id = p.rule
      where p.access && ${referrals.map((id) => `referral:${id}`)}::text[] and p.state = 'confirmed'`),
  )

/** Volunteers whom the desk rejected for this referral: the next runs pass them over. */
export const rejectedFor = (tx: Tx, referrals: readonly string[]) =>
  tx.all(
    statement<{ referral: string; volunteer: string }>(sql`select referral, volunteer from matching.proposal
      where access && ${referrals.map((id) => `referral:${id}`)}::text[] and state = 'rejected' and volunteer is not null`),
  )

/** One at a time matches a county, whether a run or the board: each would supersede the proposals of the other. */
export const holdCounties = (tx: Tx, area: { readonly from: number; readonly to: number }) => {
  tx.write(
    statement(sql`select pg_advisory_xact_lock(hashtext('matching'), c) from
      (select distinct home / 100 as c from referrals.referral
        where home between ${area.from} and ${area.to} and state = 'ready' order by 1) counties`),
  )
}

export interface LoadRow {
  readonly carried: number
  readonly volunteers: number
  readonly offered: number
}

export const loadsIn = (tx: Tx, from: number, to: number) =>
  tx.all(
    statement<LoadRow>(sql`select load as carried, count(*)::int as volunteers, sum(capacity)::int as offered
      from network.volunteer where home between ${from} and ${to} and confirmed_at is not null and left_at is null and without_group_since is null
      group by load order by load`),
  )

export const idleIn = (tx: Tx, from: number, to: number, limit: number) =>
  tx.all(
    statement<{ name: string; unit_fa: string; unit_en: string; offered: number }>(sql`
      select v.given_name || ' ' || v.family_name as name, u.name_fa as unit_fa, u.name_en as unit_en, v.capacity as offered
      from network.volunteer v join network.unit u on u.id = v.unit
      where v.home between ${from} and ${to} and v.load = 0 and v.confirmed_at is not null and v.left_at is null and v.without_group_since is null
      order by v.capacity desc, v.id limit ${limit}`),
  )

export const areaName = (tx: Tx, home: number) =>
  tx.first(
    db
      .selectFrom('places.place')
      .select(['name_fa', 'name_en'])
      .where('home', '=', home)
      .where('kind', 'in', ['county', 'province', 'country'])
      .orderBy('kind')
      .limit(1),
  )
