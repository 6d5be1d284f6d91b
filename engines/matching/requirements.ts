import { distanceKm } from './distance.ts'
import type { Need, Volunteer } from './shapes.ts'
import { shareMinutes } from './windows.ts'

/** A hard requirement that does not hold, with what lacked. */
export type Lack =
  | { readonly requirement: 'skill'; readonly code: string; readonly level: number }
  | { readonly requirement: 'level'; readonly code: string; readonly level: number; readonly has: number }
  /** `until`: the day it lapsed or will lapse too early; null where there never was one. */
  | { readonly requirement: 'vetting'; readonly for: string; readonly until: string | null }
  | { readonly requirement: 'language'; readonly language: string }
  | { readonly requirement: 'travel'; readonly km: number; readonly limitKm: number }
  | { readonly requirement: 'same-sex' | 'availability' | 'unwilling' | 'excluded' | 'capacity' | 'paused' }
export type Requirement = Lack['requirement']

/**
 * A no of the person or of the volunteer. It is nobody's business but the matching's own: callers show
 * neither the lack nor the volunteer, and it is never proposed for relaxing.
 */
export const isNo = ({ requirement }: Lack): boolean =>
  requirement === 'excluded' || requirement === 'unwilling' || requirement === 'paused'

const isExcluded = (need: Need, volunteer: Volunteer): boolean =>
  need.excludedVolunteers.has(volunteer.id) ||
  need.excludedUnits.has(volunteer.unit) ||
  volunteer.excludedNeeds.has(need.id)

type Check = (need: Need, volunteer: Volunteer, day: string, given: number) => readonly Lack[]

// One list a requirement, checked in this order; the dear ones stand last.
const checks: readonly Check[] = [
  (need, volunteer) => (isExcluded(need, volunteer) ? [{ requirement: 'excluded' }] : []),
  (_need, volunteer) => (volunteer.paused ? [{ requirement: 'paused' }] : []),
  (need, volunteer) => (volunteer.kinds.includes(need.kind) ? [] : [{ requirement: 'unwilling' }]),
  (_need, volunteer, _day, given) => (volunteer.capacityLeft > given ? [] : [{ requirement: 'capacity' }]),
  (need, { sex }) =>
    need.sameSex === 'required' && (sex === null || sex !== need.sex) ? [{ requirement: 'same-sex' }] : [],
  (need, volunteer) =>
    need.skills.flatMap(({ code, level }): readonly Lack[] => {
      const levels = volunteer.skills.filter((skill) => skill.code === code).map((skill) => skill.level)
      if (levels.length === 0) return [{ requirement: 'skill', code, level }]
      const has = Math.max(...levels)
      return has >= level ? [] : [{ requirement: 'level', code, level, has }]
    }),
  // Vetting that lapses before the help can take place is no vetting.
  (need, volunteer, day) =>
    need.vetting.flatMap((purpose): readonly Lack[] => {
      const own = volunteer.vetting.filter((vetting) => vetting.for === purpose)
      const until = own.map((vetting) => vetting.until).sort().at(-1) ?? null
      if (until !== null && until >= day && until >= need.lastDay) return []
      return [{ requirement: 'vetting', for: purpose, until }]
    }),
  (need, volunteer) =>
    need.languages
      .filter((language) => !volunteer.languages.includes(language))
      .map((language) => ({ requirement: 'language', language })),
  (need, volunteer) => {
    const km = distanceKm(need.point, volunteer.point)
    return km <= volunteer.travelKm ? [] : [{ requirement: 'travel', km, limitKm: volunteer.travelKm }]
  },
  (need, volunteer) =>
    shareMinutes(need.windows, volunteer.windows, need.minutes) ? [] : [{ requirement: 'availability' }],
]

/**
 * Every hard requirement of `need` that `volunteer` does not meet on `day`; empty when eligible.
 * `given`: tasks that a run gave the volunteer since the shape was read.
 */
export const hardRequirements = (need: Need, volunteer: Volunteer, day: string, given = 0): Lack[] =>
  checks.flatMap((check) => check(need, volunteer, day, given))

/** Nothing lacks. Stops at the first lack. */
export const isEligible = (need: Need, volunteer: Volunteer, day: string): boolean =>
  checks.every((check) => check(need, volunteer, day, 0).length === 0)
