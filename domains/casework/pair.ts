import type { NeedKind, Pairing } from '#countries/index.ts'

/**
 * How many visits for this need take two vetted, unrelated volunteers (design 8.9). Only the year of birth is known:
 * who may still be a child this year counts as one.
 */
export const pairingOf = (
  kind: Pick<NeedKind, 'pair' | 'personalCare'>,
  birthYear: number | null,
  { year, ageOfMajority }: { readonly year: number; readonly ageOfMajority: number },
): Pairing => {
  const mayBeChild = birthYear !== null && year - birthYear <= ageOfMajority
  return kind.personalCare || mayBeChild ? 'every-visit' : kind.pair
}
