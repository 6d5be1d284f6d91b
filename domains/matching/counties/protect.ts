/** Counts under this are not told. */
export const K = 5

export const told = (count: number): number | null => (count === 0 || count >= K ? count : null)

interface Bin {
  readonly count: number
}

/**
 * Parts of one whole, each told when it is none or k. What is hidden is at least k together, so that nobody finds a
 * single one by taking the others off the whole: the smallest that could be told goes with it until it is.
 */
export const toldParts = <B extends Bin>(bins: readonly B[]): (Omit<B, 'count'> & { readonly count: number | null })[] => {
  const hidden = new Set(bins.filter(({ count }) => told(count) === null))
  const open = bins.filter((bin) => bin.count >= K).sort((a, b) => b.count - a.count)
  const sum = () => [...hidden].reduce((all, { count }) => all + count, 0)
  while (hidden.size > 0 && sum() < K) {
    const next = open.pop()
    if (next === undefined) break
    hidden.add(next)
  }
  return bins.map((bin) => ({ ...bin, count: hidden.has(bin) ? null : bin.count }))
}
