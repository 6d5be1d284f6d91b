import type { Held, Solver } from '#engines/disclosure/solver.ts'
import { presolve, type Part } from './presolve.ts'
import type { Published } from './published.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

export interface Attack {
  /** The least and the most that a sum of finest cells can be, given everything that is published. */
  bounds(members: ArrayLike<number>): Interval
  close(): void
}

/** What is published contradicts itself: there is nothing to attack. */
export class Impossible extends Error {}

interface Group {
  /** Finest cells that everything published treats alike. */
  readonly column: ReadonlyMap<number, number>
  readonly held: Held
}

/** Finest cells in the same rows are one column: only their sum is known. */
const columnsOf = ({ unknown, rows }: Part): { readonly column: Map<number, number>; readonly rowsOfColumn: readonly (readonly number[])[] } => {
  const rowsOf = new Map<number, number[]>(unknown.map((one) => [one, []]))
  rows.forEach(({ members }, index) => {
    for (const one of members) rowsOf.get(one)!.push(index)
  })
  const byRows = new Map<string, number>()
  const rowsOfColumn: (readonly number[])[] = []
  const column = new Map<number, number>()
  for (const one of unknown) {
    const own = rowsOf.get(one)!
    const name = own.join()
    const known = byRows.get(name) ?? rowsOfColumn.push(own) - 1
    byRows.set(name, known)
    column.set(one, known)
  }
  return { column, rowsOfColumn }
}

const openGroup = (part: Part, solver: Solver): Group => {
  const { column, rowsOfColumn } = columnsOf(part)
  const members = part.rows.map((): number[] => [])
  rowsOfColumn.forEach((rows, index) => {
    for (const row of rows) members[row]!.push(index)
  })
  const rowStart = new Int32Array(members.length + 1)
  members.forEach((own, row) => {
    rowStart[row + 1] = rowStart[row]! + own.length
  })
  const held = solver.hold({
    lower: new Float64Array(rowsOfColumn.length),
    upper: new Float64Array(rowsOfColumn.length).fill(Infinity),
    rowStart,
    rowColumn: Int32Array.from(members.flat()),
    rowLower: Float64Array.from(part.rows, ({ low }) => low),
    rowUpper: Float64Array.from(part.rows, ({ high }) => high),
  })
  return { column, held }
}

/**
 * A whole column can be given to one of its cells, or to none: so a target that has some cells of a column can have all of
 * it at the most, and has nothing of it at the least unless it has all of its cells.
 */
const costs = (members: readonly number[], group: Group, size: ReadonlyMap<number, number>, least: boolean): Map<number, number> => {
  const own = new Map<number, number>()
  for (const one of members) own.set(group.column.get(one)!, (own.get(group.column.get(one)!) ?? 0) + 1)
  const cost = new Map<number, number>()
  for (const [column, count] of own) if (!least || count === size.get(column)) cost.set(column, 1)
  return cost
}

export const openAttack = (published: Published, solver: Solver): Attack => {
  const { fixed, partOf, parts, possible } = presolve(published)
  if (!possible) throw new Impossible()
  const groups = new Map<number, { readonly group: Group; readonly size: ReadonlyMap<number, number> }>()
  const groupOf = (part: number) => {
    const known = groups.get(part)
    if (known !== undefined) return known
    const group = openGroup(parts[part]!, solver)
    const size = new Map<number, number>()
    for (const column of group.column.values()) size.set(column, (size.get(column) ?? 0) + 1)
    groups.set(part, { group, size })
    return { group, size }
  }

  const reach = (part: number, members: readonly number[], least: boolean): number => {
    const { group, size } = groupOf(part)
    const cost = costs(members, group, size, least)
    const answer = group.held.aim(least ? 'least' : 'most', [...cost.keys()], [...cost.values()])
    if (answer.found) return answer.objective
    if (answer.why === 'unbounded') return least ? 0 : Infinity
    if (answer.why === 'none') throw new Impossible()
    throw new Error('the solver gave up on an interval')
  }

  return {
    bounds: (members) => {
      let known = 0
      const open = new Map<number, number[]>()
      for (let at = 0; at < members.length; at += 1) {
        const one = members[at]!
        const part = partOf[one]!
        if (part === -1) known += fixed[one]!
        else open.set(part, [...(open.get(part) ?? []), one])
      }
      let [low, high] = [known, known]
      for (const [part, own] of open) {
        low += reach(part, own, true)
        high += reach(part, own, false)
      }
      return { low: Math.max(0, low), high }
    },
    close: () => {
      for (const { group } of groups.values()) group.held.close()
    },
  }
}
