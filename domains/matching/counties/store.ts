import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { Lack } from './lacks.ts'

interface Range {
  readonly from: number
  readonly to: number
}

export interface Load {
  readonly carried: number
  readonly count: number
}

export interface Idle {
  readonly skill: string
  readonly count: number
}

export interface CountyRow {
  readonly code: string
  readonly name_fa: string
  readonly name_en: string
  readonly province_fa: string
  readonly province_en: string
  readonly lat: number
  readonly lon: number
  readonly at: Date | null
  readonly loads: readonly Load[]
  readonly idle: readonly Idle[]
  readonly waiting: number
  readonly longest_days: number
  readonly lacks: readonly Lack[]
}

/** The caller was admitted to the pictures. */
export const countiesIn = (tx: Tx, { from, to }: Range) =>
  tx.all(
    statement<CountyRow>(sql`select p.code, p.name_fa, p.name_en, r.name_fa as province_fa, r.name_en as province_en, p.lat, p.lon,
        c.at, c.loads, c.idle, c.waiting, c.longest_days, c.lacks
      from places.place p join places.place r on r.code = p.parent
      left join matching.county_picture c on c.home = p.home / 100 * 100
      where p.kind = 'county' and p.home between ${from} and ${to} order by p.home`),
  )

/** Counted by the database for all counties of a run's area at once: in the area of the deed, with the key of pictures. */
export const savePictures = (tx: Tx, run: string, { from, to }: Range, at: Date, on: string) => {
  tx.write(
    statement(sql`with volunteer as (
        select home / 100 * 100 as county, load, capacity, skills, paused_until from network.volunteer
        where home between ${from} and ${to} and confirmed_at is not null and left_at is null and without_group_since is null),
      loads as (
        select county, jsonb_agg(jsonb_build_object('carried', carried, 'count', n) order by carried) as all_loads
        from (select county, least(load, 4) as carried, count(*)::int as n from volunteer group by 1, 2) l group by 1),
      idle as (
        select county, jsonb_agg(jsonb_build_object('skill', skill, 'count', n) order by skill) as all_idle
        from (select county, coalesce(s->>'code', 'none') as skill, count(*)::int as n
          from volunteer left join lateral jsonb_array_elements(skills) s on true
          where load = 0 and capacity > 0 and (paused_until is null or paused_until < ${on}::date) group by 1, 2) i group by 1),
      waiting as (
        select r.home / 100 * 100 as county, count(*)::int as n, max(extract(day from ${at}::timestamptz - n.since))::int as days
        from referrals.referral r join casework.need n on n.home = r.home and n.id = r.need
        where r.home between ${from} and ${to} and r.state = 'ready' group by 1)
      insert into matching.county_picture (home, at, run, loads, idle, waiting, longest_days, lacks)
      select coalesce(l.county, w.county), ${at}, ${run}::uuid, coalesce(l.all_loads, '[]'), coalesce(i.all_idle, '[]'),
        coalesce(w.n, 0), coalesce(w.days, 0), coalesce(x.lacks, '[]')
      from loads l full join waiting w on w.county = l.county left join idle i on i.county = l.county
      left join matching.run_region x on x.run = ${run}::uuid and x.home / 100 * 100 = coalesce(l.county, w.county)
      on conflict (home) do update set at = excluded.at, run = excluded.run, loads = excluded.loads, idle = excluded.idle,
        waiting = excluded.waiting, longest_days = excluded.longest_days, lacks = excluded.lacks`),
  )
}
