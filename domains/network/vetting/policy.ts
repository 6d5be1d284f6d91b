import type { Actor } from '#platform/actor/index.ts'
import { countyRange, isWithin, NO_AREA, provinceRange, WHOLE_NATION, type HomeRange } from '#platform/ids/index.ts'

/** Whose volunteers an office's safeguarding lead vets: the nation's, the province's, or those of the centre's county. */
export const vettingArea = ({ organisation, level, home }: { readonly organisation: string; readonly level: string; readonly home: number }): HomeRange => {
  // The agency vets; a group never vets its own.
  if (organisation !== 'agency') return NO_AREA
  if (level === 'nation') return WHOLE_NATION
  return level === 'province' ? provinceRange(home) : countyRange(home)
}

export const mayVet = (actor: Actor, area: HomeRange, volunteer: { readonly home: number }): boolean =>
  actor.role === 'safeguarding-lead' && isWithin(volunteer.home, area)
