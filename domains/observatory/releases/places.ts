import { isThere, type Areas, type Span } from '#engines/statistics/index.ts'
import { REST } from '#domains/observatory/counts/ground.ts'
import type { Code } from '#domains/observatory/formats/index.ts'
import type { PlaceLevel } from '#domains/observatory/indicators/contract.ts'
import type { NamedPlace } from '#domains/observatory/places/store.ts'

const REST_CODE = '_REST'

/** A place as releases write it: what is known of a large place only has a name of its own. */
export const codeOf = (place: string): string => (place.endsWith(REST) ? `${place.slice(0, -REST.length)}${REST_CODE}` : place)
export const placeOf = (code: string): string => (code.endsWith(REST_CODE) ? `${code.slice(0, -REST_CODE.length)}${REST}` : code)

const LEVELS: readonly string[] = ['country', 'province', 'county', 'town'] satisfies PlaceLevel[]

/** The places of a release, the large before the small, with what is known of a large one only where anything is. */
export const placesOf = (areas: Areas, level: PlaceLevel, periods: readonly Span[], rests: ReadonlySet<string>): string[] => {
  const nodes = [...areas.nodes.values()].filter(({ kind }) => LEVELS.includes(kind) && LEVELS.indexOf(kind) <= LEVELS.indexOf(level))
  const there = nodes.filter((node) => periods.some(({ start, end }) => isThere(node, start) || isThere(node, end)))
  return LEVELS.flatMap((kind) => there.filter((node) => node.kind === kind).flatMap(({ code }) => [code, ...(rests.has(`${code}${REST}`) ? [`${code}${REST}`] : [])]))
}

/** With names, each under the place it lay in at the end of the last period. */
export const placeCodes = (places: readonly string[], names: ReadonlyMap<string, NamedPlace>, areas: Areas, last: Span): Code[] =>
  places.map((place) => {
    const isRest = place.endsWith(REST)
    const base = isRest ? place.slice(0, -REST.length) : place
    const named = names.get(base)
    const fa = named?.nameFa ?? base
    const en = named?.nameEn ?? base
    const parent = isRest ? base : areas.above(base, last.end)[1]?.code
    return {
      id: codeOf(place),
      label: isRest ? { fa: `${fa}، محل دقیق‌تر نامشخص`, en: `${en}, where in it not known` } : { fa, en },
      ...(parent !== undefined && places.includes(parent) ? { parent } : {}),
    }
  })
