import { countyRange, isWithin } from '#platform/ids/index.ts'

interface Unit {
  readonly id: string
  readonly home: number
  readonly organisation: string
  readonly kind: string | null
  readonly profession: string | null
  readonly membership: string | null
  readonly closed_on: string | null
}

/** Whether a group may take in people of another: of the same county, and of the same profession where it is a group of one. */
export const mayTakeFrom = (group: Unit, from: Pick<Unit, 'id' | 'home' | 'profession'>): boolean => {
  if (group.id === from.id || group.closed_on !== null || group.organisation !== 'network') return false
  if (!isWithin(group.home, countyRange(from.home))) return false
  return group.kind === 'neighbourhood' || (group.kind === 'professional' && group.profession !== null && group.profession === from.profession)
}

/** A group of women takes women, one of men takes men. */
export const takes = ({ membership }: Pick<Unit, 'membership'>, sex: string): boolean =>
  membership !== (sex === 'female' ? 'men' : 'women')
