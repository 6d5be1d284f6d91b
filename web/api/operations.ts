// Derived from the contracts by tools/derive.ts; do not edit.
import type { z } from 'zod'
import type * as places from '#domains/places/contract.ts'

/** The contract behind every id, for the compiler only: nothing of it reaches a browser. */
export interface Operations {
  'about.get': { readonly ok: z.ZodType<About> }
  'places.search': typeof places.searchPlaces
  'session.get': { readonly ok: z.ZodType<Me> }
}

/** Method, address and whether it may wait in a phone's outbox. */
export const operations = {
  'about.get': ['GET', '/api/about', 'never'],
  'places.search': ['GET', '/api/places', 'never'],
  'session.get': ['GET', '/api/session', 'never'],
} as const satisfies Record<string, readonly ['GET' | 'POST', string, 'never' | 'queue']>

interface About {
  country: string
  dangerNumber: string | null
  timeZone: string
  languages: string[]
  demonstration: boolean
  notices: string[]
}
interface Me {
  name: string
  role: string
  unit: string | null
}
