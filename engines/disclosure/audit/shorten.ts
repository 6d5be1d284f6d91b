/** An equality: these finest cells come to this. */
export interface Row {
  readonly members: readonly number[]
  readonly sum: number
}

/**
 * The same equalities in fewer and shorter rows: of each row, what shorter rows already say is taken away. A whole country
 * becomes what none of its parts tell.
 */
export const shorten = (rows: readonly Row[], unknowns: number): Row[] => {
  const order = rows.map((_, index) => index).sort((a, b) => rows[b]!.members.length - rows[a]!.members.length || a - b)
  // Of each finest cell, the rows that hold it, longest first.
  const holders: number[][] = Array.from({ length: unknowns }, () => [])
  const rank = new Int32Array(rows.length)
  order.forEach((row, place) => {
    rank[row] = place
    for (const one of rows[row]!.members) holders[one]!.push(row)
  })
  const left = new Int32Array(unknowns).fill(-1)
  return order.flatMap((row, round): Row[] => {
    const { members } = rows[row]!
    let { sum } = rows[row]!
    for (const one of members) left[one] = round
    let count = members.length
    for (const one of members) {
      if (left[one] !== round) continue
      const inside = holders[one]!.find((other) => rank[other]! > round && rows[other]!.members.length <= count && rows[other]!.members.every((own) => left[own] === round))
      if (inside === undefined) continue
      for (const own of rows[inside]!.members) left[own] = -1
      count -= rows[inside]!.members.length
      sum -= rows[inside]!.sum
    }
    return count === 0 ? [] : [{ members: members.filter((one) => left[one] === round), sum }]
  })
}
