// Derived from the contracts by tools/derive.ts; do not edit.
import type { z } from 'zod'

/** The contract behind every id, for the compiler only: nothing of it reaches a browser. */
export interface Operations {
  'about.get': { readonly ok: z.ZodType<About> }
  'places.search': { readonly query: z.ZodType<PlaceSearch>; readonly ok: z.ZodType<PlacesFound> }
}

/** Method, address and whether it may wait in a phone's outbox. */
export const operations = {
  'about.get': ['GET', '/api/about', 'never'],
  'places.search': ['GET', '/api/places', 'never'],
} as const satisfies Record<string, readonly ['GET' | 'POST', string, 'never' | 'queue']>

interface About {
  country: string
  dangerNumber: string | null
  timeZone: string
  languages: string[]
  demonstration: boolean
  notices: string[]
}
interface PlaceSearch {
  text: string
  limit?: number
}
interface PlacesFound {
  items: { id: string; name: { fa: string; en: string }; level: string; path: { fa: string; en: string } }[]
}
