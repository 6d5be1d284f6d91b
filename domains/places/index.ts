import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import * as store from './store.ts'

export { addressDigest } from './address.ts'
export { changePlaces, PlaceChange } from './change.ts'

/** The place of a code, with its point and the registry range that serves it; refuses an unknown code. */
export const requirePlace = async (tx: Tx, code: string) => {
  const place = await store.findPlace(tx, code)
  if (place === undefined) throw new Problem('places.unknown', {}, [{ field: 'place', code: 'not-in-list' }])
  return place
}
