import { isRest, nameOf } from '#domains/observatory/releases/tables/lay.ts'
import type { Asked, Pattern } from './shapes.ts'

/** Own cells by name, or those of an earlier moment. */
const valuesAt = ({ laid }: Asked, at: number): Map<string, number> =>
  new Map(laid.cells.flatMap(({ name, moment, value }) => (moment === at && !isRest(name.measure) ? [[nameOf(name), value] as const] : [])))

/**
 * The same question without the release before it, where that one had the very same numbers: undefined where it had not. What is
 * found without it is as it was found then, and whoever says the same twice tells nothing new: of every table that could be
 * behind one of them, a copy could be behind the other.
 */
export const withoutTwin = (asked: Asked): Asked | undefined => {
  const { laid, now, earlier } = asked
  if (now === 0) return undefined
  const twin = now - 1
  const [own, before] = [valuesAt(asked, now), valuesAt(asked, twin)]
  if (own.size !== before.size || [...own].some(([name, value]) => before.get(name) !== value)) return undefined
  const cells = laid.cells.filter(({ moment }) => moment !== twin)
  const used = [...new Set(cells.flatMap(({ members }) => members))].sort((a, b) => a - b)
  const place = new Map(used.map((inner, at) => [inner, at]))
  return {
    ...asked,
    now: twin,
    earlier: earlier.slice(0, twin),
    laid: {
      inner: used.map((inner) => laid.inner[inner] ?? 0),
      cells: cells.map((cell) => ({ ...cell, moment: Math.min(cell.moment, twin), members: cell.members.map((inner) => place.get(inner) ?? 0) })),
    },
  }
}

/** The question that a pattern is an answer to. */
export const askedBehind = (asked: Asked, { asBefore = 0 }: Pick<Pattern, 'asBefore'>): Asked => {
  if (asBefore === 0) return asked
  const less = withoutTwin(asked)
  if (less === undefined) throw new RangeError('what was as before is no longer')
  return askedBehind(less, { asBefore: asBefore - 1 })
}
