import type { Actor } from '#platform/actor/index.ts'

/** A coordinator answers for their own unit, and only while the offer is open to it. */
export const mayAnswer = (actor: Actor, referral: { readonly to_unit: string | null; readonly open_until: Date }, now: Date): boolean =>
  actor.role === 'coordinator' && referral.to_unit === actor.unit && now < referral.open_until
