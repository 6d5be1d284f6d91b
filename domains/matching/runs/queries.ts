import { countryPack } from '#countries/index.ts'
import { addDays, instantOf, localTime } from '#engines/calendar/index.ts'
import { areaName } from '#domains/matching/store.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { getRun, listLeft, listRuns, type RunId, type RunLine, type Summary, type Trial, type WideSummary } from './contract.ts'
import { isUnderWay, secondsLeft } from './lifecycle.ts'
import { maySeeRun, mayStopRun } from './policy.ts'
import { together, triedTogether } from './summary.ts'
import * as store from './store.ts'

const SHOWN = 30

const lineOf = (run: store.RunRecord): RunLine => ({
  id: run.id as RunId,
  revision: run.revision,
  how: run.how,
  form: run.form,
  state: run.state,
  areaFa: run.area_fa ?? '',
  areaEn: run.area_en ?? '',
  recordedAt: run.recorded_at.toISOString(),
  startedAt: run.started_at?.toISOString() ?? null,
  endedAt: run.ended_at?.toISOString() ?? null,
  regions: run.regions,
  regionsDone: run.regions_done,
  regionsFailed: run.regions_failed,
})

/** The next time that a night's run may begin. */
const nextNight = (now: Date, country: string): Date => {
  const { timeZone, matching } = countryPack(country)
  const { date, minutes } = localTime(now, timeZone)
  return instantOf(minutes < matching.night.from ? date : addDays(date, 1), matching.night.from, timeZone)
}

export const runs = query(listRuns, async ({ actor, tx, audit, now, country }) => {
  const [all, area] = await Promise.all([store.runsThrough(tx, actor.area, SHOWN), areaName(tx, actor.area.from)])
  audit(null)
  return {
    areaFa: area?.name_fa ?? '',
    areaEn: area?.name_en ?? '',
    nightAt: nextNight(now, country).toISOString(),
    runs: all.map(lineOf),
  }
})

/** Needs shown of one run; the rest is a count. */
const LEFT_SHOWN = 200

const requireRun = async ({ actor, tx }: ReadScope, id: string): Promise<store.RunRecord> => {
  const run = await store.findRun(tx, id)
  if (run === undefined || !maySeeRun(actor, run)) throw new Problem('record.not-found')
  return run
}

export const one = query(getRun, async (scope, { params }) => {
  const { actor, tx, audit, now } = scope
  const run = await requireRun(scope, params.run)
  const { from, to } = actor.area
  const regions = (await store.regionsOf(tx, run.id)).filter(({ home, area_to }) => home >= from && area_to <= to)
  audit(run.id, { home: run.home })
  const done = regions.flatMap(({ summary }) => (summary === null ? [] : [summary]))
  const isTrial = run.how === 'trial'
  const wider = run.area_from < from || run.area_to > to
  return {
    ...lineOf(run),
    percent: run.waiting === 0 ? (isUnderWay(run.state) ? 0 : 100) : Math.floor((100 * run.waited) / run.waiting),
    secondsLeft: isUnderWay(run.state) ? secondsLeft({ startedAt: run.started_at, waiting: run.waiting, waited: run.waited }, now) : null,
    mayStop: mayStopRun(actor, run),
    weights: run.weights,
    draftWeights: run.draft_weights,
    own: isTrial ? null : together(done as Summary[]),
    trial: isTrial ? triedTogether(done as Trial[]) : null,
    wider,
    wide: wider && !isTrial ? (run.wide as WideSummary | null) : null,
  }
})

export const left = query(listLeft, async (scope, { params }) => {
  const { actor, tx, audit } = scope
  const run = await requireRun(scope, params.run)
  const rows = await store.leftBy(tx, run.id, actor.area, LEFT_SHOWN)
  audit(run.id, { home: run.home, referrals: rows.map(({ referral }) => referral) })
  return {
    left: rows.map(({ card: { kind, areaFa, areaEn, from, pair }, why: { short, relax } }) => ({
      kind, areaFa, areaEn, from, pair, short: short === true, relax,
    })),
    more: Math.max(0, (rows[0]?.all ?? 0) - rows.length),
  }
})
