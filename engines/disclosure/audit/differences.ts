/** Two published sums, one within the other, that between them give away a few people. */
export interface Isolating {
  readonly whole: number
  readonly part: number
  /** How many people are in the one and not in the other: 1 … k − 1. */
  readonly value: number
}

export interface Sums {
  readonly start: Int32Array
  readonly member: Int32Array
  readonly value: Float64Array
  /** 1 where the sum is not published. */
  readonly hidden: Uint8Array
}

/**
 * Published sums whose difference isolates 1 … k − 1 people and is not itself a cell: a county and a round figure for its
 * town, a grid square against a district, this month's total against last month's.
 */
export const isolatingDifferences = ({ start, member, value, hidden }: Sums, unknowns: number, k: number): Isolating[] => {
  const cells = start.length - 1
  const holders: number[][] = Array.from({ length: unknowns }, () => [])
  for (let cell = 0; cell < cells; cell += 1)
    if (hidden[cell] === 0) for (let at = start[cell]!; at < start[cell + 1]!; at += 1) holders[member[at]!]!.push(cell)
  const nameOf = (members: Iterable<number>): string => [...members].sort((a, b) => a - b).join()
  const cellNames = new Set(Array.from({ length: cells }, (_, cell) => nameOf(member.subarray(start[cell], start[cell + 1]))))

  const found: Isolating[] = []
  for (let part = 0; part < cells; part += 1) {
    if (hidden[part] === 1 || start[part] === start[part + 1]) continue
    const own = member.subarray(start[part], start[part + 1])
    for (const whole of holders[own[0]!]!) {
      const difference = value[whole]! - value[part]!
      if (difference < 1 || difference >= k) continue
      const rest = new Set(member.subarray(start[whole], start[whole + 1]))
      const size = rest.size
      for (const one of own) rest.delete(one)
      if (rest.size === size - own.length && !cellNames.has(nameOf(rest))) found.push({ whole, part, value: difference })
    }
  }
  return found
}
