import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { getRelease, listReleases, type ReleaseId } from './contract.ts'
import { mayStillWithdraw, nextToRelease, releaseMomentOf, whyNotSigned } from './lifecycle.ts'
import { plans } from './plans.ts'
import { mayRelease } from './policy.ts'
import * as store from './store.ts'

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
  steps: record.steps,
  stepsDone: record.stepsDone,
  mine: record.builtBy === actor.id,
})

export const releases = query(listReleases, async (scope) => {
  if (!mayRelease(scope.actor)) throw new Problem('observatory.nation-only')
  scope.audit(null)
  const { timeZone } = countryPack(scope.country)
  return {
    releases: (await store.allReleases(scope.tx)).map((record) => lineOf(scope, record)),
    plans: plans.map((plan) => {
      const next = nextToRelease(scope.now, today(scope.now, timeZone), plan, timeZone)
      return { plan: plan.id, nameFa: plan.name.fa, nameEn: plan.name.en, nextPeriod: next.code, nextAt: releaseMomentOf(next, plan, timeZone).toISOString() }
    }),
  }
})

export const release = query(getRelease, async (scope, { params }) => {
  const { tx, actor, now } = scope
  if (!mayRelease(actor)) throw new Problem('observatory.nation-only')
  const record = await store.findRelease(tx, params.release)
  if (record === undefined) throw new Problem('record.not-found')
  scope.audit(record.id)
  const [parts, files] = await Promise.all([store.partsOfRelease(tx, record.id), store.filesOfRelease(tx, record.id)])
  const { k, dominancePercent, pPercent, wholeRows } = record.frozen.plan.protection
  const revision = record.manifest?.release.revision ?? null
  return {
    ...lineOf(scope, record),
    reasonFa: record.reason?.fa ?? null,
    reasonEn: record.reason?.en ?? null,
    hash: record.hash,
    failure: record.failure === null ? null : { what: record.failure.what, cells: [...record.failure.cells] },
    parts: parts.map(({ summary, attack }) => ({ ...summary, attack })),
    files: files.map(({ name, title, size, sha256 }) => ({ name, titleFa: title.fa, titleEn: title.en, size, sha256 })),
    protection: { k, dominancePercent, pPercent, wholeRows },
    changes: revision === null ? null : { of: revision.of, nowHidden: revision.nowHidden, size: revision.size.map((one) => ({ ...one })) },
    signedAt: record.signedAt?.toISOString() ?? null,
    notSigned: whyNotSigned(record, actor.id, now) ?? null,
    mayWithdraw: mayStillWithdraw(record, now),
  }
})
