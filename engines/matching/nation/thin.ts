import { BOX, describe, END, FROM, LEAF, perVolunteer, RIGHT, SHAPE, SPOT, type Folk, type Tree } from './tree.ts'
import { maskOf, wordOf } from './vocabulary.ts'

/**
 * The same tree, thinned to those who have one bit: as tight, and nobody is looked at in vain who lacks a skill that few
 * have. At least one has to have it.
 */
export const thinTree = (tree: Tree, folk: Folk, bits: number, bit: number): Tree => {
  const { traits, spot, width, count } = folk
  const word = wordOf(bit)
  const mask = maskOf(bit)
  const stride = SHAPE + width
  const each = perVolunteer(width)
  // `before[p]`: how many of them stand before `p`.
  const before = new Int32Array(count + 1)
  for (let p = 0; p < count; p += 1) before[p + 1] = before[p]! + ((traits[p * each + word]! & mask) === 0 ? 0 : 1)
  const ownTraits = new Int32Array(before[count]! * each)
  const ownSpot = new Float64Array(before[count]! * SPOT)
  for (let p = 0; p < count; p += 1) {
    const at = before[p]!
    if (before[p + 1] === at) continue
    for (let trait = 0; trait < each; trait += 1) ownTraits[at * each + trait] = traits[p * each + trait]!
    for (let part = 0; part < SPOT; part += 1) ownSpot[at * SPOT + part] = spot[p * SPOT + part]!
  }
  const from = (node: number): number => before[tree.shape[node * stride + FROM]!]!
  const end = (node: number): number => before[tree.shape[node * stride + END]!]!
  const left = (node: number): number => node + 1
  const right = (node: number): number => tree.shape[node * stride + RIGHT]!
  /** Down to where it forks. */
  const fork = (at: number): number => {
    let node = at
    while (right(node) !== 0 && end(node) - from(node) > LEAF) {
      if (from(left(node)) === end(left(node))) node = right(node)
      else if (from(right(node)) === end(right(node))) node = left(node)
      else break
    }
    return node
  }
  const isLeaf = (node: number): boolean => right(node) === 0 || end(node) - from(node) <= LEAF
  const nodesUnder = (at: number): number => {
    const node = fork(at)
    return isLeaf(node) ? 1 : 1 + nodesUnder(left(node)) + nodesUnder(right(node))
  }

  const nodes = nodesUnder(0)
  const shape = new Int32Array(nodes * stride)
  let next = 0
  const place = (at: number): void => {
    const node = fork(at)
    const placed = next
    next += 1
    shape[placed * stride + FROM] = from(node)
    shape[placed * stride + END] = end(node)
    if (isLeaf(node)) return
    place(left(node))
    shape[placed * stride + RIGHT] = next
    place(right(node))
  }
  place(0)

  const thinned = { shape, box: new Float64Array(nodes * BOX), traits: ownTraits, spot: ownSpot }
  describe(thinned, folk, bits)
  return thinned
}
