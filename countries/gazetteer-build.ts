import { existsSync, readFileSync } from 'node:fs'
import type { CountyFact, GazetteerFacts, ProvinceFact } from './gazetteer-facts.ts'
import { modelPopulations } from './gazetteer-population.ts'
import { kilometres } from './gazetteer-sources.ts'
import { codeTowns, gatherTowns, isSpot, populationIn, round, type Town } from './gazetteer-towns.ts'
import type { PlaceRow } from './gazetteer.ts'

interface SeatedCounty extends CountyFact {
  readonly code: string
  readonly at: Town
}

const seatedCounty = (county: CountyFact, towns: readonly Town[]): SeatedCounty => {
  const fitting = towns.filter((town) => town.province === county.province && isSpot(town, county.seat))
  const [at] = fitting
  if (at === undefined || fitting.length > 1)
    throw new Error(`${fitting.length} towns could be the seat of ${county.en}: ${county.seat}`)
  return { ...county, code: `${county.province}-${String(county.number).padStart(2, '0')}`, at }
}

/** Whose seat a town is, else what our table or the gazetteer says, else the county of the nearest seat. */
const countyOf = (town: Town, counties: readonly SeatedCounty[], facts: GazetteerFacts): SeatedCounty => {
  const seated = counties.find(({ at }) => at === town)
  if (seated !== undefined) return seated
  const said = facts.townCounties.find((row) => row.province === town.province && isSpot(town, row.town))
  if (said !== undefined) {
    const named = counties.find(({ fa, en }) => fa === said.county || en === said.county)
    if (named === undefined) throw new Error(`no county ${said.county} for ${said.town}`)
    return named
  }
  const [nearest] = counties.toSorted((a, b) => kilometres(town, a.at) - kilometres(town, b.at))
  const county = counties.find(({ geonames }) => geonames.includes(town.admin2)) ?? nearest
  if (county === undefined) throw new Error(`no county in the province of ${town.name}`)
  return county
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * The rows of a country: provinces by their ordinal, each with its counties, each with its towns.
 * Throws where a seat or a county of the facts is not found, or is found twice.
 */
export const buildPlaces = (facts: GazetteerFacts, before: readonly PlaceRow[] = []): PlaceRow[] => {
  const { iso, country, provinces } = facts
  const towns = gatherTowns(facts)
  const codes = codeTowns(towns, before)
  const populationOf = populationIn(facts)

  const rowsOf = (province: ProvinceFact): PlaceRow[] => {
    const { code, ordinal, fa, en, population } = province
    const counties = facts.counties
      .filter((county) => county.province === code)
      .map((county) => seatedCounty(county, towns))
    const own = towns.filter((town) => town.province === code)
    const inside = new Map(counties.map((county) => [county, [] as Town[]]))
    for (const town of own) inside.get(countyOf(town, counties, facts))?.push(town)

    const sized = counties.map((county) =>
      (inside.get(county) ?? []).map((town) => ({ size: populationOf(town), seat: town === county.at })),
    )
    const models = modelPopulations(population, sized)
    const lat = round(mean(counties.map(({ at }) => at.lat)))
    const lon = round(mean(counties.map(({ at }) => at.lon)))
    const rows: PlaceRow[] = [[code, 'p', iso, fa, en, lat, lon, population, 'census', ordinal, 0]]
    for (const [index, county] of counties.entries()) {
      const { number, at } = county
      const model = models[index] ?? { population: 0, towns: [] }
      const place = (point: Town, people: number) =>
        [round(point.lat), round(point.lon), people, 'modelled', ordinal, number] as const
      const lines = (inside.get(county) ?? []).map((town, which): PlaceRow => {
        const names = [facts.nameFa(code, town), town.name] as const
        return [codes.get(town) ?? '', 't', county.code, ...names, ...place(town, model.towns[which] ?? 0)]
      })
      rows.push([county.code, 'd', code, county.fa, county.en, ...place(at, model.population)])
      rows.push(...lines.toSorted((a, b) => (a[0] < b[0] ? -1 : 1)))
    }
    return rows
  }

  const people = provinces.reduce((sum, { population }) => sum + population, 0)
  const { fa, en, lat, lon } = country
  return [[iso, 'c', '', fa, en, lat, lon, people, 'census', 0, 0], ...provinces.flatMap(rowsOf)]
}

/**
 * The text of a pack's `places.json`, one row a line so that a difference can be read. Codes of towns that
 * the file already has are kept.
 */
export const placesText = (facts: GazetteerFacts, file: URL): string => {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PlaceRow[]) : []
  const rows = buildPlaces(facts, before).map((row) => JSON.stringify(row))
  return `[\n${rows.join(',\n')}\n]\n`
}
