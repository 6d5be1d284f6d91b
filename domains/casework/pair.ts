import type { NeedKind, Pairing } from '#countries/index.ts'

export interface Coming {
  readonly year: number
  readonly ageOfMajority: number
}

/** Only the year of birth is known: who may still be a child this year counts as one. */
export const mayBeChild = (birthYear: number | null, { year, ageOfMajority }: Coming): boolean =>
  birthYear !== null && year - birthYear <= ageOfMajority

/** How many visits for this need take two vetted, unrelated volunteers (design 8.9). */
export const pairingOf = (kind: Pick<NeedKind, 'pair' | 'personalCare'>, birthYear: number | null, coming: Coming): Pairing =>
  kind.personalCare || mayBeChild(birthYear, coming) ? 'every-visit' : kind.pair
