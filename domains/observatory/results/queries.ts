import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { openQuery } from '#platform/query/index.ts'
import { allVersions } from '#domains/observatory/indicators/store.ts'
import { FILES } from '#domains/observatory/releases/draft.ts'
import { plans } from '#domains/observatory/releases/plans.ts'
import { present } from '#domains/observatory/releases/present.ts'
import * as releases from '#domains/observatory/releases/store.ts'
import { getMap, getResult, listReleaseDays, listResults } from './contract.ts'
import { openCube } from './cube.ts'
import { daysAhead } from './days.ts'
import { definitionOf, groupsOf, lineOf, named, periodsOf, placesAbove, placesOf, rowOf, type Asked } from './indicator.ts'
import { headlineOf, indicatorOf, latestOf, ownPeriods, type Opened } from './latest.ts'
import { newestOfEach, releasesOut, vintageOf } from './out.ts'
import { outlineOf } from './outline.ts'
import * as store from './store.ts'

const openedOf = async ({ tx }: Pick<ReadScope, 'tx'>, record: releases.ReleaseRecord): Promise<Opened> => ({
  dataset: record.dataset,
  plan: record.frozen.plan,
  cube: await openCube(tx, record),
})

const openNewest = async (scope: ReadScope, out: readonly releases.ReleaseRecord[]): Promise<Opened[]> => {
  const opened: Opened[] = []
  for (const record of newestOfEach(out)) opened.push(await openedOf(scope, record))
  return opened
}

export const results = openQuery(listResults, async (scope) => {
  const out = await releasesOut(scope)
  const newest = await openNewest(scope, out)
  const cubeOf = (dataset: string) => present(newest.find((one) => one.dataset === dataset), 'a dataset').cube
  return {
    releases: out.toReversed().map((record) => ({
      ...vintageOf(record, cubeOf(record.dataset)),
      dataset: record.dataset,
      ...named(record.frozen.plan.name),
      periods: [...record.frozen.periods],
      hash: record.hash ?? '',
      synthetic: record.frozen.synthetic,
    })),
    headline: headlineOf(newest),
    indicators: newest.flatMap(latestOf),
  }
})

/** Some vintages back: older ones stay reachable by their number. */
const VINTAGES_COMPARED = 8

const unknown = (field: string): Problem => new Problem('observatory.result-unknown', {}, [{ field: `query.${field}`, code: 'not-in-list' }])

export const result = openQuery(getResult, async (scope, { query }) => {
  const vintages = (await releasesOut(scope)).filter(({ dataset }) => dataset === query.dataset)
  const record = query.vintage === undefined ? vintages.at(-1) : vintages.find(({ number }) => number === query.vintage)
  // Before its first day there is no such thing, whoever asks.
  if (vintages.length === 0) throw new Problem('record.not-found')
  if (record === undefined) throw unknown('vintage')
  const opened = await openedOf(scope, record)
  const { cube } = opened
  const asked: Asked = { indicator: query.indicator, place: query.place, group: query.group }
  const row = rowOf(cube, asked)
  if (row === undefined) throw unknown('indicator')
  const period = query.period === undefined ? (ownPeriods(opened).at(-1) ?? 0) : cube.periods.findIndex((code) => code === query.period)
  if (period < 0) throw unknown('period')

  const before = vintages.find(({ number }) => number === record.frozen.revises?.number)
  const said = []
  for (const one of vintages.slice(-VINTAGES_COMPARED)) said.unshift({ ...vintageOf(one, cube), said: lineOf(await openCube(scope.tx, one), asked) })
  const measure = present(cube.measures[row.measure], 'a measure')
  const place = present(cube.dimensions[0]?.codes[row.place], 'a place')
  const files = await releases.filesOfRelease(scope.tx, record.id)
  const group = cube.dimensions.slice(1).flatMap(({ id, codes }, at) => {
    const code = codes[row.codes[at] ?? 0]
    return code?.parent === undefined ? [] : [{ code: `${id}.${code.id}`, ...named(code.label) }]
  })[0]
  return {
    ...indicatorOf(query.dataset, measure),
    version: measure.definitionVersion,
    definition: definitionOf(await allVersions(scope.tx), measure.id, measure.definitionVersion),
    release: {
      ...vintageOf(record, cube),
      hash: record.hash ?? '',
      synthetic: record.frozen.synthetic,
      protectionFa: cube.protection.fa,
      protectionEn: cube.protection.en,
      licenceFa: cube.licence.name.fa,
      licenceEn: cube.licence.name.en,
      licencePage: cube.licence.page,
    },
    vintages: said,
    place: { code: place.id, ...named(place.label) },
    within: placesAbove(cube, row),
    group: group ?? null,
    periods: periodsOf(cube, before === undefined ? undefined : await openCube(scope.tx, before), asked),
    period: cube.periods[period] ?? '',
    places: placesOf(cube, row, period),
    groups: groupsOf(cube, row, period),
    files: files.map(({ name, title, size, sha256 }) => ({ address: `${FILES}${name}`, titleFa: title.fa, titleEn: title.en, size, sha256 })),
    call: callOf(record, measure.id, place.id),
  }
})

const callOf = ({ dataset, frozen, releasesAt }: releases.ReleaseRecord, indicator: string, place: string): string =>
  `/api/sdmx/data/dataflow/HAMYAR/${dataset}/${frozen.plan.version}/*?c[INDICATOR]=${indicator}&c[REF_AREA]=${place}&asOf=${releasesAt.toISOString().slice(0, 19)}Z`

const dayOf = ({ now, country }: Pick<ReadScope, 'now' | 'country'>) => today(now, countryPack(country).timeZone)

export const map = openQuery(getMap, async (scope, { query }) => {
  const drawing = outlineOf(await store.placePoints(scope.tx, dayOf(scope)), query.within)
  if (drawing === undefined) throw new Problem('observatory.place-unknown', {}, [{ field: 'query.within', code: 'not-in-list' }])
  return { width: drawing.width, height: drawing.height, areas: drawing.areas.map(({ key, ...area }) => ({ code: key, ...area })) }
})

export const releaseDays = openQuery(listReleaseDays, async (scope) => {
  const { now, country } = scope
  const out = await releasesOut(scope)
  const newest = await openNewest(scope, out)
  const { timeZone } = countryPack(country)
  return {
    coming: daysAhead(plans, now, dayOf(scope), timeZone, await releases.countedSince(scope.tx)).map(({ plan, period, at, alsoRevised }) => ({
      plan: plan.id,
      ...named(plan.name),
      at: at.toISOString(),
      period: period.code,
      alsoRevised,
    })),
    past: out.toReversed().map((record) => ({
      ...vintageOf(record, present(newest.find(({ dataset }) => dataset === record.dataset), 'a dataset').cube),
      dataset: record.dataset,
      ...named(record.frozen.plan.name),
      period: record.frozen.periods.at(-1) ?? '',
    })),
  }
})
