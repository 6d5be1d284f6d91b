import { vettingFor, type NeedRecord, type Requires } from '#domains/casework/index.ts'
import type { Bearer, VolunteerRecord } from '#domains/network/index.ts'
import type { PersonExclusions } from '#domains/people/index.ts'
import type { ReferralRecord } from '#domains/referrals/index.ts'
import { localTime, weekday } from '#engines/calendar/index.ts'
import { distanceKm, type Need, type Volunteer, type WeekWindow } from '#engines/matching/index.ts'

const DAY_MS = 86_400_000
const DAY_MINUTES = 1_440

/** The part of the local week that a need's window covers; a window over a week covers all of it. */
const weekWindow = (from: Date, to: Date, timeZone: string): WeekWindow => {
  const minutes = Math.min(7 * DAY_MINUTES, (to.getTime() - from.getTime()) / 60_000)
  const start = localTime(from, timeZone)
  const begin = (weekday(start.date) - 1) * DAY_MINUTES + start.minutes
  return { from: begin, to: begin + minutes }
}

/** Volunteers that the person does not want to meet, and every unit in which one of those has a place (design 8.1). */
export const excludedBy = (exclusions: PersonExclusions | undefined, volunteers: readonly Bearer[]) => {
  if (exclusions === undefined) return { volunteers: [], units: [] }
  const phones = new Set(exclusions.phones.map((digest) => digest.toString('hex')))
  const addresses = new Set(exclusions.addresses.map((digest) => digest.toString('hex')))
  const families = new Set(exclusions.families)
  const excluded = volunteers.filter(
    (volunteer) =>
      exclusions.volunteers.includes(volunteer.id) ||
      (volunteer.phone_digest !== null && phones.has(volunteer.phone_digest.toString('hex'))) ||
      (volunteer.address_digest !== null && addresses.has(volunteer.address_digest.toString('hex'))) ||
      (volunteer.family_token !== null && families.has(volunteer.family_token)),
  )
  return { volunteers: excluded.map(({ id }) => id), units: [...exclusions.units, ...excluded.map(({ unit }) => unit)] }
}

type Living = Pick<VolunteerRecord, 'id' | 'lat' | 'lon'>

/** Of several familiar faces the nearest: the engine knows of one. */
const nearestOf = (point: { readonly lat: number; readonly lon: number }, volunteers: readonly Living[]): string | null => {
  const [nearest] = [...volunteers].sort((a, b) => distanceKm(point, a) - distanceKm(point, b) || (a.id < b.id ? -1 : 1))
  return nearest?.id ?? null
}

export interface NeedParts {
  readonly referral: ReferralRecord
  readonly need: NeedRecord
  readonly exclusions: PersonExclusions | undefined
  readonly rejected: readonly string[]
  /** Who was with the person before, as the person confirmed. */
  readonly known: ReadonlySet<string>
  /** Of whoever has the other seat: they themselves and their relatives. */
  readonly related: readonly string[]
}

export const engineNeed = (
  { referral, need, exclusions, rejected, known, related }: NeedParts,
  /** Among whom the excluded are looked for. */
  bearers: readonly Bearer[],
  /** Among whom a familiar face is looked for. */
  volunteers: readonly Living[],
  now: Date,
  timeZone: string,
): Need => {
  const requires = need.requires as Requires
  const excluded = excludedBy(exclusions, bearers)
  return {
    id: need.id,
    kind: need.kind,
    point: { lat: need.lat, lon: need.lon },
    skills: requires.skills,
    vetting: vettingFor(need),
    sameSex: requires.sameSex,
    sex: need.sex as Need['sex'],
    languages: requires.languages,
    windows: [weekWindow(need.window_from, need.window_to, timeZone)],
    minutes: need.minutes,
    lastDay: localTime(need.window_to, timeZone).date,
    waitingDays: Math.floor((now.getTime() - need.since.getTime()) / DAY_MS),
    priority: need.priority,
    continuity: nearestOf(need, volunteers.filter(({ id }) => known.has(id))),
    excludedVolunteers: new Set([...referral.passed_volunteers, ...rejected, ...related, ...excluded.volunteers]),
    excludedUnits: new Set([...referral.passed_units, ...excluded.units]),
  }
}

export const engineVolunteer = (row: VolunteerRecord): Volunteer => ({
  id: row.id,
  unit: row.unit,
  point: { lat: row.lat, lon: row.lon },
  sex: row.sex as Volunteer['sex'],
  skills: row.skills as Volunteer['skills'],
  vetting: row.vetted_for.map((purpose) => ({ for: purpose, until: row.vetted_until ?? '' })),
  languages: row.languages,
  windows: (row.windows as [number, number][]).map(([from, to]) => ({ from, to })),
  travelKm: row.travel_km,
  kinds: row.kinds,
  capacityLeft: Math.max(0, row.capacity - row.load),
  load: row.load,
  excludedNeeds: new Set(),
  paused: false,
})
