import { dense, heavyTies, randomSparse, uniformPlane } from './adversarial.ts'
import { national, shapes } from './national.ts'
import type { Problem } from './problem.ts'

export interface Named {
  readonly name: string
  /** What a volunteer's 1st, 2nd, 3rd … task costs. */
  readonly load: readonly number[]
  readonly group: 'national' | 'adversarial'
  readonly needs: number
  readonly make: () => Problem
}

const plain = [0]
const convex = [0, 300, 700, 1200, 1800]

const both = (name: string, group: Named['group'], needs: number, make: () => Problem): readonly Named[] => [
  { name: `${name}, plain`, load: plain, group, needs, make },
  { name: `${name}, convex`, load: convex, group, needs, make },
]

/** From small to large, so that a peer which falls behind is not waited for at the next size. */
export const instances: readonly Named[] = [
  ...[2000, 20_000].flatMap((needs) => shapes.flatMap((shape) => both(`${shape} ${needs / 1000}k`, 'national', needs, () => national(shape, needs)))),
  ...both('random sparse 20k', 'adversarial', 20_000, () => randomSparse(20_000, 16_000, 12)),
  { name: 'uniform plane 20k, zero slack', load: plain, group: 'adversarial', needs: 20_000, make: () => uniformPlane(20_000, 20_000, 20) },
  { name: 'uniform plane 20k, oversubscribed', load: plain, group: 'adversarial', needs: 20_000, make: () => uniformPlane(20_000, 15_000, 20) },
  { name: 'dense 800 × 800', load: plain, group: 'adversarial', needs: 800, make: () => dense(800) },
  ...both('heavy ties 20k', 'adversarial', 20_000, () => heavyTies(20_000, 14_000, 12)),
  ...shapes.flatMap((shape) => both(`${shape} 200k`, 'national', 200_000, () => national(shape, 200_000))),
]
