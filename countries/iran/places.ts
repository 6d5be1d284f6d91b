import { placesFrom, type PlaceRow } from '#countries/gazetteer.ts'
import type { GazetteerPlace } from '#countries/pack.ts'
import rows from './places.json' with { type: 'json' }

let read: readonly GazetteerPlace[] | undefined

export const places = (): readonly GazetteerPlace[] => (read ??= placesFrom(rows as unknown as PlaceRow[]))
