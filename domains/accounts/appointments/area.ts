import type { Role } from '#platform/actor/index.ts'
import { countyRange, NO_AREA, provinceRange, WHOLE_NATION, type HomeRange } from '#platform/ids/index.ts'

interface Unit {
  readonly home: number
  readonly level: string
}

const wholeOf = ({ home, level }: Unit): HomeRange => {
  if (level === 'nation') return WHOLE_NATION
  if (level === 'province') return provinceRange(home)
  if (level === 'county') return countyRange(home)
  return { from: home, to: home }
}

/**
 * Which homes an appointment reaches. A liaison desk serves its county; a director and a statistician the area
 * of their office; who works on cases the own office; a group of the network no area at all.
 */
export const areaOf = (role: Role, unit: Unit): HomeRange => {
  switch (role) {
    case 'liaison':
      return unit.level === 'local' || unit.level === 'centre' ? countyRange(unit.home) : wholeOf(unit)
    case 'director':
    case 'statistician':
      return wholeOf(unit)
    case 'clerk':
    case 'case-worker':
    case 'supervisor':
      return { from: unit.home, to: unit.home }
    default:
      return NO_AREA
  }
}
