/*
 * No open source has a population below the province. A province's census is therefore spread over its
 * counties and towns, which are labelled `modelled`: towns of known size keep it, the others are small, and
 * the rest, who live in villages, follows the number of towns of a county. The counties of a province add up
 * to its census.
 */

/** No more of a province lives in towns of known size: sizes of later years would exceed the census. */
const URBAN_CEILING = 0.8
/** The gazetteer names a population for every larger town. */
const SMALL_TOWN = 6000
const SEAT_WEIGHT = 3
const SMALL_TOWNS_SHARE = 0.25

/** Shares of a whole number in proportion to `weights`, by largest remainder: they add up exactly. */
export const apportion = (whole: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = whole - shares.reduce((total, share) => total + share, 0)
  const largest = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of largest.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

export interface SizedTown {
  /** Undefined where the gazetteer does not know it. */
  readonly size: number | undefined
  readonly seat: boolean
}

/** The towns of each county of a province, in; the county's population and its towns', out. */
export const modelPopulations = (
  census: number,
  counties: readonly (readonly SizedTown[])[],
): { readonly population: number; readonly towns: readonly number[] }[] => {
  const all = counties.flat()
  const known = all.reduce((sum, { size }) => sum + (size ?? 0), 0)
  const scale = Math.min(1, (census * URBAN_CEILING) / Math.max(1, known))
  const weight = ({ size, seat }: SizedTown) => (size !== undefined ? 0 : seat ? SEAT_WEIGHT : 1)
  const weights = all.reduce((sum, town) => sum + weight(town), 0)
  const rest = census - Math.ceil(known * scale)
  const small = Math.floor(Math.min(SMALL_TOWN, (rest * SMALL_TOWNS_SHARE) / Math.max(1, weights)))
  const towns = counties.map((own) =>
    own.map((town) => (town.size === undefined ? small * weight(town) : Math.floor(town.size * scale))),
  )
  const urban = towns.map((sizes) => sizes.reduce((sum, size) => sum + size, 0))
  const rural = apportion(
    census - urban.reduce((sum, size) => sum + size, 0),
    counties.map((own) => 1 + own.length),
  )
  return towns.map((own, index) => ({ population: (urban[index] ?? 0) + (rural[index] ?? 0), towns: own }))
}
