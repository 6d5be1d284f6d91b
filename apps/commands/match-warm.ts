import { solve, type Instance } from '#engines/matching/index.ts'

const ROUNDS = 10
const NEEDS = 1000
const DEGREE = 30

/** Any numbers do, as long as the engine has to go each of its ways: few volunteers, some, many. */
const sample = (volunteers: number, load: readonly number[]): Instance => {
  let state = volunteers
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const degree = Array.from({ length: NEEDS }, () => next(DEGREE))
  const row = new Int32Array(NEEDS + 1)
  degree.forEach((edges, need) => (row[need + 1] = (row[need] ?? 0) + edges))
  // Neighbours share volunteers, as they do on a map, and one need may be far from all.
  const around = (need: number): number => (Math.floor((need * volunteers) / NEEDS) + next(2 * DEGREE)) % volunteers
  return {
    row,
    col: Int32Array.from(degree.flatMap((edges, need) => Array.from({ length: edges }, () => around(need)))),
    cost: Int32Array.from({ length: row[NEEDS] ?? 0 }, () => next(900) - 600),
    penalty: Int32Array.from({ length: NEEDS }, () => 10_000 + next(900)),
    capacity: Int32Array.from({ length: volunteers }, () => next(4)),
    load: Int32Array.from(load),
  }
}

/**
 * Solves a few small instances, so that what is timed afterwards is the engine as it runs in a server that has been up
 * for a while, not the compiler at work: about a third of a second.
 */
export const warmUp = (): void => {
  const samples = [sample(150, [0]), sample(300, [0, 300]), sample(700, [0]), sample(5000, [0])]
  for (let round = 0; round < ROUNDS; round++) for (const instance of samples) solve(instance)
}
