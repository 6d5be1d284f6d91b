import type { Instance } from './instance.ts'
import { rows } from './small.fixture.ts'

/** Linear congruences: the same whole numbers below something on every machine. */
export const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export interface Random {
  readonly needs: number
  readonly volunteers: number
  readonly degree: number
  readonly cost: number
  readonly penalty: number
  readonly capacity: () => number
  readonly load?: readonly number[]
}

export const randomOf = ({ needs, volunteers, degree, cost, penalty, capacity, load = [0] }: Random, next = numbers(12345)): Instance => ({
  row: rows(Array.from({ length: needs }, () => degree)),
  col: Int32Array.from({ length: needs * degree }, () => next(volunteers)),
  cost: Int32Array.from({ length: needs * degree }, () => next(cost)),
  penalty: Int32Array.from({ length: needs }, () => penalty + next(500)),
  capacity: Int32Array.from({ length: volunteers }, capacity),
  load: Int32Array.from(load),
})
