import type { Term } from '#domains/observatory/indicators/contract.ts'
import type { PlainDate } from '#engines/calendar/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import { countedRows, signed } from '#platform/facts/rows.ts'
import type { HomeRange } from '#platform/ids/index.ts'

/** A stretch of days in which the hierarchy of places stands still. */
export interface Stretch {
  /** Null: everything up to the end. */
  readonly first: string | null
  readonly last: string
  /** Which hierarchy holds in it. */
  readonly epoch: number
}

export interface Asked {
  readonly stretches: readonly Stretch[]
  readonly homes: HomeRange
  readonly asOf?: Date | undefined
  /** Only facts of these places. */
  readonly places?: readonly string[] | undefined
}

const least = (stretches: readonly Stretch[]): string | null =>
  stretches.some(({ first }) => first === null) ? null : (stretches.map(({ first }) => first).sort()[0] ?? null)
const most = (stretches: readonly Stretch[]): string => stretches.map(({ last }) => last).sort().at(-1) ?? '0001-01-01'

const stretchTable = (stretches: readonly Stretch[]) => sql`
  unnest(${stretches.map((_, at) => at)}::int[], ${stretches.map(({ first }) => first ?? '-infinity')}::date[],
    ${stretches.map(({ last }) => last)}::date[], ${stretches.map(({ epoch }) => epoch)}::int[]) s(stretch, first_day, last_day, epoch)`

/** The stretches of each row's day. By equal days where they can be told one by one: each row is then looked up, not compared with all. */
const joinStretches = (row: 'c' | 'f', stretches: readonly Stretch[]) => {
  const day = sql.ref(`${row}.occurred_on`)
  if (stretches.some(({ first }) => first === null)) return sql`join ${stretchTable(stretches)} on ${day} between s.first_day and s.last_day`
  return sql`join (select s.stretch, s.epoch, day::date as day
    from ${stretchTable(stretches)}, generate_series(s.first_day, s.last_day, interval '1 day') day) s on s.day = ${day}`
}

const dimensionsOf = (row: 'c' | 'f', names: readonly string[]) =>
  names.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(names.map((name) => sql`${sql.ref(`${row}.dimensions`)} ->> ${sql.lit(name)}`))}]`

export interface SumRow {
  readonly stretch: number
  readonly place: string
  readonly kind: string
  readonly version: number
  readonly by: readonly (string | null)[]
  readonly quantity: number
  readonly facts: number
}

/** Sums of quantities by stretch of days, place, kind and dimensions, from the roll-ups and what they do not hold yet. */
export const sums = (tx: Tx, { stretches, homes, asOf, places }: Asked, kinds: readonly string[], dimensions: readonly string[]): Promise<SumRow[]> =>
  tx.all(
    statement<SumRow>(sql`
      select s.stretch, c.place, c.kind, c.version, ${dimensionsOf('c', dimensions)} as by,
        sum(c.quantity)::bigint as quantity, sum(c.facts)::bigint as facts
      from ${countedRows({ kinds, homes, asOf, places, from: least(stretches), to: most(stretches) })} c
        ${joinStretches('c', stretches)}
      group by 1, 2, 3, 4, 5 having sum(c.quantity) <> 0 or sum(c.facts) <> 0
      order by 1, 2, 3, 4, 5`),
  )

const termConditions = (terms: readonly Term[]) =>
  sql.join(
    terms.map(({ kind, version, where }) => {
      const values = Object.entries(where).map(([name, allowed]) => sql`f.dimensions ->> ${sql.lit(name)} = any(${allowed}::text[])`)
      return sql`(${sql.join([sql`f.kind = ${kind}`, sql`f.version = ${version}`, ...values], sql` and `)})`
    }),
    sql` or `,
  )

/** Stands for every place that is not in the hierarchy. */
export const NOWHERE = ''

/** Each place of an epoch with an area that it belongs to: itself, and those above. */
export interface Membership {
  readonly epoch: number
  readonly place: string
  readonly area: string
}

/** Facts of a measure, each once for every area it belongs to. `period` is the group that stretches belong to. */
const factsOfAreas = ({ stretches, homes, asOf, places }: Asked, terms: readonly Term[], members: readonly Membership[], periodOf: readonly number[], dimensions: readonly string[]) => sql`
  select m.area, g.period, ${dimensionsOf('f', dimensions)} as by, f.subject, f.unit, f.quantity * (${signed}) as quantity, ${signed} as facts
  from facts.fact f
    ${joinStretches('f', stretches)}
    join unnest(${periodOf.map((_, at) => at)}::int[], ${periodOf}::int[]) g(stretch, period) on g.stretch = s.stretch
    left join places.place p on p.code = f.place
    join unnest(${members.map(({ epoch }) => epoch)}::int[], ${members.map(({ place }) => place)}::text[],
      ${members.map(({ area }) => area)}::text[]) m(epoch, place, area) on m.epoch = s.epoch and m.place = coalesce(p.code, ${NOWHERE})
  where f.kind = any(${terms.map(({ kind }) => kind)}::text[]) and (${termConditions(terms)})
    and (${places ?? null}::text[] is null or f.place = any(${places ?? null}::text[]))
    and f.home between ${homes.from} and ${homes.to}
    and f.occurred_on between ${least(stretches) ?? '-infinity'}::date and ${most(stretches)}::date
    and (${asOf?.toISOString() ?? null}::timestamptz is null or f.recorded_at <= ${asOf?.toISOString() ?? null}::timestamptz)`

export interface ContributorRow {
  readonly area: string
  readonly period: number
  readonly by: readonly (string | null)[]
  readonly persons: number
  /** Facts that are of no person. */
  readonly nobodys: number
  readonly units: number
  readonly largest: readonly number[]
  readonly alone: string | null
  readonly aloneUnit: string | null
}

/**
 * Persons, each once, by area, period and dimensions: exact, by sorting pseudonyms (docs/decisions/0013). A person whose
 * facts were all taken back is not one.
 */
export const contributors = (tx: Tx, asked: Asked, terms: readonly Term[], members: readonly Membership[], periodOf: readonly number[], dimensions: readonly string[]): Promise<ContributorRow[]> =>
  tx.all(
    statement<ContributorRow>(sql`
      with f as materialized (${factsOfAreas(asked, terms, members, periodOf, dimensions)}),
      persons as (
        select area, period, by, count(*) filter (where subject is not null) as persons,
          coalesce(sum(facts) filter (where subject is null), 0)::bigint as nobodys,
          coalesce((array_agg(quantity order by quantity desc) filter (where subject is not null))[1:2], '{}')::float8[] as largest,
          case when count(*) = 1 then min(subject) end as alone
        from (select area, period, by, subject, sum(quantity)::bigint as quantity, sum(facts) as facts
          from f group by 1, 2, 3, 4 having sum(facts) > 0) each
        group by 1, 2, 3),
      units as (
        select area, period, by, count(*) as units, case when count(*) = 1 then min(unit::text) end as "aloneUnit"
        from (select area, period, by, unit from f group by 1, 2, 3, 4 having sum(facts) > 0) each
        group by 1, 2, 3)
      select area, period, by, persons::int, nobodys, units::int, largest, alone, "aloneUnit" from persons join units using (area, period, by)
      order by 1, 2, 3`),
  )

export interface PersonsRow {
  readonly area: string
  readonly period: number
  readonly by: readonly (string | null)[]
  readonly persons: number
  readonly facts: number
}

/** The persons alone, where nobody asks for more. */
export const persons = (tx: Tx, asked: Asked, terms: readonly Term[], members: readonly Membership[], periodOf: readonly number[], dimensions: readonly string[]): Promise<PersonsRow[]> =>
  tx.all(
    statement<PersonsRow>(sql`
      select area, period, by, count(*)::int as persons, sum(facts)::bigint as facts
      from (select area, period, by, subject, sum(facts) as facts
        from (${factsOfAreas(asked, terms, members, periodOf, dimensions)}) f
        where subject is not null group by 1, 2, 3, 4 having sum(facts) > 0) each
      group by 1, 2, 3 order by 1, 2, 3`),
  )

export interface ReportRow {
  readonly unit: string
  readonly place: string
  readonly period: number
  readonly firstRecorded: PlainDate | null
  readonly lastRecorded: PlainDate | null
}

/** Every centre that was open in a period, and when its facts of the period were recorded: of any kind, for a centre without one visit has reported, too. */
export const reports = (tx: Tx, { stretches, homes, asOf, places }: Asked, kinds: readonly string[]): Promise<ReportRow[]> =>
  tx.all(
    statement<ReportRow>(sql`
      with told as (
        select c.unit, s.stretch, min(c.recorded_on) as first_recorded, max(c.recorded_on) as last_recorded
        from ${countedRows({ kinds, homes, asOf, from: least(stretches), to: most(stretches) })} c
          ${joinStretches('c', stretches)}
        group by 1, 2)
      select u.id as unit, u.place, s.stretch as period, t.first_recorded as "firstRecorded", t.last_recorded as "lastRecorded"
      from network.unit u
        join ${stretchTable(stretches)} on u.opened_on <= s.last_day and (u.closed_on is null or u.closed_on > s.first_day)
        left join told t on t.unit = u.id and t.stretch = s.stretch
      where u.organisation = 'agency' and u.level = 'centre'
        and (${places ?? null}::text[] is null or u.place = any(${places ?? null}::text[])) and u.home between ${homes.from} and ${homes.to}
      order by u.id, s.stretch`),
  )

export const factKinds = async (tx: Tx): Promise<string[]> =>
  (await tx.all(statement<{ id: string }>(sql`select distinct id from facts.kind order by id`))).map(({ id }) => id)
