import { PAIR, type Known } from './known.ts'
import { STRIDE, type State } from './state.ts'

const isAtHand = ({ few }: State, need: number, volunteer: number): boolean => {
  for (let at = need * STRIDE; at < (need + 1) * STRIDE && few[at] !== -1; at += 2) if (few[at] === volunteer) return true
  return false
}

/**
 * After `fill`, where needs are to come in later: whoever's price has fallen may be below what a need believes of
 * those whom it has not at hand. It is told so, one by one; a single bound for the whole country would after a few
 * changes tell nobody anything.
 */
export const keepBounds = (state: State, { begin, end, pairs }: Known): void => {
  const { price, rest, reached } = state
  for (const volunteer of reached) {
    const worth = price[volunteer]!
    const stop = end[volunteer]!
    for (let edge = begin[volunteer]!; edge < stop; edge += PAIR) {
      const need = pairs[edge]!
      const value = worth + pairs[edge + 1]!
      if (value < rest[need]! && !isAtHand(state, need, volunteer)) rest[need] = value
    }
  }
}
