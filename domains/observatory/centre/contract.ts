import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

const counts = z.object({
  needsMet: z.int(),
  /** Of those, within the need's own window. */
  needsMetOnTime: z.int(),
  /** By the centre's own staff, as the person told them; not in `needsMet`. */
  needsMetByStaff: z.int(),
  needsUnmet: z.int(),
  needsRecorded: z.int(),
  visitsConfirmed: z.int(),
  minutesGiven: z.int(),
  casesOpened: z.int(),
  requestsReceived: z.int(),
})
export type CentreCounts = z.infer<typeof counts>

export const getCentre = operation({
  id: 'observatory.centre',
  method: 'GET',
  path: '/api/observatory/centre',
  may: ['clerk', 'case-worker', 'supervisor'],
  query: z.object({
    /** Code of a month, Persian or Gregorian, e.g. `P1405-M09`; this month when absent. */
    month: z.string().regex(/^[PG]\d{4}-M\d{2}$/).optional(),
    calendar: z.enum(['P', 'G']).default('P'),
  }),
  ok: z.object({
    month: z.string(),
    start: z.string(),
    end: z.string(),
    previous: z.string(),
    next: z.string().nullable(),
    counts,
    /** The same of the month before, up to the same day of the month, for comparing like with like. */
    before: counts,
    /** Needs met by day of the month, from its first day to today. */
    days: z.array(z.object({ day: z.string(), needsMet: z.int() })),
    byKind: z.array(z.object({ kind: z.string(), needsMet: z.int() })),
  }),
  problems: ['observatory.month-unknown'],
  offline: 'never',
  summary: 'What the centre’s own work came to in a month, exact to the last deed',
})
