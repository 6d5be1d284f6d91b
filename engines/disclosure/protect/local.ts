import { cellCount, type Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import type { Places } from './places.ts'

/** Finest cells that change, and by how many: whole numbers. */
export interface Change {
  readonly at: readonly number[]
  readonly by: readonly number[]
}

export interface Local {
  /**
   * Changes only the finest cells given, no open cell, so that the target moves by `most` or as far as it can towards it
   * (down where negative), and by `least` at the least. Undefined where that cannot be done here.
   */
  move(target: number, within: readonly number[], least: number, most: number): Change | undefined
  /** The cheapest open cells to hide so that the target can move by `amount`, by the finest cells given alone. */
  toHide(target: number, within: readonly number[], amount: number, price: (cell: number) => number): readonly number[] | undefined
  /** How far a change moves each hidden cell. */
  effect(change: Change): ReadonlyMap<number, number>
}

const NEAR = 1e-6
/** What a step of the target is worth, in steps of finest cells: more than any change of a few hundred of them takes. */
const FAR = 1000
/** Finest cells for which whole numbers are searched for where the linear programme has fractions. */
const MOST_WHOLE = 1000

/** Rows of one local programme: the open cells that meet the finest cells chosen, each set of these once. */
interface Rows {
  /** Finest cells that can move at all. */
  readonly live: readonly number[]
  readonly row: readonly (readonly number[])[]
  /** Cells that stand behind each row. */
  readonly behind: readonly (readonly number[])[]
}

const wideOf = (index: number): number => {
  let t = Math.imul(index + 1, 0x9e3779b1)
  t = Math.imul(t ^ (t >>> 15), 0x85ebca6b)
  const low = Math.imul(t ^ (t >>> 13), 0xc2b2ae35) >>> 0
  return low * 4096 + ((t >>> 7) & 4095)
}

export const openLocal = (table: Table, { first, cells }: Places, hidden: Uint8Array, open: Uint8Array, solver: Solver): Local => {
  const { inner, start, member } = table
  const localOf = new Int32Array(inner.length).fill(-1)
  const rowOf = new Int32Array(cellCount(table)).fill(-1)

  const rowsOf = (within: readonly number[], fixed: boolean): Rows => {
    const met: number[] = []
    const row: number[][] = []
    within.forEach((one, local) => {
      for (let at = first[one]!; at < first[one + 1]!; at += 1) {
        const cell = cells[at]!
        if (hidden[cell] === 1) continue
        if (rowOf[cell] === -1) {
          rowOf[cell] = met.push(cell) - 1
          row.push([])
        }
        row[rowOf[cell]!]!.push(local)
      }
    })
    const dead = new Uint8Array(within.length)
    if (fixed) {
      // A published sum with one member that can move lets it not move; nor can members that are all zero.
      const left = Int32Array.from(row, (members) => members.length)
      const giving = Int32Array.from(row, (members) => members.reduce((sum, local) => sum + (inner[within[local]!]! > 0 ? 1 : 0), 0))
      const queue = row.map((_, index) => index).filter((index) => left[index]! === 1 || giving[index] === 0)
      for (let index = queue.pop(); index !== undefined; index = queue.pop())
        for (const local of row[index]!) {
          if (dead[local] === 1) continue
          dead[local] = 1
          const one = within[local]!
          for (let at = first[one]!; at < first[one + 1]!; at += 1) {
            const other = rowOf[cells[at]!]!
            if (other === -1) continue
            left[other] = left[other]! - 1
            if (inner[one]! > 0) giving[other] = giving[other]! - 1
            if (left[other]! === 1 || (giving[other] === 0 && left[other]! > 0)) queue.push(other)
          }
        }
    }
    for (const cell of met) rowOf[cell] = -1
    const rename = new Int32Array(within.length).fill(-1)
    const live: number[] = []
    within.forEach((one, local) => {
      if (dead[local] === 0) rename[local] = live.push(one) - 1
    })
    const kept: number[][] = []
    const behind: number[][] = []
    const byPrint = new Map<number, number>()
    row.forEach((members, index) => {
      const own = members.filter((local) => dead[local] === 0).map((local) => rename[local]!)
      if (own.length === 0) return
      const print = own.reduce((sum, local) => sum + wideOf(local), own.length)
      const same = byPrint.get(print)
      if (same !== undefined) {
        behind[same]!.push(met[index]!)
        return
      }
      byPrint.set(print, kept.length)
      kept.push(own)
      behind.push([met[index]!])
    })
    return { live, row: kept, behind }
  }

  const inTarget = (target: number, live: readonly number[]): number[] => {
    live.forEach((one, local) => {
      localOf[one] = local
    })
    const found: number[] = []
    for (let at = start[target]!; at < start[target + 1]!; at += 1) if (localOf[member[at]!]! >= 0) found.push(localOf[member[at]!]!)
    for (const one of live) localOf[one] = -1
    return found.sort((a, b) => a - b)
  }

  /** Exact: every open cell that the change meets is looked at, not only those of the programme. */
  const keepsOpen = ({ at, by }: Change): boolean => {
    const sum = new Map<number, number>()
    for (let k = 0; k < at.length; k += 1) {
      if (inner[at[k]!]! + by[k]! < 0) return false
      for (let place = first[at[k]!]!; place < first[at[k]! + 1]!; place += 1) {
        const cell = cells[place]!
        if (hidden[cell] === 0) sum.set(cell, (sum.get(cell) ?? 0) + by[k]!)
      }
    }
    for (const moved of sum.values()) if (moved !== 0) return false
    return true
  }

  const changeOf = (live: readonly number[], column: readonly number[]): Change => {
    const at: number[] = []
    const by: number[] = []
    live.forEach((one, local) => {
      const whole = Math.round(column[local]!)
      if (whole !== 0) {
        at.push(one)
        by.push(whole)
      }
    })
    return { at, by }
  }

  /** Two columns for each finest cell, how far it rises and how far it falls: so nothing moves that need not. */
  const programme = ({ live, row }: Rows, aimed: readonly number[], bound: number, whole: boolean) => {
    const rises = live.length
    const rowStart = new Int32Array(row.length + 2)
    const lists = [...row, aimed]
    lists.forEach((members, index) => {
      rowStart[index + 1] = rowStart[index]! + 2 * members.length
    })
    const rowLower = new Float64Array(row.length + 1)
    const rowUpper = new Float64Array(row.length + 1)
    if (bound > 0) rowUpper[row.length] = bound
    else rowLower[row.length] = bound
    return {
      lower: new Float64Array(2 * rises),
      upper: Float64Array.from({ length: 2 * rises }, (_, index) => (index < rises ? Infinity : inner[live[index - rises]!]!)),
      rowStart,
      rowColumn: Int32Array.from(lists.flatMap((members) => [...members, ...members.map((local) => rises + local)])),
      coefficient: Float64Array.from(lists.flatMap((members) => [...members.map(() => 1), ...members.map(() => -1)])),
      rowLower,
      rowUpper,
      whole,
    }
  }

  const move: Local['move'] = (target, within, least, most) => {
    const rows = rowsOf(within, true)
    const aimed = inTarget(target, rows.live)
    if (aimed.length === 0) return undefined
    const down = most < 0
    const rises = rows.live.length
    const worth = new Float64Array(2 * rises).fill(-1)
    for (const local of aimed) {
      worth[local] = worth[local]! + (down ? -FAR : FAR)
      worth[rises + local] = worth[rises + local]! + (down ? FAR : -FAR)
    }
    const columns = Array.from(worth, (_, index) => index)
    const own = new Set(aimed.map((local) => rows.live[local]!))
    for (const whole of rises <= MOST_WHOLE ? [false, true] : [false]) {
      const held = solver.hold(programme(rows, aimed, most, whole))
      const answer = held.aim('most', columns, [...worth])
      held.close()
      if (!answer.found) return undefined
      const change = changeOf(rows.live, rows.live.map((_, local) => answer.column[local]! - answer.column[rises + local]!))
      const reached = change.at.reduce((sum, one, k) => sum + (own.has(one) ? change.by[k]! : 0), 0)
      if ((down ? reached <= least : reached >= least) && keepsOpen(change)) return change
    }
    return undefined
  }

  const toHide: Local['toHide'] = (target, within, amount, price) => {
    const { live, row, behind } = rowsOf(within, false)
    const aimed = inTarget(target, live)
    if (aimed.length === 0) return undefined
    // Two columns for each row that may give way: by how much it rises or falls.
    const giving = row.map((_, index) => index).filter((index) => behind[index]!.every((cell) => open[cell] === 0))
    const slackOf = new Int32Array(row.length).fill(-1)
    giving.forEach((index, order) => {
      slackOf[index] = live.length + 2 * order
    })
    const columns = live.length + 2 * giving.length
    const rowStart = [0]
    const rowColumn: number[] = []
    const coefficient: number[] = []
    row.forEach((members, index) => {
      for (const local of members) rowColumn.push(local)
      for (const _ of members) coefficient.push(1)
      if (slackOf[index]! >= 0) {
        rowColumn.push(slackOf[index]!, slackOf[index]! + 1)
        coefficient.push(1, -1)
      }
      rowStart.push(rowColumn.length)
    })
    rowColumn.push(...aimed)
    for (const _ of aimed) coefficient.push(1)
    rowStart.push(rowColumn.length)
    const bounds = new Float64Array(row.length + 1)
    bounds[row.length] = amount
    const held = solver.hold({
      lower: Float64Array.from({ length: columns }, (_, index) => (index < live.length ? -inner[live[index]!]! : 0)),
      upper: new Float64Array(columns).fill(Infinity),
      rowStart: Int32Array.from(rowStart),
      rowColumn: Int32Array.from(rowColumn),
      coefficient: Float64Array.from(coefficient),
      rowLower: bounds,
      rowUpper: bounds,
    })
    const priced = giving.flatMap((_, order) => [live.length + 2 * order, live.length + 2 * order + 1])
    const prices = giving.map((index) => behind[index]!.reduce((sum, cell) => sum + price(cell), 0))
    const answer = held.aim('least', priced, prices.flatMap((own) => [own, own]))
    held.close()
    if (!answer.found) return undefined
    return giving.filter((index) => Math.abs(answer.column[slackOf[index]!]! - answer.column[slackOf[index]! + 1]!) > NEAR).flatMap((index) => behind[index]!)
  }

  const effect: Local['effect'] = ({ at, by }) => {
    const moved = new Map<number, number>()
    at.forEach((one, k) => {
      for (let place = first[one]!; place < first[one + 1]!; place += 1) {
        const cell = cells[place]!
        if (hidden[cell] === 1) moved.set(cell, (moved.get(cell) ?? 0) + by[k]!)
      }
    })
    for (const [cell, own] of moved) if (own === 0) moved.delete(cell)
    return moved
  }

  return { move, toHide, effect }
}
