import { areasOf, type Areas, type Origin } from '#engines/statistics/index.ts'
import { allMoves, allOrigins, allPlaces } from '#domains/observatory/places/store.ts'
import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { REST } from './ground.ts'

export interface NamedPlace {
  readonly code: string
  readonly kind: string
  readonly nameFa: string
  readonly nameEn: string
}

export interface Places {
  readonly place: NamedPlace
  /** From the place itself up to the nation, as they lie today. */
  readonly above: NamedPlace[]
  readonly named: (code: string) => NamedPlace
  readonly areas: Areas
  readonly origins: readonly Origin[]
}

// Later than any change that is known.
const AT_LAST = '9999-12-31' as never

/** A place with what it lies in; the nation where none is named; refuses an unknown code. */
export const requirePlace = async (tx: Tx, code: string | undefined): Promise<Places> => {
  const [rows, moves, origins] = await Promise.all([allPlaces(tx), allMoves(tx), allOrigins(tx)])
  const byCode = new Map(rows.map(({ code, kind, nameFa, nameEn }) => [code, { code, kind, nameFa, nameEn }]))
  const place = code === undefined ? rows.find(({ kind }) => kind === 'country') : byCode.get(code)
  if (place === undefined) throw new Problem('observatory.place-unknown', {}, [{ field: 'query.place', code: 'not-in-list' }])
  const areas = areasOf(rows, moves)
  const named = (one: string): NamedPlace => {
    const known = byCode.get(one.endsWith(REST) ? one.slice(0, -1) : one)
    return { code: one, kind: known?.kind ?? '', nameFa: known?.nameFa ?? one, nameEn: known?.nameEn ?? one }
  }
  return { place: named(place.code), above: areas.above(place.code, AT_LAST).map((node) => named(node.code)), named, areas, origins }
}
