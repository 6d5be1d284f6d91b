/** What one contributor brings to a cell: persons by persons, money by holdings. Rows of the same contributor are added up first. */
export interface Contribution {
  readonly contributor: string
  readonly amount: number
}

/** How far an attacker must be kept from the value, in the unit of the cell; undefined where the cell may be shown. */
export type Needed = number | undefined

/** The contributors of a cell, largest first. */
export const contributorsOf = (contributions: readonly Contribution[]): readonly number[] => {
  const sums = new Map<string, number>()
  for (const { contributor, amount } of contributions) sums.set(contributor, (sums.get(contributor) ?? 0) + amount)
  return [...sums.values()].sort((a, b) => b - a)
}

/** A count of 1 … k − 1 people. A zero says that nobody is there: hidden only where a release chooses so. */
export const byCount = (count: number, k: number, zeros: 'shown' | 'hidden'): Needed => {
  if (count === 0) return zeros === 'hidden' ? 1 : undefined
  return count < k ? 1 : undefined
}

/** Fewer than `least` contributors, however many rows they have. `share` of the value is kept uncertain, at least one unit. */
export const byContributors = (contributions: readonly Contribution[], least: number, share: number): Needed => {
  const amounts = contributorsOf(contributions)
  if (amounts.length === 0 || amounts.length >= least) return undefined
  return Math.max(1, Math.ceil(share * sum(amounts)))
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/**
 * The n largest have more than `share` of the whole. Needed: so much above the value that they would not (Hundepool et al.,
 * Statistical Disclosure Control, 2012, table 4.2).
 */
export const byDominance = (contributions: readonly Contribution[], n: number, share: number): Needed => {
  const amounts = contributorsOf(contributions)
  const largest = sum(amounts.slice(0, n))
  const whole = sum(amounts)
  return largest > share * whole ? Math.max(1, Math.ceil(largest / share - whole)) : undefined
}

/**
 * Whoever contributes second most can tell the largest to within a share of it: they subtract themselves, and only what the
 * others bring is in the way.
 */
export const byPercent = (contributions: readonly Contribution[], share: number): Needed => {
  const amounts = contributorsOf(contributions)
  const [largest = 0, second = 0] = amounts
  const others = sum(amounts) - largest - second
  return largest > 0 && others < share * largest ? Math.max(1, Math.ceil(share * largest - others)) : undefined
}

/**
 * Group disclosure: a whole row stands in one cell, so whoever is known to be in the row is known to be in the cell, however
 * many they are. Answers which part of the row that is.
 */
export const wholeRowIn = (row: number, parts: readonly number[]): number | undefined => {
  if (row <= 0 || parts.length < 2) return undefined
  const at = parts.indexOf(row)
  return at === -1 ? undefined : at
}
