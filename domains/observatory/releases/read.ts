import type { Period, PeriodCode } from '#engines/calendar/index.ts'
import type { Areas } from '#engines/statistics/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import type { Contributors } from '#domains/observatory/counts/asked.ts'
import { readCells } from '#domains/observatory/counts/cells.ts'
import { REST } from '#domains/observatory/counts/ground.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import { labelsOf } from './labels.ts'
import { measureOf, type Part } from './parts.ts'
import { placesOf } from './places.ts'
import { present } from './present.ts'
import { addressOf, lay, nameOf, type Ground, type Laid } from './tables/lay.ts'
import { piecesUnder } from './tables/pieces.ts'

/** Days that are no period of a calendar are counted like one. */
const asPeriod = ({ start, end }: Pick<Period, 'start' | 'end'>): Period => ({ code: `${start}/${end}` as PeriodCode, calendar: 'G', kind: 'week', year: 0, number: 0, start, end })

const atomVersion = ({ family, definitions }: Part, atom: number): StoredVersion => {
  const { id, terms } = present(family.atoms[atom], 'an atom')
  const version = present(definitions.get(id), id)
  return { ...version, id: String(atom), definition: { ...version.definition, numerator: { of: 'quantity', time: 'flow', terms: [...terms] } } }
}

export interface PartRead {
  readonly laid: Laid
  readonly now: number
  readonly behind: ReadonlyMap<string, Contributors>
}

/** The finest cells of a part as they were known at each moment, and who is behind the release's own numbers. */
export const readPart = async (tx: Tx, part: Part, areas: Areas, country: string): Promise<PartRead> => {
  const { family, level, dimensions, releases } = part
  const pieces = piecesUnder(part.periods, areas.changes)
  const periods = pieces.map(asPeriod)
  const versions = family.atoms.map((_, atom) => atomVersion(part, atom))
  const moments: Map<string, number>[] = []
  const [seen, rests] = [dimensions.map(() => new Set<string>()), new Set<string>()]
  for (const { tables } of releases) {
    const moment = new Map<string, number>()
    const { finest } = await readCells(tx, { versions, level, periods, dimensions, homes: WHOLE_NATION, asOf: tables.asOf })
    for (const { indicator, place, period, dimensions: by, numerator } of finest) {
      const values = by.map((value) => value ?? '')
      values.forEach((value, at) => seen[at]?.add(value))
      if (place.endsWith(REST) && numerator !== 0) rests.add(place)
      moment.set(addressOf(Number(indicator), place, periods.findIndex(({ code }) => code === period), values), numerator)
    }
    moments.push(moment)
  }
  const values = dimensions.map((dimension, at) => labelsOf(dimension, country).values.map(({ value }) => value).filter((value, _, all) => value !== all.at(-1) || (seen[at]?.has(value) ?? false)))
  const strange = seen.flatMap((own, at) => [...own].filter((value) => !values[at]?.includes(value)))
  if (strange.length > 0) throw new RangeError(`no words for ${strange.join(', ')}: they cannot be released`)
  const ground: Ground = { family, pieces, dimensions, values, areas, moments, places: finestPlaces(areas, part, pieces, rests) }
  const now = releases.length - 1
  const laid = lay(ground, releases.map(({ shape }, moment) => ({ shape, moment, rest: moment === now })))
  return { laid, now, behind: await readBehind(tx, part) }
}

const finestPlaces = (areas: Areas, { level }: Part, pieces: Ground['pieces'], rests: ReadonlySet<string>): string[] =>
  placesOf(areas, level, pieces, rests).filter((place) => place.endsWith(REST) || areas.nodes.get(place)?.kind === level)

const readBehind = async (tx: Tx, { releases, definitions, dimensions }: Part): Promise<Map<string, Contributors>> => {
  const { tables, shape } = present(releases.at(-1), 'the release itself')
  const versions = shape.measures.map((measure) => present(definitions.get(measure), measure))
  const { all } = await readCells(tx, {
    versions, level: shape.level, periods: shape.periods, dimensions: shape.dimensions, homes: WHOLE_NATION, asOf: tables.asOf, contributors: true,
  })
  return new Map(
    all.flatMap(({ indicator, version, place, period, dimensions: by, contributors }) => {
      const spread = dimensions.map((name) => by[shape.dimensions.indexOf(name)] ?? null)
      const name = nameOf({ measure: measureOf({ id: indicator, version }), place, period, by: spread })
      return contributors === undefined ? [] : [[name, contributors.numerator] as const]
    }),
  )
}

