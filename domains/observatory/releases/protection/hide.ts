import { isolatingDifferences, protect, prove, wholeRowIn, type Proof, type Sensitive, type Solver, type Table } from '#engines/disclosure/index.ts'
import type { Protection } from '#domains/observatory/releases/plan.ts'
import { isRest, nameOf, type CellName, type Laid } from '#domains/observatory/releases/tables/lay.ts'
import type { Contributors } from '#domains/observatory/counts/asked.ts'
import { present } from '#domains/observatory/releases/present.ts'
import { neededFor } from './needs.ts'

/** How an earlier release left a cell, by `nameOf`. */
export type Earlier = ReadonlyMap<string, 'value' | 'hidden'>

export interface Asked {
  readonly laid: Laid
  /** The moment of the release itself; smaller ones are those of earlier releases. */
  readonly now: number
  readonly earlier: readonly Earlier[]
  readonly behind: ReadonlyMap<string, Contributors>
  readonly protection: Protection
}

/** Why a cell is left out. Only the statistician sees it: a reader who knew could reckon back. */
export type Why = 'few' | 'whole-row' | 'cover' | 'earlier'

export interface Guarded {
  readonly table: Table
  readonly sensitive: Sensitive
  /** 1 where the number is not published: primaries, covers, what was hidden earlier, and what nobody publishes anyway. */
  readonly hidden: Uint8Array
  /** The name of each cell; null for differences, which nobody publishes. */
  readonly names: readonly ({ readonly name: CellName; readonly moment: number } | null)[]
  readonly why: ReadonlyMap<string, Why>
  readonly pattern: Pattern
}

/** A pattern with what shows that it is enough. */
export interface Hidden {
  readonly guarded: Guarded
  readonly proof: Proof
}

export interface Lost {
  readonly lost: readonly CellName[]
}

/** What has to be kept to lay the same table again: differences that had to be guarded, and which columns are hidden. */
export interface Pattern {
  readonly mayWithdraw: boolean
  readonly differences: readonly (readonly number[])[]
  readonly hidden: readonly number[]
  /** Columns hidden for no reason of their own, to give others room. */
  readonly forced: readonly number[]
}

/** A difference may be found between what was opened to cover another: a few rounds settle it, or it is said which cells they did not. */
const MOST_ROUNDS = 12

interface Column {
  readonly cell: { readonly name: CellName; readonly moment: number } | null
  readonly members: readonly number[]
  readonly value: number
  readonly primary: boolean
  readonly open: boolean
  readonly required: number
}

const tableOf = (inner: readonly number[], columns: readonly Column[]): Table => {
  const start = new Int32Array(columns.length + 1)
  columns.forEach(({ members }, at) => {
    start[at + 1] = (start[at] ?? 0) + members.length
  })
  return {
    inner: Float64Array.from(inner),
    start,
    member: Int32Array.from(columns.flatMap(({ members }) => members)),
    value: Float64Array.from(columns, ({ value }) => value),
    key: columns.map(({ cell }, at) =>
      cell === null ? [`difference ${at}`] : [String(cell.moment), cell.name.measure, cell.name.place, cell.name.period, ...cell.name.by.map((value) => value ?? '')],
    ),
  }
}

const sensitiveOf = (columns: readonly Column[], k: number): Sensitive => ({
  primary: Uint8Array.from(columns, ({ primary }) => Number(primary)),
  open: Uint8Array.from(columns, ({ open }) => Number(open)),
  required: Float64Array.from(columns, ({ required }) => required),
  k,
})

/** Cells in which all of a row stands, by the names of the cells. */
const wholeRows = (laid: Laid, now: number): Set<string> => {
  const rows = new Map<string, { readonly names: string[]; readonly values: number[] }>()
  const own = laid.cells.filter(({ name, moment }) => moment === now && !isRest(name.measure))
  const values = new Map(own.map(({ name, value }) => [nameOf(name), value]))
  for (const { name, value } of own)
    name.by.forEach((one, at) => {
      if (one === null) return
      const row = nameOf({ ...name, by: name.by.map((each, index) => (index === at ? null : each)) })
      const known = rows.get(`${at} ${row}`) ?? { names: [], values: [] }
      known.names.push(nameOf(name))
      known.values.push(value)
      rows.set(`${at} ${row}`, known)
    })
  return new Set(
    [...rows].flatMap(([key, { names, values: parts }]) => {
      const at = wholeRowIn(values.get(key.slice(key.indexOf(' ') + 1)) ?? 0, parts)
      return at === undefined ? [] : [names[at] ?? '']
    }),
  )
}

const columnsOf = ({ laid, now, earlier, behind, protection }: Asked, mayWithdraw: boolean): { readonly columns: Column[]; readonly why: Map<string, Why> } => {
  const why = new Map<string, Why>()
  const rows = protection.wholeRows === 'hidden' ? wholeRows(laid, now) : new Set<string>()
  const kept = (name: string, was: 'value' | 'hidden'): boolean => earlier.some((one) => one.get(name) === was)
  const columns = laid.cells.flatMap(({ name, moment, members, value }): Column[] => {
    const key = nameOf(name)
    const base = { cell: { name, moment }, members, value }
    if (moment !== now) {
      const was = earlier[moment]?.get(key)
      const few = value > 0 && value < protection.k
      if (was === 'value') return [{ ...base, primary: false, open: true, required: 0 }]
      return was === 'hidden' && few ? [{ ...base, primary: true, open: false, required: 1 }] : []
    }
    const needed = neededFor(value, isRest(name.measure) ? undefined : behind.get(key), protection)
    if (isRest(name.measure)) return value > 0 && needed !== undefined ? [{ ...base, primary: true, open: false, required: needed }] : []
    const required = needed ?? (rows.has(key) ? 1 : undefined)
    if (required !== undefined) {
      why.set(key, needed === undefined ? 'whole-row' : 'few')
      return [{ ...base, primary: true, open: false, required }]
    }
    // What an earlier release hid would be told by the new number, or nearly so.
    if (kept(key, 'hidden')) {
      why.set(key, 'earlier')
      return []
    }
    return [{ ...base, primary: false, open: !mayWithdraw && kept(key, 'value'), required: 0 }]
  })
  return { columns, why }
}

const differenceColumn = ({ inner }: Laid, members: readonly number[]): Column => ({
  cell: null, members, value: members.reduce((sum, one) => sum + (inner[one] ?? 0), 0), primary: true, open: false, required: 1,
})

/** The table under a pattern that was found, or kept. */
export const underPattern = (asked: Asked, pattern: Pattern): Guarded => {
  const { columns, why } = columnsOf(asked, pattern.mayWithdraw)
  const all = withForced([...columns, ...pattern.differences.map((members) => differenceColumn(asked.laid, members))], pattern.forced)
  const forced = new Set(pattern.forced)
  const hidden = new Uint8Array(all.length)
  for (const at of pattern.hidden) {
    hidden[at] = 1
    const { cell, primary } = present(all[at], 'a column')
    if (cell !== null && (!primary || forced.has(at))) why.set(nameOf(cell.name), 'cover')
  }
  return { table: tableOf(asked.laid.inner, all), sensitive: sensitiveOf(all, asked.protection.k), hidden, names: all.map(({ cell }) => cell), why, pattern }
}

/** Hidden like those that must be: an interval of their own is what gives the others room. */
const withForced = (columns: readonly Column[], forced: readonly number[]): Column[] => {
  const those = new Set(forced)
  return columns.map((column, at) => (those.has(at) ? { ...column, primary: true, required: Math.max(1, column.required) } : column))
}

/** The cheapest published neighbours of a cell, one along each of its labels but the count and the moment: hidden with it, they give it room. */
const neighboursOf = (guarded: Guarded, all: readonly Column[], cell: number): number[] => {
  const { table, hidden } = guarded
  const key = table.key[cell] ?? []
  if (key.length < 4) return []
  return key.flatMap((_, dimension): number[] => {
    if (dimension < 2) return []
    const beside = all.flatMap((column, at) => {
      const other = table.key[at] ?? []
      const isBeside = other.length === key.length && other.every((label, index) => (index === dimension ? label !== key[index] : label === key[index]))
      return isBeside && hidden[at] === 0 && !column.open && column.value > 0 ? [at] : []
    })
    return beside.sort((a, b) => (all[a]?.value ?? 0) - (all[b]?.value ?? 0) || a - b).slice(0, 1)
  })
}

const rounds = (asked: Asked, solver: Solver, mayWithdraw: boolean): Hidden | Lost => {
  const { columns } = columnsOf(asked, mayWithdraw)
  const { k } = asked.protection
  const differences: (readonly number[])[] = []
  // Differences stand behind the cells, so they move none of these.
  const forced: number[] = []
  let last: readonly CellName[] = []
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const all = withForced([...columns, ...differences.map((members) => differenceColumn(asked.laid, members))], forced)
    const table = tableOf(asked.laid.inner, all)
    const { secondary, lost } = protect(table, sensitiveOf(all, k), 'interval', solver)
    if (lost.length > 0) return { lost: lost.flatMap((cell) => all[cell]?.cell?.name ?? []) }
    const covers = new Set(secondary)
    const hidden = all.flatMap(({ primary }, at) => (primary || covers.has(at) ? [at] : []))
    const guarded = underPattern(asked, { mayWithdraw, differences: [...differences], hidden, forced: [...forced] })
    const found = isolatingDifferences({ ...guarded.table, hidden: guarded.hidden }, guarded.table.inner.length, k)
    if (found.length === 0) {
      const { proof, unproven } = prove(guarded.table, guarded.sensitive, guarded.hidden, solver)
      if (unproven.length === 0) return { guarded, proof }
      const more = [...new Set(unproven.flatMap((cell) => neighboursOf(guarded, all, cell)))].filter((cell) => cell < columns.length)
      if (more.length === 0) return { lost: unproven.flatMap((cell) => all[cell]?.cell?.name ?? []) }
      forced.push(...more)
      last = unproven.flatMap((cell) => all[cell]?.cell?.name ?? [])
      continue
    }
    const known = new Set<string>()
    for (const { whole, part } of found) {
      const inside = new Set(all[part]?.members)
      const members = (all[whole]?.members ?? []).filter((one) => !inside.has(one)).sort((a, b) => a - b)
      if (known.has(members.join())) continue
      known.add(members.join())
      differences.push(members)
    }
  }
  return { lost: last }
}

/**
 * Which numbers of one part of a release stay hidden. What was published earlier stays published; only where a number could
 * not be protected otherwise may cells that were out before cover it with their new values.
 */
export const hide = (asked: Asked, solver: Solver): Hidden | Lost => {
  const first = rounds(asked, solver, false)
  return 'lost' in first && asked.earlier.length > 0 ? rounds(asked, solver, true) : first
}
