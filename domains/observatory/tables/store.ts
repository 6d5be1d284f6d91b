import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { PlainDate } from '#engines/calendar/index.ts'
import { NATION } from '#platform/ids/index.ts'
import type { NoisedCube } from './cubes.ts'
import type { Block, CountedFact } from './fold.ts'

export interface Edition {
  readonly id: string
  readonly cube: string
  readonly cubeVersion: string
  readonly number: number
  readonly lastPeriod: string
  readonly periods: readonly string[]
  readonly asOf: Date
  readonly outAt: Date
  readonly noise: { readonly most: number; readonly variance: number; readonly hidden: number }
  readonly synthetic: boolean
  readonly hash: string
}

const columns = sql`id, cube, cube_version as "cubeVersion", number, last_period as "lastPeriod", periods, as_of as "asOf", out_at as "outAt", noise, synthetic, hash`

/** The newest edition of each cube that the wall lets through. */
export const newestEditions = (tx: Tx): Promise<Edition[]> =>
  tx.all(statement<Edition>(sql`select distinct on (cube) ${columns} from observatory.noised_edition order by cube, number desc`))

/** Undefined where another process made it meanwhile. */
export const insertEdition = (tx: Tx, edition: Edition, by: string, now: Date) =>
  tx.first(
    statement<{ id: string }>(sql`
      insert into observatory.noised_edition (home, id, recorded_at, recorded_by, cube, cube_version, number, last_period, periods, as_of, out_at, noise, synthetic, hash)
      values (${NATION}, ${edition.id}::uuid, ${now}, ${by}, ${edition.cube}, ${edition.cubeVersion}, ${edition.number}, ${edition.lastPeriod}, ${edition.periods}::text[],
        ${edition.asOf.toISOString()}::timestamptz, ${edition.outAt.toISOString()}::timestamptz, ${JSON.stringify(edition.noise)}::jsonb, ${edition.synthetic}, ${edition.hash})
      on conflict do nothing returning id`),
  )

const AT_ONCE = 2_000

export const insertBlocks = (tx: Tx, { id, outAt }: Edition, blocks: readonly Block[]): void => {
  for (let at = 0; at < blocks.length; at += AT_ONCE)
    tx.write(
      statement(sql`
        insert into observatory.noised_block (home, edition, place, period, numbers, out_at)
        select ${NATION}, ${id}::uuid, b.place, b.period, b.numbers, ${outAt.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(blocks.slice(at, at + AT_ONCE))}::jsonb) b(place text, period text, numbers integer[])`),
    )
}

export const blocksOf = (tx: Tx, edition: string, places: readonly string[], periods: readonly string[]): Promise<Block[]> =>
  tx.all(
    statement<Block>(sql`select place, period, numbers from observatory.noised_block
      where edition = ${edition}::uuid and place = any(${places}::text[]) and period = any(${periods}::text[])`),
  )

/** Facts of a cube in some days, as they were known at a moment: by the role that sees facts and not whose deed they are. */
export const factsOf = (tx: Tx, { fact, dimensions }: NoisedCube, from: PlainDate, to: PlainDate, asOf: Date): Promise<CountedFact[]> =>
  tx.all(
    statement<CountedFact>(sql`
      select f.place, f.occurred_on::text as "on", array[${sql.join(dimensions.map((one) => sql`f.dimensions ->> ${sql.lit(one.fact)}`))}] as by,
        (case when f.reverses is null then f.quantity else -f.quantity end)::int as sign,
        coalesce(f.subject, coalesce(f.reverses, f.id)::text) as record
      from facts.fact f
      where f.kind = ${fact.kind} and f.version = ${fact.version} and f.occurred_on between ${from}::date and ${to}::date
        and f.recorded_at < ${asOf.toISOString()}::timestamptz`),
  )
