import type pg from 'pg'

/** A fact as it lies in the table. */
export interface StreamedFact {
  readonly home: number
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly on: string
  readonly unit: string
  readonly place: string
  readonly subject: string | null
  readonly quantity: number
  readonly dimensions: Readonly<Record<string, string>>
  readonly reverses: string | null
  readonly recordedAt: string
}

const AT_ONCE = 10_000

const COLUMNS = `home, id::text as id, kind, version, to_char(occurred_on, 'YYYY-MM-DD') as "on", unit::text as unit, place, subject,
  quantity, dimensions, reverses::text as reverses, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"`

/** Every fact that was known at a moment and happened up to a day, one after the other, in the order of ids. */
export async function* streamFacts(client: pg.Client, { asOf, upTo }: { readonly asOf: Date; readonly upTo: string }): AsyncGenerator<StreamedFact> {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(`set local hamyar.counts_from = '0'`)
    await client.query(`set local hamyar.counts_to = '999999'`)
    await client.query(`set local statement_timeout = 0`)
    await client.query(`declare everything no scroll cursor for select ${COLUMNS} from facts.fact
      where recorded_at <= '${asOf.toISOString()}' and occurred_on <= '${upTo}' order by id`)
    for (;;) {
      const { rows } = await client.query<StreamedFact>(`fetch ${AT_ONCE} from everything`)
      yield* rows
      if (rows.length < AT_ONCE) return
    }
  } finally {
    await client.query('rollback')
  }
}
