/** What an attacker reads: a sum of some of the finest cells lies between two numbers. */
export interface Band {
  readonly members: ArrayLike<number>
  readonly low: number
  readonly high: number
}

export interface Published {
  /** How many finest cells there are; none is negative. */
  readonly unknowns: number
  readonly bands: readonly Band[]
}

/** A number as it is. */
export const exactly = (members: ArrayLike<number>, value: number): Band => ({ members, low: value, high: value })

/** A number rounded to the nearest multiple of `base`; a half may have gone either way. */
export const rounded = (members: ArrayLike<number>, shown: number, base: number): Band => ({ members, low: Math.max(0, shown - base / 2), high: shown + base / 2 })

/**
 * A share of a whole that is known, in percent with so many decimals. Where whole and part are counts, the band is that of
 * the whole numbers in it.
 */
export const percentOf = (members: ArrayLike<number>, whole: number, percent: number, decimals: number): Band => {
  const half = 0.5 / 10 ** decimals
  const share = (bound: number): number => (Math.min(100, Math.max(0, bound)) / 100) * whole
  return { members, low: Math.ceil(share(percent - half) - 1e-9), high: Math.floor(share(percent + half) + 1e-9) }
}

/** What a register outside says: no more than this, at least that. */
export const between = (members: ArrayLike<number>, low: number, high: number): Band => ({ members, low: Math.max(0, low), high })
