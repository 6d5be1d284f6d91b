import { exactly, isolatingDifferences, protect, prove, wholeRowIn, type Proof, type Sensitive, type Solver, type Table } from '#engines/disclosure/index.ts'
import { countOfRest, isRest, nameOf, type CellName, type Laid } from '#domains/observatory/releases/tables/lay.ts'
import { present } from '#domains/observatory/releases/present.ts'
import { askedBehind, withoutTwin } from './as-before.ts'
import { foundByInsiders } from './insiders.ts'
import { neededFor } from './needs.ts'
import { ownCells, type Asked, type Guarded, type Pattern, type Why } from './shapes.ts'

/** A pattern with what shows that it is enough. */
export interface Hidden {
  readonly guarded: Guarded
  readonly proof: Proof
}

export interface Lost {
  readonly lost: readonly CellName[]
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
export const underPattern = (whole: Asked, pattern: Pattern): Guarded => {
  const asked = askedBehind(whole, pattern)
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
  // What a count has beyond those within it has no published neighbour: the count itself gives it room, then the neighbours of that.
  if (isRest(key[1] ?? '')) {
    const own = all.findIndex((_, at) => {
      const other = table.key[at] ?? []
      return other.length === key.length && key.every((label, index) => (index === 1 ? countOfRest(label) === other[1] : label === other[index]))
    })
    if (own === -1) return []
    return hidden[own] === 0 && all[own]?.open === false ? [own] : neighboursOf(guarded, all, own)
  }
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

/** Primaries that somebody who is alone behind another number can tell: they know that one. */
const exposed = (asked: Asked, guarded: Guarded, proof: Proof, solver: Solver): number[] => {
  const { table, hidden } = guarded
  const tablesOf = new Map(proof.targets.map(({ cell, low, high }) => [cell, [low, high].map((at) => new Map(proof.tables[at]))]))
  // A table that leaves what somebody knows as it is shows them as much as everybody else.
  const isMoved = (members: ArrayLike<number>, moved: ReadonlyMap<number, number>): boolean => {
    let by = 0
    for (let at = 0; at < members.length; at += 1) by += (moved.get(members[at] ?? -1) ?? table.inner[members[at] ?? -1] ?? 0) - (table.inner[members[at] ?? -1] ?? 0)
    return by !== 0
  }
  const idle = (known: readonly { readonly members: ArrayLike<number> }[], target: number): boolean =>
    known.every(({ members }) => tablesOf.get(target)?.every((moved) => !isMoved(members, moved)) ?? false)
  const membersOf = (cell: number) => table.member.subarray(table.start[cell], table.start[cell + 1])
  const bands = [...hidden].flatMap((flag, cell) => (flag === 1 ? [] : [exactly(membersOf(cell), table.value[cell] ?? 0)]))
  return foundByInsiders(asked, guarded, { unknowns: table.inner.length, bands }, solver, idle).flatMap(({ cell, verdict }) => (verdict.safe ? [] : [cell]))
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
    const { secondary, lost, shown } = protect(table, sensitiveOf(all, k), 'interval', solver)
    if (lost.length > 0) return { lost: lost.flatMap((cell) => all[cell]?.cell?.name ?? []) }
    const covers = new Set(secondary)
    const hidden = all.flatMap(({ primary }, at) => (primary || covers.has(at) ? [at] : []))
    const guarded = underPattern(asked, { mayWithdraw, differences: [...differences], hidden, forced: [...forced] })
    const found = isolatingDifferences({ ...guarded.table, hidden: guarded.hidden }, guarded.table.inner.length, k)
    if (found.length === 0) {
      const { proof, unproven } = prove(guarded.table, guarded.sensitive, guarded.hidden, solver, shown)
      const short = unproven.length > 0 ? unproven : exposed(asked, guarded, proof, solver)
      if (short.length === 0) return { guarded, proof }
      const more = [...new Set(short.flatMap((cell) => neighboursOf(guarded, all, cell)))].filter((cell) => cell < columns.length)
      last = short.flatMap((cell) => all[cell]?.cell?.name ?? [])
      if (more.length === 0) return { lost: last }
      forced.push(...more)
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

/** Numbers that are those of the release before are hidden as they were there, where that is found again. */
const hideAsBefore = (asked: Asked, solver: Solver): Hidden | undefined => {
  const less = withoutTwin(asked)
  const found = less === undefined ? undefined : hide(less, solver)
  if (found === undefined || 'lost' in found) return undefined
  const { guarded: { pattern, why }, proof } = found
  const before = asked.earlier.at(-1)
  if (ownCells(asked).some(({ name }) => before?.get(nameOf(name)) !== (why.has(nameOf(name)) ? 'hidden' : 'value'))) return undefined
  return { guarded: underPattern(asked, { ...pattern, asBefore: (pattern.asBefore ?? 0) + 1 }), proof }
}

/**
 * Which numbers of one part of a release stay hidden. What was published earlier stays published; only where a number could
 * not be protected otherwise may cells that were out before cover it with their new values.
 */
export const hide = (asked: Asked, solver: Solver): Hidden | Lost => {
  const again = hideAsBefore(asked, solver)
  if (again !== undefined) return again
  const first = rounds(asked, solver, false)
  return 'lost' in first && asked.earlier.length > 0 ? rounds(asked, solver, true) : first
}
