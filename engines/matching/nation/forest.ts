import type { Columns } from './columns.ts'
import { growTree } from './grow.ts'
import { thinTree } from './thin.ts'
import { perVolunteer, type Folk, type Tree } from './tree.ts'
import { BITS, maskOf, wordOf } from './vocabulary.ts'

/** A bit that at least one need of so many volunteers asks for is worth a tree of its own … */
const ASKED_OF = 10_000
/** … where at most this share has it; and all such trees together have at most so many times as many members. */
const SHARE = 0.5
const TIMES = 2

/** Everybody, and those few who have what is rare. */
export interface Forest {
  readonly folk: Folk
  readonly whole: Tree
  /** By need: the smallest tree in which everybody is who can fit. */
  readonly treeFor: (need: number) => Tree
}

/** By bit: in how many rows it is set. */
const countBits = (rows: Int32Array, count: number, width: number, words: number): Int32Array => {
  const counts = new Int32Array(words * BITS)
  for (let row = 0; row < count; row += 1)
    for (let word = 0; word < words; word += 1)
      for (let left = rows[row * width + word]!; left !== 0; left &= left - 1) {
        const bit = word * BITS + 31 - Math.clz32(left & -left)
        counts[bit] = counts[bit]! + 1
      }
  return counts
}

/** Undefined where nobody may be given a task. */
export const growForest = (columns: Columns): Forest | undefined => {
  const grown = growTree(columns)
  if (grown === undefined) return undefined
  const { folk, tree: whole } = grown
  const { words, needs } = columns
  const asked = countBits(needs.bits, needs.lat.length, words, words)
  const held = countBits(folk.traits, folk.count, perVolunteer(folk.width), words)
  const rarestFirst = [...held.keys()]
    .filter((bit) => held[bit]! > 0 && held[bit]! <= SHARE * folk.count && asked[bit]! * ASKED_OF > folk.count)
    .sort((a, b) => held[a]! - held[b]!)
  const trees: { readonly word: number; readonly mask: number; readonly tree: Tree }[] = []
  let members = 0
  for (const bit of rarestFirst) {
    members += held[bit]!
    if (members > TIMES * folk.count) break
    trees.push({ word: wordOf(bit), mask: maskOf(bit), tree: thinTree(whole, folk, words + 1, bit) })
  }
  const treeFor = (need: number): Tree => {
    for (const { word, mask, tree } of trees) if ((needs.bits[need * words + word]! & mask) !== 0) return tree
    return whole
  }
  return { folk, whole, treeFor }
}
