import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { IndicatorVersion } from './contract.ts'
import type { KnownKind } from './lifecycle.ts'

export interface StoredVersion extends IndicatorVersion {
  readonly id: string
}

const columns = sql`id, version, from_day::text as "from", bridge_until::text as "bridgeUntil", reason, definition`

export const allVersions = (tx: Tx): Promise<StoredVersion[]> =>
  tx.all(statement<StoredVersion>(sql`select ${columns} from observatory.indicator order by id`))

export const versionsOfOne = (tx: Tx, id: string): Promise<StoredVersion[]> =>
  tx.all(statement<StoredVersion>(sql`select ${columns} from observatory.indicator where id = ${id}`))

export const allKinds = (tx: Tx): Promise<KnownKind[]> =>
  tx.all(statement<KnownKind>(sql`select id, version, dimensions from facts.kind`))

const inserted = (version: StoredVersion, by: string, now: Date) => sql`
  insert into observatory.indicator (id, version, from_day, bridge_until, definition, reason, recorded_at, recorded_by)
  values (${version.id}, ${version.version}, ${version.from}::date, ${version.bridgeUntil}::date,
    ${JSON.stringify(version.definition)}::jsonb, ${version.reason}, ${now}, ${by})`

export const insertVersion = (tx: Tx, version: StoredVersion, by: string, now: Date): void =>
  tx.write(statement(inserted(version, by, now)))

/** Of two processes that start together, one publishes. */
export const publishVersion = (tx: Tx, version: StoredVersion, by: string, now: Date): void =>
  tx.write(statement(sql`${inserted(version, by, now)} on conflict do nothing`))
