import type { ClosingHindrance } from './contract.ts'

/** What keeps a unit from being closed now. Somebody whose work hangs on it beyond the group's own is placed elsewhere first. */
export const hindranceOf = (unit: { readonly closed_on: string | null }, { units, staff }: { readonly units: number; readonly staff: number }): ClosingHindrance | null => {
  if (unit.closed_on !== null) return 'closed'
  if (units > 0) return 'has-units'
  return staff > 0 ? 'has-staff' : null
}
