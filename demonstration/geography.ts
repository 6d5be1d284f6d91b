import type { CountryPack, GazetteerPlace } from '#countries/index.ts'
import { homeOf, NATION, type Home } from '#platform/ids/index.ts'
import { searchText } from '#platform/words/index.ts'
import { copying } from './copy.ts'
import type { Filling } from './filling.ts'

/** A town with the registry office that serves it. */
export interface Town extends GazetteerPlace {
  readonly home: Home
  /** People, counted or assumed: what everything is spread by. */
  readonly weight: number
}

export interface Centre {
  readonly home: Home
  readonly town: Town
  readonly number: number
}

export interface Geography {
  readonly towns: readonly Town[]
  readonly centres: readonly Centre[]
  readonly places: readonly GazetteerPlace[]
}

// A centre for each county, and one more for every so many people of a large town.
const PEOPLE_PER_CENTRE = 400_000
const MOST_CENTRES = 20
// The gazetteer leaves small towns without a population.
const SMALL_TOWN = 6_000

const weightOf = ({ population }: GazetteerPlace) => population ?? SMALL_TOWN

/** Which office serves which town: the largest town of a county has its centres, the others belong to the first. */
export const layOut = (places: readonly GazetteerPlace[]): Geography => {
  const byCounty = new Map<string, GazetteerPlace[]>()
  for (const place of places)
    if (place.kind === 'town' && place.parent !== null) byCounty.set(place.parent, [...(byCounty.get(place.parent) ?? []), place])
  const towns: Town[] = []
  const centres: Centre[] = []
  for (const own of byCounty.values()) {
    const [largest, ...others] = own.sort((a, b) => weightOf(b) - weightOf(a) || (a.code < b.code ? -1 : 1))
    if (largest === undefined) continue
    const { province, county } = largest
    const home = homeOf(province, county, 1)
    const seat = { ...largest, home, weight: weightOf(largest) }
    towns.push(seat, ...others.map((town) => ({ ...town, home, weight: weightOf(town) })))
    const many = Math.min(MOST_CENTRES, 1 + Math.floor(seat.weight / PEOPLE_PER_CENTRE))
    for (let office = 1; office <= many; office++)
      centres.push({ home: homeOf(province, county, office), town: seat, number: office })
  }
  return { towns, centres, places }
}

const homeOfPlace = (place: GazetteerPlace, towns: ReadonlyMap<string, Town>): number => {
  if (place.kind === 'country') return NATION
  return towns.get(place.code)?.home ?? homeOf(place.province, place.county)
}

export const loadPlaces = async (filling: Filling, pack: CountryPack): Promise<Geography> => {
  const geography = layOut(pack.places())
  const towns = new Map(geography.towns.map((town) => [town.code, town]))
  const table = await copying(filling, 'places.place', [
    'code', 'kind', 'parent', 'name_fa', 'name_en', 'search', 'lat', 'lon', 'population', 'population_kind', 'home',
  ])
  for (const place of geography.places)
    await table.row([
      place.code,
      place.kind,
      place.parent,
      place.nameFa,
      place.nameEn,
      searchText(place.nameFa, place.nameEn),
      place.lat,
      place.lon,
      place.population,
      place.populationKind,
      homeOfPlace(place, towns),
    ])
  await table.end()
  return geography
}
