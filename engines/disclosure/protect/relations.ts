import { cellCount, type Table } from '#engines/disclosure/shapes.ts'
import { openEchelon, PRIME, type Sparse } from './echelon.ts'

/** How cells add up: each row a sum of cells (with remainders as coefficients) that is always zero. */
export type Relations = readonly Sparse[]

/** Below this many entries every relation there is gets found; above it, those that labels lead to. */
const SMALL = 60_000
/** Labels of one dimension that are compared pair by pair. */
const LARGEST_GROUP = 6000

const MINUS_ONE = PRIME - 1

/** Sums over members that two different sets hardly share: below 2³² each, so that sums of a million stay exact. */
const fingerprints = ({ inner, start, member }: Table) => {
  const scramble = (value: number, salt: number): number => {
    let t = Math.imul(value ^ salt, 0x9e3779b1)
    t = Math.imul(t ^ (t >>> 15), 0x85ebca6b)
    t = Math.imul(t ^ (t >>> 13), 0xc2b2ae35)
    return (t ^ (t >>> 16)) >>> 0
  }
  const first = Float64Array.from(inner, (_, index) => scramble(index + 1, 0x1234567))
  const second = Float64Array.from(inner, (_, index) => scramble(index + 1, 0x7654321))
  const cells = start.length - 1
  const print = new Float64Array(2 * cells)
  for (let cell = 0; cell < cells; cell += 1)
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) {
      print[2 * cell] = print[2 * cell]! + first[member[at]!]!
      print[2 * cell + 1] = print[2 * cell + 1]! + second[member[at]!]!
    }
  return print
}

/** Every relation, by elimination over the finest cells, small cells first. */
export const allRelations = (table: Table): Relations => {
  const { start, member, inner } = table
  const size = (cell: number): number => start[cell + 1]! - start[cell]!
  const order = Array.from({ length: cellCount(table) }, (_, cell) => cell).sort((a, b) => size(a) - size(b) || a - b)
  const weight = new Int32Array(inner.length)
  for (const one of member) weight[one] = weight[one]! + 1
  const echelon = openEchelon(inner.length, weight)
  const independent: number[] = []
  const relations: Sparse[] = []
  for (const cell of order) {
    const at = [...member.subarray(start[cell], start[cell + 1])]
    const circuit = echelon.take({ at, value: at.map(() => 1) })
    if (circuit === undefined) independent.push(cell)
    else relations.push({ at: [cell, ...circuit.at.map((index) => independent[index]!)], value: [MINUS_ONE, ...circuit.value] })
  }
  return relations
}

/** Cells with all labels alike but one, in lists of two or more. */
const groupsOf = (key: Table['key']): number[][] => {
  const groups: number[][] = []
  const dimensions = key.reduce((most, labels) => Math.max(most, labels.length), 0)
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const byRest = new Map<string, number[]>()
    key.forEach((labels, cell) => {
      const rest = JSON.stringify(labels.map((label, index) => (index === dimension ? null : label)))
      const group = byRest.get(rest)
      if (group === undefined) byRest.set(rest, [cell])
      else group.push(cell)
    })
    for (const group of byRest.values()) if (group.length > 1 && group.length <= LARGEST_GROUP) groups.push(group)
  }
  return groups
}

/** Relations between a cell and cells that lie within it without overlapping, found group by group. */
export const labelledRelations = (table: Table): Relations => {
  const { start, member, inner, key } = table
  const print = fingerprints(table)
  const size = (cell: number): number => start[cell + 1]! - start[cell]!
  const relations: Sparse[] = []
  const known = new Set<string>()

  const note = (parent: number, children: readonly number[]): void => {
    const name = `${parent}=${[...children].sort((a, b) => a - b).join('+')}`
    if (known.has(name)) return
    known.add(name)
    relations.push({ at: [parent, ...children], value: [MINUS_ONE, ...children.map(() => 1)] })
  }

  // The same set of finest cells under two names.
  const byPrint = new Map<string, number>()
  const same = Int32Array.from({ length: cellCount(table) }, (_, cell) => {
    const name = `${print[2 * cell]}:${print[2 * cell + 1]}:${size(cell)}`
    const earlier = byPrint.get(name)
    if (earlier === undefined) byPrint.set(name, cell)
    else if (size(cell) > 0) note(earlier, [cell])
    return earlier ?? cell
  })

  const stamp = new Int32Array(inner.length).fill(-1)
  const covered = new Int32Array(inner.length).fill(-1)
  let round = 0
  const within = (cell: number): boolean => {
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) if (stamp[member[at]!] !== round) return false
    return true
  }
  /** Children that make up the parent: the largest first, then the largest that fits beside it, and so on. */
  const cover = (parent: number, first: number, inside: readonly number[]): number[] | undefined => {
    const mark = round
    let left = size(parent)
    const chosen: number[] = []
    for (const cell of [first, ...inside]) {
      if (size(cell) > left || size(cell) === 0) continue
      let free = true
      for (let at = start[cell]!; free && at < start[cell + 1]!; at += 1) free = covered[member[at]!] !== mark
      if (!free) continue
      for (let at = start[cell]!; at < start[cell + 1]!; at += 1) covered[member[at]!] = mark
      chosen.push(cell)
      left -= size(cell)
      if (left === 0) break
    }
    return left === 0 ? chosen : undefined
  }

  for (const group of groupsOf(key)) {
    const cells = [...new Set(group.map((cell) => same[cell]!))].filter((cell) => size(cell) > 0).sort((a, b) => size(b) - size(a) || a - b)
    cells.forEach((parent, index) => {
      round += 1
      for (let at = start[parent]!; at < start[parent + 1]!; at += 1) stamp[member[at]!] = round
      const inside = cells.slice(index + 1).filter((cell) => size(cell) < size(parent) && within(cell))
      const used = new Set<number>()
      for (const first of inside) {
        // What lies in a part of an earlier cover says nothing new about this parent.
        if (used.has(first)) continue
        round += 1
        const children = cover(parent, first, inside)
        if (children === undefined) {
          used.add(first)
          continue
        }
        note(parent, children)
        for (const child of children) {
          round += 1
          for (let at = start[child]!; at < start[child + 1]!; at += 1) stamp[member[at]!] = round
          for (const cell of inside) if (!used.has(cell) && size(cell) <= size(child) && within(cell)) used.add(cell)
        }
      }
    })
  }
  return relations
}

/** Whether `relationsOf` answers those that labels lead to. */
export const isLabelled = ({ member }: Table): boolean => member.length > SMALL

export const relationsOf = (table: Table): Relations => (isLabelled(table) ? labelledRelations(table) : allRelations(table))
