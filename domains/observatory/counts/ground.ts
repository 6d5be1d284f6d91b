import type { PlainDate } from '#engines/calendar/index.ts'
import { areasOf, piecesOf, type Areas, type Origin } from '#engines/statistics/index.ts'
import type { Measure, PlaceLevel } from '#domains/observatory/indicators/contract.ts'
import { allMoves, allOrigins, allPlaces } from '#domains/observatory/places/store.ts'
import type { Tx } from '#platform/db/index.ts'
import type { CellsAsked } from './asked.ts'
import * as store from './store.ts'

const LEVELS: readonly PlaceLevel[] = ['country', 'province', 'county', 'town']

/** What is known of a large place only stands under its name with this sign, so that the small places add up with it. */
export const REST = '*'

/** Where a fact's place is counted, from the smallest wanted place to the nation. A place nobody knows still counts for the nation. */
const countedIn = (areas: Areas, { level, together }: CellsAsked, place: string, day: PlainDate): string[] => {
  const above = areas.above(place, day)
  const known = above.length > 0 ? above : [...areas.nodes.values()].filter(({ kind }) => kind === 'country')
  const wanted = known.filter(({ kind }) => LEVELS.indexOf(kind as PlaceLevel) <= LEVELS.indexOf(level))
  const codes = wanted.map(({ code }) => together?.get(code) ?? code)
  return wanted[0] === undefined || wanted[0].kind === level ? codes : [`${wanted[0].code}${REST}`, ...codes]
}

/** Everything that one question needs to know of places and time. */
export interface Ground {
  readonly asked: CellsAsked
  readonly areas: Areas
  readonly origins: readonly Origin[]
  /** Only facts of these places; all when undefined. */
  readonly places: readonly string[] | undefined
  /** Flows: periods cut where a border changed, so that facts stay with the place as it was on their date. */
  readonly flows: Laid
  /** Stocks: everything up to a period's end, in the places as they are on that day. */
  readonly stocks: Laid
}

export interface Laid {
  readonly stretches: readonly store.Stretch[]
  /** The period of each stretch. */
  readonly periodOf: readonly number[]
  /** A day of each epoch. */
  readonly dayOf: ReadonlyMap<number, PlainDate>
}

const laid = (areas: Areas, parts: readonly { of: number; first: PlainDate | null; last: PlainDate; day: PlainDate }[]): Laid => {
  const epochOf = (day: PlainDate) => areas.changes.filter((change) => change <= day).length
  return {
    stretches: parts.map(({ first, last, day }) => ({ first, last, epoch: epochOf(day) })),
    periodOf: parts.map(({ of }) => of),
    dayOf: new Map(parts.map(({ day }) => [epochOf(day), day])),
  }
}

/** Every place that lay in `within` (or in the area it is part of) on some day of the periods. */
const placesIn = (areas: Areas, { periods, together }: CellsAsked, within: string): string[] => {
  const area = (code: string) => together?.get(code) ?? code
  const days = [...periods.map(({ end }) => end), ...periods.map(({ start }) => start), ...areas.changes]
  const distinct = [...new Map(days.map((day) => [areas.changes.filter((change) => change <= day).length, day])).values()]
  return [...areas.nodes.keys()].filter((place) =>
    distinct.some((day) => areas.above(place, day).some(({ code }) => area(code) === area(within))),
  )
}

const groundOf = (asked: CellsAsked, areas: Areas, origins: readonly Origin[]): Ground => ({
  asked,
  areas,
  origins,
  places: asked.within === undefined ? undefined : placesIn(areas, asked, asked.within),
  flows: laid(areas, piecesOf(asked.periods, areas.changes).map(({ of, start, end }) => ({ of, first: start, last: end, day: start }))),
  stocks: laid(areas, asked.periods.map(({ end }, of) => ({ of, first: null, last: end, day: end }))),
})

export const laidFor = (ground: Ground, measure: Measure): Laid => (measure.time === 'stock' ? ground.stocks : ground.flows)

export const membersOf = ({ areas, asked }: Ground, { dayOf }: Laid): store.Membership[] =>
  [...dayOf].flatMap(([epoch, day]) =>
    [...areas.nodes.keys(), store.NOWHERE].flatMap((place) => countedIn(areas, asked, place, day).map((area) => ({ epoch, place, area }))),
  )

/** The places a fact is counted in, by place and stretch; looked up once for each. */
export const lookUpPlaces = ({ areas, asked }: Ground, { stretches, dayOf }: Laid): ((place: string, stretch: number) => readonly string[]) => {
  const known = new Map<string, readonly string[]>()
  return (place, stretch) => {
    const epoch = stretches[stretch]?.epoch ?? 0
    const key = `${epoch} ${place}`
    const found = known.get(key) ?? countedIn(areas, asked, place, dayOf.get(epoch) as PlainDate)
    known.set(key, found)
    return found
  }
}

export const layGround = async (tx: Tx, asked: CellsAsked): Promise<Ground> => {
  const [places, moves, origins] = await Promise.all([allPlaces(tx), allMoves(tx), allOrigins(tx)])
  return groundOf(asked, areasOf(places, moves), origins)
}
