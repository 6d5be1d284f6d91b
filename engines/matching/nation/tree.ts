import { squaredChord } from '#engines/matching/distance.ts'

/** Volunteers who may be given a task, in the order of the tree, so that neighbours stand together. */
export interface Folk {
  readonly count: number
  /**
   * What a need is held against, `width` numbers for each: words of bits, parts of the week, then purposes of vetting;
   * behind them the week and the index in the columns.
   */
  readonly traits: Int32Array
  readonly width: number
  /** `SPOT` numbers for each: x, y, z, and the squared chord beyond which they do not travel, a little more than exactly. */
  readonly spot: Float64Array
}

/** From one volunteer's numbers to the next. */
export const SPOT = 4
export const perVolunteer = (width: number): number => width + 2
/** Where, behind the traits. */
export const WEEK = 0
export const INDEX = 1

/**
 * A binary tree in preorder: the left child of an inner node is the next node, the right one stands in it. A node
 * knows what all below it have together: a box, the farthest reach, the lowest index, and traits (bits of any of them,
 * the latest day of vetting), so that whole towns are passed over in which nobody can fit.
 */
export interface Tree {
  /** By node `SHAPE` numbers: right child (0 in a leaf), first and end of its members, lowest index; then its traits. */
  readonly shape: Int32Array
  /** By node `BOX` numbers: least x, y, z, most x, y, z, farthest reach. */
  readonly box: Float64Array
  /** Of the members, leaf by leaf: the same as in the folk, once more in each tree, so that a leaf is read in one piece. */
  readonly traits: Int32Array
  readonly spot: Float64Array
}

export const RIGHT = 0
export const FROM = 1
export const END = 2
export const LOWEST = 3
/** Where a node's traits begin. */
export const SHAPE = 4
export const BOX = 7

/** So many stand in a leaf, at most: 6 to 40 were measured, and 16 to 24 are the quickest. */
export const LEAF = 24

const merge = (bits: number, into: Int32Array, at: number, from: Int32Array, other: number, width: number): void => {
  for (let trait = 0; trait < bits; trait += 1) into[at + trait] = into[at + trait]! | from[other + trait]!
  for (let trait = bits; trait < width; trait += 1)
    if (from[other + trait]! > into[at + trait]!) into[at + trait] = from[other + trait]!
}

/** Writes what a leaf knows from its members. */
const describeLeaf = ({ shape, box, traits, spot }: Tree, node: number, { width }: Folk, bits: number): void => {
  const own = perVolunteer(width)
  const s = node * (SHAPE + width)
  const b = node * BOX
  box.fill(Infinity, b, b + 3)
  box.fill(-Infinity, b + 3, b + BOX)
  let lowest = Infinity
  for (let at = shape[s + FROM]!; at < shape[s + END]!; at += 1) {
    const index = traits[at * own + width + INDEX]!
    if (index < lowest) lowest = index
    for (let axis = 0; axis < 3; axis += 1) {
      const value = spot[at * SPOT + axis]!
      if (value < box[b + axis]!) box[b + axis] = value
      if (value > box[b + 3 + axis]!) box[b + 3 + axis] = value
    }
    if (spot[at * SPOT + 3]! > box[b + 6]!) box[b + 6] = spot[at * SPOT + 3]!
    merge(bits, shape, s + SHAPE, traits, at * own, width)
  }
  shape[s + LOWEST] = lowest
}

/** Writes what an inner node knows from its children. */
const describeInner = ({ shape, box }: Tree, node: number, { width }: Folk, bits: number): void => {
  const s = node * (SHAPE + width)
  const b = node * BOX
  const left = s + SHAPE + width
  const right = shape[s + RIGHT]! * (SHAPE + width)
  const leftBox = b + BOX
  const rightBox = shape[s + RIGHT]! * BOX
  shape[s + LOWEST] = Math.min(shape[left + LOWEST]!, shape[right + LOWEST]!)
  for (let side = 0; side < BOX; side += 1) {
    const one = box[leftBox + side]!
    const other = box[rightBox + side]!
    box[b + side] = (side < 3) === (one < other) ? one : other
  }
  merge(bits, shape, s + SHAPE, shape, left + SHAPE, width)
  merge(bits, shape, s + SHAPE, shape, right + SHAPE, width)
}

/** Writes what each node knows, children first. `bits`: how many of the traits are bits. */
export const describe = (tree: Tree, folk: Folk, bits: number): void => {
  for (let node = tree.box.length / BOX - 1; node >= 0; node -= 1)
    if (tree.shape[node * (SHAPE + folk.width) + RIGHT] === 0) describeLeaf(tree, node, folk, bits)
    else describeInner(tree, node, folk, bits)
}

/** How far a box is from a point, by the same sums as the distance of the points in it: never more than any of those. */
export const chordToBox = (box: Float64Array, b: number, x: number, y: number, z: number): number =>
  squaredChord(
    x < box[b]! ? box[b]! - x : x > box[b + 3]! ? x - box[b + 3]! : 0,
    y < box[b + 1]! ? box[b + 1]! - y : y > box[b + 4]! ? y - box[b + 4]! : 0,
    z < box[b + 2]! ? box[b + 2]! - z : z > box[b + 5]! ? z - box[b + 5]! : 0,
  )
