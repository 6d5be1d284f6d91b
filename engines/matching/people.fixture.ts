import type { Need, Volunteer } from './shapes.ts'

export const DAY = '2026-11-30'

/** Monday 9 to 12. */
export const MORNING = { from: 9 * 60, to: 12 * 60 }

/** An hour of company on Monday morning in Sarcheshme, for a woman, asked for today. */
export const aNeed = (changes: Partial<Need> = {}): Need => ({
  id: 'company',
  kind: 'company',
  point: { lat: 35, lon: 51 },
  skills: [],
  vetting: [],
  sameSex: 'none',
  sex: 'female',
  languages: [],
  windows: [MORNING],
  minutes: 60,
  lastDay: '2026-12-07',
  waitingDays: 0,
  priority: 0,
  continuity: null,
  excludedVolunteers: new Set(),
  excludedUnits: new Set(),
  ...changes,
})

/** Next door, willing, free on Monday morning, with room for one task; lacks nothing for `aNeed`. */
export const aVolunteer = (id: string, changes: Partial<Volunteer> = {}): Volunteer => ({
  id,
  unit: 'sarcheshme-women',
  point: { lat: 35, lon: 51 },
  sex: 'female',
  skills: [],
  vetting: [],
  languages: ['fa'],
  windows: [MORNING],
  travelKm: 10,
  kinds: ['company'],
  capacityLeft: 1,
  load: 0,
  excludedNeeds: new Set(),
  paused: false,
  ...changes,
})

/** So many kilometres north of the need. */
export const north = (km: number) => ({ lat: 35 + km / 111.195, lon: 51 })
