import type { PlainDate } from '#engines/calendar/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { Text } from '#domains/observatory/formats/index.ts'
import type { Content } from './content.ts'
import type { ReleaseState } from './lifecycle.ts'
import type { Frozen, Manifest } from './manifest.ts'

export interface ReleaseRecord {
  readonly home: number
  readonly id: string
  readonly revision: number
  readonly recordedAt: Date
  readonly builtBy: string
  readonly plan: string
  readonly dataset: string
  readonly number: number
  readonly state: ReleaseState
  readonly frozen: Frozen
  readonly asOf: Date
  readonly scheduled: boolean
  readonly reason: Text | null
  readonly releasesAt: Date
  readonly steps: number
  readonly stepsDone: number
  readonly failure: Failure | null
  readonly hash: string | null
  readonly manifest: Manifest | null
  readonly signedBy: string | null
  readonly signedAt: Date | null
}

/** Why a release could not be made. It says which cells, never how much. */
export interface Failure {
  readonly what: 'lost' | 'unsafe' | 'broken'
  readonly cells: readonly string[]
}

const columns = sql`home, id, revision, recorded_at as "recordedAt", recorded_by as "builtBy", plan, dataset, number, state, frozen, as_of as "asOf",
  scheduled, reason, releases_at as "releasesAt", steps, steps_done as "stepsDone", failure, hash, manifest, signed_by as "signedBy", signed_at as "signedAt"`

export const findRelease = (tx: Tx, id: string) =>
  tx.first(statement<ReleaseRecord>(sql`select ${columns} from observatory.release where id = ${id}::uuid`))

export const lockRelease = (tx: Tx, id: string) =>
  tx.first(statement<ReleaseRecord>(sql`select ${columns} from observatory.release where id = ${id}::uuid for update`))

/** From the newest to the oldest, as far as the wall lets through. */
export const allReleases = (tx: Tx) => tx.all(statement<ReleaseRecord>(sql`select ${columns} from observatory.release order by recorded_at desc, id desc`))

/** Signed releases, whether their moment came or not, from the oldest. */
export const signedReleases = (tx: Tx) =>
  tx.all(statement<ReleaseRecord>(sql`select ${columns} from observatory.release where state = 'released' order by releases_at, id`))

export const contentOfRelease = async (tx: Tx, id: string): Promise<Content | undefined> =>
  (await tx.first(statement<{ content: Content | null }>(sql`select content from observatory.release where id = ${id}::uuid`)))?.content ?? undefined

export interface NewRelease {
  readonly home: number
  readonly id: string
  readonly plan: string
  readonly dataset: string
  readonly number: number
  readonly frozen: Frozen
  readonly asOf: Date
  readonly scheduled: boolean
  readonly reason: Text | null
  readonly releasesAt: Date
}

/** Undefined where one of the plan is in work already. */
export const insertRelease = (tx: Tx, release: NewRelease, by: string, now: Date) =>
  tx.first(
    statement<{ id: string }>(sql`
      insert into observatory.release (home, id, recorded_at, recorded_by, plan, dataset, number, state, frozen, as_of, scheduled, reason, releases_at, beat_at)
      values (${release.home}, ${release.id}::uuid, ${now}, ${by}, ${release.plan}, ${release.dataset}, ${release.number}, 'draft', ${JSON.stringify(release.frozen)}::jsonb,
        ${release.asOf.toISOString()}::timestamptz, ${release.scheduled}, ${release.reason === null ? null : JSON.stringify(release.reason)}::jsonb,
        ${release.releasesAt.toISOString()}::timestamptz, ${now})
      on conflict do nothing returning id`),
  )

export interface PartRow {
  readonly part: number
  readonly summary: PartSummary
  readonly sealed: Buffer
  /** Sealed as well: which cells are hidden, and why. */
  readonly hidden: Buffer | null
  readonly sha256: string
  readonly attack: AttackSummary | null
}

/** Counts of cells: what protection cost. */
export interface PartSummary {
  readonly cells: number
  readonly few: number
  readonly wholeRows: number
  readonly cover: number
  readonly earlier: number
  readonly differences: number
}

export interface AttackSummary {
  readonly targets: number
  /** Who attacked once more, knowing a number that they alone are behind. */
  readonly insiders?: number
  /** Two of these who told each other, in one published sum. */
  readonly pairs?: number
  readonly unsafe: number
  /** The narrowest interval that an attacker is left with, in whole numbers; null where none has an end. */
  readonly narrowest: number | null
}

export const partsOfRelease = (tx: Tx, id: string) =>
  tx.all(statement<PartRow>(sql`select part, summary, sealed, hidden, sha256, attack from observatory.release_part where release = ${id}::uuid order by part`))

export const insertPart = (tx: Tx, { home, id }: ReleaseRecord, { part, summary, sealed, hidden, sha256 }: Omit<PartRow, 'attack'>, now: Date): void => {
  tx.write(
    statement(sql`insert into observatory.release_part (home, release, part, summary, sealed, hidden, sha256)
      values (${home}, ${id}::uuid, ${part}, ${JSON.stringify(summary)}::jsonb, ${sealed}, ${hidden}, ${sha256}) on conflict do nothing`),
  )
  tx.write(statement(sql`update observatory.release set steps_done = (select count(*) from observatory.release_part where release = ${id}::uuid), beat_at = ${now} where id = ${id}::uuid`))
}

export const saveAttack = (tx: Tx, { id }: ReleaseRecord, part: number, attack: AttackSummary): void =>
  tx.write(statement(sql`update observatory.release_part set attack = ${JSON.stringify(attack)}::jsonb where release = ${id}::uuid and part = ${part}`))

export const saveSteps = (tx: Tx, { id }: ReleaseRecord, steps: number, now: Date): void =>
  tx.write(statement(sql`update observatory.release set steps = ${steps}, beat_at = ${now} where id = ${id}::uuid`))

export const moveRelease = (tx: Tx, { id }: ReleaseRecord, state: ReleaseState, now: Date): void =>
  tx.write(statement(sql`update observatory.release set state = ${state}, revision = revision + 1, beat_at = ${now} where id = ${id}::uuid`))

export const failRelease = (tx: Tx, { id }: ReleaseRecord, failure: Failure, now: Date): void =>
  tx.write(statement(sql`update observatory.release set failure = ${JSON.stringify(failure)}::jsonb, revision = revision + 1, beat_at = ${now} where id = ${id}::uuid`))

export const saveChecked = (tx: Tx, { id }: ReleaseRecord, hash: string, manifest: Manifest, content: Content, now: Date): void =>
  tx.write(
    statement(sql`update observatory.release set state = 'checked', revision = revision + 1, beat_at = ${now}, hash = ${hash},
      steps_done = steps,
      manifest = ${JSON.stringify(manifest)}::jsonb, content = ${JSON.stringify(content)}::jsonb where id = ${id}::uuid`),
  )

export const signRelease = (tx: Tx, { id, releasesAt }: ReleaseRecord, by: string, now: Date): void => {
  tx.write(
    statement(sql`update observatory.release set state = 'released', revision = revision + 1, signed_by = ${by}, signed_at = ${now} where id = ${id}::uuid`),
  )
  tx.write(statement(sql`update observatory.release_file set out_at = ${releasesAt.toISOString()}::timestamptz where release = ${id}::uuid`))
}

export const withdrawRelease = (tx: Tx, { id }: ReleaseRecord, by: string, now: Date): void => {
  tx.write(
    statement(sql`update observatory.release set state = 'withdrawn', revision = revision + 1, withdrawn_by = ${by}, withdrawn_at = ${now} where id = ${id}::uuid`),
  )
  tx.write(statement(sql`update observatory.release_file set out_at = null where release = ${id}::uuid`))
}

export interface FileRow {
  readonly name: string
  readonly title: Text
  readonly mediaType: string
  readonly conformsTo: string | null
  readonly sha256: string
  readonly size: number
}

const fileColumns = sql`name, title, media_type as "mediaType", conforms_to as "conformsTo", sha256, size`

export const insertFile = (tx: Tx, { home, id }: ReleaseRecord, place: number, file: FileRow, content: Uint8Array): void =>
  tx.write(
    statement(sql`insert into observatory.release_file (home, release, name, place, title, media_type, conforms_to, sha256, size, content)
      values (${home}, ${id}::uuid, ${file.name}, ${place}, ${JSON.stringify(file.title)}::jsonb, ${file.mediaType}, ${file.conformsTo}, ${file.sha256}, ${file.size}, ${Buffer.from(content)})`),
  )

export const filesOfRelease = (tx: Tx, id: string) =>
  tx.all(statement<FileRow>(sql`select ${fileColumns} from observatory.release_file where release = ${id}::uuid order by place`))

export interface WholeFile extends FileRow {
  readonly content: Buffer
  readonly outAt: Date | null
}

export const findFile = (tx: Tx, name: string) =>
  tx.first(statement<WholeFile>(sql`select ${fileColumns}, content, out_at as "outAt" from observatory.release_file where name = ${name} and out_at is not null`))

export const contentsOfFiles = (tx: Tx, id: string) =>
  tx.all(statement<WholeFile>(sql`select ${fileColumns}, content, out_at as "outAt" from observatory.release_file where release = ${id}::uuid order by place`))

export const isSynthetic = async (tx: Tx): Promise<boolean> =>
  (await tx.first(statement<{ name: string }>(sql`select name from platform.setting where name = 'demonstration' and value = 'true'::jsonb`))) !== undefined

/** The first day on which deeds were counted here; undefined where nobody wrote it down. */
export const countedSince = async (tx: Tx): Promise<PlainDate | undefined> =>
  (await tx.first(statement<{ value: PlainDate }>(sql`select value from platform.setting where name = 'counted-since'`)))?.value
