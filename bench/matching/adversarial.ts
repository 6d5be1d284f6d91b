import { chance } from './chance.ts'
import { search } from './nearest.ts'
import { gather, type Problem } from './problem.ts'

const oneHour = { hours: 1 }

/** No neighbourhood at all: every need knows `degree` volunteers from anywhere. */
export const randomSparse = (needs: number, volunteers: number, degree: number, seed = 2): Problem => {
  const from = chance(seed)
  return gather(
    volunteers,
    needs,
    (_, add) => {
      const known = new Set<number>()
      while (known.size < Math.min(degree, volunteers)) known.add(from.below(volunteers))
      for (const volunteer of known) add(volunteer, from.below(100_000))
      return { penalty: 1_000_000, ...oneHour }
    },
    () => ({ capacity: 1 + from.below(2), ...oneHour }),
  )
}

/** Points anywhere on a square; one slot each. As many slots as needs is zero slack. */
export const uniformPlane = (needs: number, volunteers: number, degree: number, seed = 3): Problem => {
  const from = chance(seed)
  const side = Math.sqrt(volunteers)
  const point = (): number => from.next() * side
  const homes = { x: Float64Array.from({ length: volunteers }, point), y: Float64Array.from({ length: volunteers }, point) }
  const near = search(homes, 2)
  const found = new Int32Array(degree)
  const km = new Float64Array(degree)
  return gather(
    volunteers,
    needs,
    (_, add) => {
      const count = near.nearest(point(), point(), Infinity, () => true, found, km)
      for (let at = 0; at < count; at++) add(found[at] ?? 0, Math.round((km[at] ?? 0) * 1000))
      return { penalty: 100_000, ...oneHour }
    },
    () => ({ capacity: 1, ...oneHour }),
  )
}

/** Everybody could help everybody. */
export const dense = (side: number, seed = 4): Problem => {
  const from = chance(seed)
  return gather(
    side,
    side,
    (_, add) => {
      for (let volunteer = 0; volunteer < side; volunteer++) add(volunteer, from.below(100_000))
      return { penalty: 1_000_000, ...oneHour }
    },
    () => ({ capacity: 1, ...oneHour }),
  )
}

/** Costs of 0 to 3 only, and a penalty that is hardly more. */
export const heavyTies = (needs: number, volunteers: number, degree: number, seed = 5): Problem => {
  const from = chance(seed)
  return gather(
    volunteers,
    needs,
    (_, add) => {
      const known = new Set<number>()
      while (known.size < Math.min(degree, volunteers)) known.add(from.below(volunteers))
      for (const volunteer of known) add(volunteer, from.below(4))
      return { penalty: 8, ...oneHour }
    },
    () => ({ capacity: 1 + from.below(2), ...oneHour }),
  )
}
