/** A week in quarters of a day, one bit each. */
const PART = 6 * 60
const PARTS = 28

/** A bit that every volunteer has, for a need that takes no time. */
export const ANY_PART = 1 << PARTS

/** The quarters in which a stretch of minutes falls; one that ends with a quarter does not fall into the next. */
export const partsBetween = (from: number, to: number): number => {
  if (to - from >= PARTS * PART) return ANY_PART - 1
  let parts = 0
  for (let part = Math.floor(from / PART); part * PART < to; part += 1) parts |= 1 << (part % PARTS)
  return parts
}
