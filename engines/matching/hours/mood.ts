/** How a cycle of the annealing goes about it. */
export interface Mood {
  /** In cost units, at its beginning. */
  readonly hot: number
  /** What is left of the heat at its end. */
  readonly cooled: number
  /** Of the price of an hour, what an hour that is left counts for at its beginning. */
  readonly credit: number
  /** How much of that is lost to its end, as such hours bring nothing. */
  readonly lost: number
  /** How much rather a need looks at volunteers who are cheap for it: the power of a chance between 0 and 1. */
  readonly nearer: number
  /** To how many volunteers, from the cheapest on, somebody who leaves may go. */
  readonly passedOn: number
}

/** Found by trying on literature types c (cool, credit soon lost), d (credit kept) and e (hot, many to pass on to). */
export const drawMood = (chance: () => number): Mood => ({
  hot: 0.6 * 16 ** chance(),
  cooled: 0.05 + 0.2 * chance(),
  credit: 0.85 + 0.15 * chance(),
  lost: chance() < 0.4 ? 1 : 0.1 + 0.9 * chance(),
  nearer: 2.5 + 4 * chance(),
  passedOn: 3 + Math.floor(5 * chance()),
})

/** A mood that was good once, hotter or cooler. */
export const nearMood = (mood: Mood, chance: () => number): Mood => ({ ...mood, hot: mood.hot * (0.7 + 0.6 * chance()) })
