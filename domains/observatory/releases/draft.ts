import { countryPack } from '#countries/index.ts'
import { instantOf, periodOf, previousPeriod, today, type Period, type PlainDate } from '#engines/calendar/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { NATION } from '#platform/ids/index.ts'
import manifest from '#package.json' with { type: 'json' }
import type { Text } from '#domains/observatory/formats/index.ts'
import { versionsOf } from '#domains/observatory/indicators/lifecycle.ts'
import { publishedIndicators } from '#domains/observatory/indicators/published.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import { servedWithNoise } from '#domains/observatory/tables/apart.ts'
import { isCountedWhole, nextToRelease, periodsUpTo, releaseMomentOf } from './lifecycle.ts'
import type { Frozen } from './manifest.ts'
import type { Plan } from './plan.ts'
import * as store from './store.ts'

export const FILES = '/api/releases/'

export interface DraftAsked {
  readonly plan: Plan
  /** Out of the calendar, for a reason that goes out with it. */
  readonly unscheduled?: { readonly reason: Text; readonly at: Date } | undefined
}

export type Drafted = { readonly release: string } | { readonly refused: 'not-over' | 'in-work' | 'at-passed' | 'with-noise' | 'not-counted'; readonly next?: Date }

/** Facts up to the end of yesterday: nothing of it can still be under way. */
const asOfFor = (now: Date, timeZone: string): { readonly asOf: Date; readonly day: PlainDate } => {
  const day = today(now, timeZone)
  return { asOf: instantOf(day, 0, timeZone), day }
}

interface When {
  readonly last: Period
  readonly at: Date
}

const whenOf = ({ plan, unscheduled }: DraftAsked, now: Date, day: PlainDate, timeZone: string): When | Extract<Drafted, { refused: string }> => {
  if (unscheduled === undefined) {
    const last = nextToRelease(now, day, plan, timeZone)
    const at = releaseMomentOf(last, plan, timeZone)
    return last.end < day ? { last, at } : { refused: 'not-over', next: at }
  }
  if (unscheduled.at <= now) return { refused: 'at-passed' }
  // What is not due yet does not go out early under the name of a correction.
  let last = previousPeriod(periodOf(day, plan.every, plan.calendar))
  while (releaseMomentOf(last, plan, timeZone) > now) last = previousPeriod(last)
  return { last, at: unscheduled.at }
}

const definitionsFor = async (scope: WriteScope, plan: Plan, last: Period): Promise<StoredVersion[]> => {
  const published = await publishedIndicators(scope.tx)
  return [...plan.indicators, ...plan.shares].map((id) => {
    const version = versionsOf(published.get(id) ?? [], last)[0]
    if (version === undefined) throw new Error(`no definition of ${id} is published`)
    return version
  })
}

/** A release begins: what it will be made from is frozen, and a job makes it. */
export const draftRelease = async (scope: WriteScope, asked: DraftAsked): Promise<Drafted> => {
  const { tx, now, country, actor, publicUrl } = scope
  const { plan, unscheduled } = asked
  const { timeZone } = countryPack(country)
  const { asOf, day } = asOfFor(now, timeZone)
  const when = whenOf(asked, now, day, timeZone)
  if ('refused' in when) return when
  const since = await store.countedSince(tx)
  const periods = periodsUpTo(when.last, plan).filter((period) => isCountedWhole(period, since))
  if (periods.length === 0) return { refused: 'not-counted' }
  const definitions = await definitionsFor(scope, plan, when.last)
  if (servedWithNoise(definitions.map(({ definition }) => definition)).length > 0) return { refused: 'with-noise' }
  const signed = await store.signedReleases(tx)
  const own = signed.filter(({ dataset }) => dataset === plan.dataset)
  const before = own.at(-1)
  const others = signed.filter(({ dataset }) => dataset !== plan.dataset)
  const frozen: Frozen = {
    plan,
    country,
    periods: periods.map(({ code }) => code),
    definitions: definitions.map(({ id, version }) => ({ id, version })),
    // The one it revises stands last.
    earlier: [...others, ...own].map(({ id }) => id),
    revises: before === undefined ? null : { number: before.number, releasedAt: `${before.releasesAt.toISOString().slice(0, 19)}Z` },
    synthetic: await store.isSynthetic(tx),
    base: `${publicUrl ?? ''}${FILES}`,
    codeVersion: manifest.version,
  }
  const release = scope.newId<string>()
  const inserted = await store.insertRelease(
    tx,
    { home: NATION, id: release, plan: plan.id, dataset: plan.dataset, number: (before?.number ?? 0) + 1, frozen, asOf, scheduled: unscheduled === undefined, reason: unscheduled?.reason ?? null, releasesAt: when.at },
    actor.id,
    now,
  )
  if (inserted === undefined) return { refused: 'in-work' }
  scope.audit(release, { plan: plan.id, number: (before?.number ?? 0) + 1, scheduled: unscheduled === undefined })
  scope.emit({ name: 'observatory.release-drafted', payload: { release } })
  return { release }
}
