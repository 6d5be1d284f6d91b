/** What a count of one finest cell came to. Whole numbers, so that sums are exact in any order. */
export interface Counted {
  readonly numerator: number
  readonly denominator: number
  /** Facts behind both, reversals taken away. */
  readonly facts: number
}

export const nothing: Counted = { numerator: 0, denominator: 0, facts: 0 }

export const plus = (one: Counted, other: Counted): Counted => ({
  numerator: one.numerator + other.numerator,
  denominator: one.denominator + other.denominator,
  facts: one.facts + other.facts,
})

export const sum = (all: readonly Counted[]): Counted => all.reduce(plus, nothing)

/**
 * Rolls finest cells up: each goes into every group that it belongs to (a place, the places above it; its own value of
 * a dimension, and all values together). A group is named by its key.
 */
export const rollUp = <Leaf extends Counted>(leaves: readonly Leaf[], groupsOf: (leaf: Leaf) => readonly string[]): Map<string, Counted> => {
  const groups = new Map<string, Counted>()
  for (const leaf of leaves)
    for (const key of groupsOf(leaf)) groups.set(key, plus(groups.get(key) ?? nothing, leaf))
  return groups
}

/**
 * Every way of telling apart by some of the dimensions and not by others: `[a, b]` of `['sex', 'kind']` gives
 * `[a, b]`, `[a, null]`, `[null, b]`, `[null, null]`, where null is all values together.
 */
export const margins = (values: readonly string[]): (string | null)[][] =>
  values.reduce<(string | null)[][]>((known, value) => known.flatMap((row) => [[...row, value], [...row, null]]), [[]])
