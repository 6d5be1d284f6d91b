import type { Actor } from '#platform/actor/index.ts'

interface Area {
  readonly area_from: number
  readonly area_to: number
}

/** A desk sets a rule for all of its own area, and whoever works at that desk stops it. */
export const mayRule = ({ role, area }: Actor, rule: Area): boolean =>
  role === 'liaison' && rule.area_from === area.from && rule.area_to === area.to
