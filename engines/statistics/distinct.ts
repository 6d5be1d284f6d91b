/** Persons of a place and of the places in it: a person who was helped in two of them is one person above. */
export interface Distinct {
  readonly persons: number
  /** Σ of the children. */
  readonly ofChildren: number
  /** How often somebody was counted in one child more. */
  readonly overlap: number
}

export const withOverlap = (persons: number, children: readonly number[]): Distinct => {
  const ofChildren = children.reduce((all, one) => all + one, 0)
  if (ofChildren < persons) throw new RangeError(`${persons} persons cannot be made of ${ofChildren}`)
  return { persons, ofChildren, overlap: ofChildren - persons }
}
