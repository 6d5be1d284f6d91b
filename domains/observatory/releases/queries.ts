import { countryPack } from '#countries/index.ts'
import { today, type PlainDate } from '#engines/calendar/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { cellWords, measureNames } from './cell-words.ts'
import { getRelease, listHidden, listReleases, type ReleaseId } from './contract.ts'
import { lostOf } from './information.ts'
import { comingPeriods, isCountedWhole, mayStillWithdraw, releaseMomentOf, whyNotSigned } from './lifecycle.ts'
import type { Plan } from './plan.ts'
import { plans } from './plans.ts'
import { mayRelease } from './policy.ts'
import { openHidden } from './sealed.ts'
import * as store from './store.ts'

const COMING = 4
const PAGE = 50

const revisesOf = ({ manifest, frozen }: store.ReleaseRecord) => {
  if (frozen.revises === null) return null
  const revision = manifest?.release.revision
  return { of: frozen.revises.number, moved: revision?.size.length ?? 0, nowHidden: revision?.nowHidden ?? 0 }
}

const lineOf = ({ actor, now }: ReadScope, record: store.ReleaseRecord) => ({
  release: record.id as ReleaseId,
  revision: record.revision,
  plan: record.plan,
  nameFa: record.frozen.plan.name.fa,
  nameEn: record.frozen.plan.name.en,
  number: record.number,
  state: record.state,
  out: record.state === 'released' && record.releasesAt <= now,
  failed: record.failure !== null,
  periods: [...record.frozen.periods],
  asOf: record.asOf.toISOString(),
  releasesAt: record.releasesAt.toISOString(),
  scheduled: record.scheduled,
  reasonFa: record.reason?.fa ?? null,
  reasonEn: record.reason?.en ?? null,
  revises: revisesOf(record),
  recordedAt: record.recordedAt.toISOString(),
  steps: record.steps,
  stepsDone: record.stepsDone,
  mine: record.builtBy === actor.id,
})

const comingOf = ({ now, country }: ReadScope, plan: Plan, since: PlainDate | undefined) => {
  const { timeZone } = countryPack(country)
  const day = today(now, timeZone)
  return comingPeriods(now, day, plan, timeZone, COMING).filter((period) => isCountedWhole(period, since)).map((period) => ({
    period: period.code as string, start: period.start as string, end: period.end as string, at: releaseMomentOf(period, plan, timeZone).toISOString(), over: period.end < day,
  }))
}

export const releases = query(listReleases, async (scope) => {
  if (!mayRelease(scope.actor)) throw new Problem('observatory.nation-only')
  scope.audit(null)
  const since = await store.countedSince(scope.tx)
  return {
    releases: (await store.allReleases(scope.tx)).map((record) => lineOf(scope, record)),
    plans: plans.map((plan) => ({ plan: plan.id, nameFa: plan.name.fa, nameEn: plan.name.en, coming: comingOf(scope, plan, since) })),
  }
})

const requireRelease = async ({ tx, actor, audit }: ReadScope, release: string): Promise<store.ReleaseRecord> => {
  if (!mayRelease(actor)) throw new Problem('observatory.nation-only')
  const record = await store.findRelease(tx, release)
  if (record === undefined) throw new Problem('record.not-found')
  audit(record.id)
  return record
}

const failureOf = async (scope: ReadScope, record: store.ReleaseRecord) => {
  const { failure } = record
  if (failure === null) return null
  const wordsOf = await cellWords(scope, record)
  const cells = failure.cells.flatMap((name) => wordsOf(name) ?? [])
  return { what: failure.what, cells, differences: failure.cells.length - cells.length }
}

export const release = query(getRelease, async (scope, { params }) => {
  const { tx, actor, now, keys } = scope
  const record = await requireRelease(scope, params.release)
  const [parts, files] = await Promise.all([store.partsOfRelease(tx, record.id), store.filesOfRelease(tx, record.id)])
  const { k, dominancePercent, pPercent, wholeRows } = record.frozen.plan.protection
  const revision = record.manifest?.release.revision ?? null
  const names = await measureNames(scope, record)
  const named = (measure: string) => ({ measureFa: names.get(measure)?.fa ?? measure, measureEn: names.get(measure)?.en ?? measure })
  const lost = lostOf(parts.map((part) => openHidden(keys, record.home, part).information))
  return {
    ...lineOf(scope, record),
    hash: record.hash,
    failure: await failureOf(scope, record),
    parts: parts.map(({ summary, attack }) => ({ ...summary, attack: attack === null ? null : { ...attack, insiders: attack.insiders ?? 0, pairs: attack.pairs ?? 0 } })),
    lost: lost.map(({ measure, ...table }) => ({ ...named(measure), ...table })),
    files: files.map(({ name, title, size, sha256 }) => ({ name, titleFa: title.fa, titleEn: title.en, size, sha256 })),
    protection: { k, dominancePercent, pPercent, wholeRows },
    changes: revision === null ? null : { of: revision.of, nowHidden: revision.nowHidden, size: revision.size.map((one) => ({ ...one, ...named(one.measure) })) },
    signedAt: record.signedAt?.toISOString() ?? null,
    notSigned: whyNotSigned(record, actor.id, now) ?? null,
    mayWithdraw: mayStillWithdraw(record, now),
  }
})

export const hidden = query(listHidden, async (scope, { params, query: { why, after = 0 } }) => {
  const record = await requireRelease(scope, params.release)
  const parts = await store.partsOfRelease(scope.tx, record.id)
  const all = parts.flatMap((part) => openHidden(scope.keys, record.home, part).cells).filter((cell) => why === undefined || cell[1] === why)
  const wordsOf = await cellWords(scope, record)
  const page = all.slice(after, after + PAGE)
  return {
    cells: page.flatMap(([name, reason], at) => {
      const words = wordsOf(name)
      return words === undefined ? [] : [{ key: String(after + at), ...words, why: reason }]
    }),
    total: all.length,
    next: after + PAGE < all.length ? after + PAGE : null,
  }
})
