import { z } from 'zod'
import { idOf } from '#platform/ids/index.ts'
import { operation } from '#platform/contract/index.ts'

export const ReleaseId = idOf('Release')
export type ReleaseId = z.infer<typeof ReleaseId>

const Words = z.object({ fa: z.string().trim().min(10).max(600), en: z.string().trim().min(10).max(600) })
const State = z.enum(['draft', 'protected', 'checked', 'released', 'withdrawn'])

const Line = z.object({
  release: ReleaseId,
  revision: z.int(),
  plan: z.string(),
  nameFa: z.string(),
  nameEn: z.string(),
  number: z.int(),
  state: State,
  /** Signed, and its moment has come. */
  out: z.boolean(),
  failed: z.boolean(),
  periods: z.array(z.string()),
  asOf: z.string(),
  releasesAt: z.string(),
  scheduled: z.boolean(),
  reasonFa: z.string().nullable(),
  reasonEn: z.string().nullable(),
  /** Which one it revises, how many national numbers moved, and how many that were out are hidden now. */
  revises: z.object({ of: z.int(), moved: z.int(), nowHidden: z.int() }).nullable(),
  recordedAt: z.string(),
  steps: z.int(),
  stepsDone: z.int(),
  mine: z.boolean(),
})

/** A cell by its words, in both languages: never its number. */
const Cell = z.object({
  measureFa: z.string(),
  measureEn: z.string(),
  placeFa: z.string(),
  placeEn: z.string(),
  period: z.string(),
  /** Empty where all groups are together. */
  groupFa: z.string(),
  groupEn: z.string(),
})

const Why = z.enum(['few', 'whole-row', 'cover', 'earlier'])

const Part = z.object({
  cells: z.int(),
  few: z.int(),
  wholeRows: z.int(),
  cover: z.int(),
  earlier: z.int(),
  differences: z.int(),
  attack: z.object({ targets: z.int(), insiders: z.int(), pairs: z.int(), unsafe: z.int(), narrowest: z.int().nullable() }).nullable(),
})

export const listReleases = operation({
  id: 'observatory.releases',
  method: 'GET',
  path: '/api/observatory/releases',
  may: ['statistician'],
  ok: z.object({
    releases: z.array(Line),
    /** What can be drafted, and the next days on which it goes out by its calendar. */
    plans: z.array(
      z.object({
        plan: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        coming: z.array(z.object({ period: z.string(), start: z.string(), end: z.string(), at: z.string(), over: z.boolean() })),
      }),
    ),
  }),
  problems: ['observatory.nation-only'],
  offline: 'never',
  summary: 'Releases that are being made, signed, out or withdrawn, and the next day of each plan',
})

export const getRelease = operation({
  id: 'observatory.release',
  method: 'GET',
  path: '/api/observatory/releases/:release',
  may: ['statistician'],
  params: z.object({ release: ReleaseId }),
  ok: Line.extend({
    hash: z.string().nullable(),
    failure: z.object({ what: z.enum(['lost', 'unsafe', 'broken']), cells: z.array(Cell), differences: z.int() }).nullable(),
    parts: z.array(Part),
    /** What protection takes away, by count, level of places, and whether told apart by groups. */
    lost: z.array(z.object({ measureFa: z.string(), measureEn: z.string(), level: z.string(), apart: z.boolean(), cells: z.int(), hidden: z.int(), permille: z.int() })),
    files: z.array(z.object({ name: z.string(), titleFa: z.string(), titleEn: z.string(), size: z.int(), sha256: z.string() })),
    protection: z.object({ k: z.int(), dominancePercent: z.int(), pPercent: z.int(), wholeRows: z.enum(['shown', 'hidden']) }),
    /** What it changes of the one before. */
    changes: z
      .object({ of: z.int(), nowHidden: z.int(), size: z.array(z.object({ measure: z.string(), measureFa: z.string(), measureEn: z.string(), period: z.string(), before: z.int(), now: z.int() })) })
      .nullable(),
    signedAt: z.string().nullable(),
    /** Why this person does not sign it now. */
    notSigned: z.enum(['not-checked', 'own', 'day-passed']).nullable(),
    mayWithdraw: z.boolean(),
  }),
  problems: ['observatory.nation-only'],
  offline: 'never',
  summary: 'One release before it is out: its rules, what is hidden and why in counts, what the attack came to',
})

export const listHidden = operation({
  id: 'observatory.release-hidden',
  method: 'GET',
  path: '/api/observatory/releases/:release/hidden',
  may: ['statistician'],
  params: z.object({ release: ReleaseId }),
  query: z.object({ why: Why.optional(), after: z.coerce.number().int().min(0).optional() }),
  ok: z.object({ cells: z.array(Cell.extend({ key: z.string(), why: Why })), total: z.int(), next: z.int().nullable() }),
  problems: ['observatory.nation-only'],
  offline: 'never',
  summary: 'Cells that a release leaves out, each with the reason: words, no numbers',
})

export const draftRelease = operation({
  id: 'observatory.draft-release',
  method: 'POST',
  path: '/api/observatory/releases',
  may: ['statistician'],
  body: z.object({
    plan: z.string().min(1).max(40),
    /** Out of the calendar: why, and when it goes out. */
    unscheduled: z.object({ reason: Words, at: z.iso.datetime() }).optional(),
  }),
  ok: z.object({ release: ReleaseId }),
  problems: ['observatory.nation-only', 'observatory.plan-unknown', 'observatory.release-off-its-day', 'observatory.release-in-work', 'observatory.release-moment-passed', 'observatory.served-with-noise', 'observatory.release-not-counted'],
  offline: 'never',
  summary: 'Freeze what a release is made from; a job protects, attacks, proves and writes it',
})

const Moved = z.object({ release: ReleaseId })

export const signRelease = operation({
  id: 'observatory.sign-release',
  method: 'POST',
  path: '/api/observatory/releases/:release/sign',
  may: ['statistician'],
  params: z.object({ release: ReleaseId }),
  body: z.object({ revision: z.int() }),
  ok: Moved,
  problems: ['observatory.nation-only', 'observatory.release-not-checked', 'observatory.release-own', 'observatory.release-day-passed'],
  offline: 'never',
  summary: 'A second person signs a checked release: it goes out at its moment',
})

export const withdrawRelease = operation({
  id: 'observatory.withdraw-release',
  method: 'POST',
  path: '/api/observatory/releases/:release/withdraw',
  may: ['statistician'],
  params: z.object({ release: ReleaseId }),
  body: z.object({ revision: z.int() }),
  ok: Moved,
  problems: ['observatory.nation-only', 'observatory.release-out'],
  offline: 'never',
  summary: 'Stop a release before it is out; what is out is corrected by a revision',
})
