import { auditInsiders, coalitionsOf, type Insider, type Published, type Solver, type Verdict } from '#engines/disclosure/index.ts'
import { countOfRest, isRest, nameOf, type CellName } from '#domains/observatory/releases/tables/lay.ts'
import type { Asked, Guarded } from './shapes.ts'

/** Who alone is behind a number: a person in one cell, a centre in all cells of a place where there is no other. */
const whoAlone = ({ laid, now, behind }: Asked): ((name: CellName) => readonly string[]) => {
  const totals = laid.cells.filter(({ name, moment }) => moment === now && !isRest(name.measure) && name.by.every((one) => one === null))
  const unitOf = new Map(totals.map(({ name }) => [`${name.place} ${name.period}`, behind.get(nameOf(name))?.aloneUnit ?? null]))
  return (name) => {
    // Alone behind a count is alone behind what it has beyond the counts within it.
    const count = isRest(name.measure) ? { ...name, measure: countOfRest(name.measure) } : name
    const [person, unit] = [behind.get(nameOf(count))?.alone ?? null, unitOf.get(`${name.place} ${name.period}`) ?? null]
    return [...(person === null ? [] : [`person ${person}`]), ...(unit === null ? [] : [`unit ${unit}`])]
  }
}

type Members = Int32Array

interface Knows {
  readonly insiders: readonly Insider[]
  readonly targets: readonly number[]
  /** What these know together. */
  readonly together: (places: readonly number[]) => Insider
}

/** Pairs that attack in one part of a release, at the most. Together they attack a quarter of what single insiders do, or so much where that is more. */
const [MOST_PAIRS, SHARE, AT_LEAST] = [100, 0.25, 1000]

/** How much of a number somebody brought themselves: all that is in cells of theirs that lie within it. */
const broughtTo = (target: Members, cells: readonly Members[], inner: ArrayLike<number>): number => {
  const inside = new Set(target)
  const own = new Set<number>()
  for (const cell of cells) if (cell.every((one) => inside.has(one))) for (const one of cell) own.add(one)
  return [...own].reduce((sum, one) => sum + (inner[one] ?? 0), 0)
}

/** Everybody who knows a hidden number because nobody else is in it, with the numbers that they know. */
const insidersOf = (asked: Asked, { table, sensitive, hidden, names }: Guarded): Knows => {
  const aloneIn = whoAlone(asked)
  const targets = [...sensitive.primary].flatMap((flag, cell) => (flag === 1 ? [cell] : []))
  const known = new Map<string, number[]>()
  names.forEach((cell, at) => {
    if (cell === null || cell.moment !== asked.now || hidden[at] === 0) return
    for (const who of aloneIn(cell.name)) known.set(who, [...(known.get(who) ?? []), at])
  })
  const membersOf = (cell: number) => table.member.subarray(table.start[cell], table.start[cell + 1])
  const cellsOf = [...known.values()]
  const together = (places: readonly number[]): Insider => {
    const cells = [...new Set(places.flatMap((place) => cellsOf[place] ?? []))]
    const own = new Set(cells)
    const isOwn = (target: number): boolean => own.has(target) || broughtTo(membersOf(target), cells.map(membersOf), table.inner) === table.value[target]
    return {
      known: cells.map((cell) => ({ members: membersOf(cell), value: table.value[cell] ?? 0 })),
      own: new Set(targets.flatMap((target, index) => (isOwn(target) ? [index] : []))),
    }
  }
  return { insiders: cellsOf.map((_, place) => together([place])), targets, together }
}

export interface Found {
  readonly cell: number
  readonly verdict: Verdict
  readonly insiders: number
  readonly pairs: number
}

/** Whether tables that are known show already that these numbers do not help with a target. */
export type Idle = (known: Insider['known'], target: number) => boolean

/**
 * What is found out about each primary from what is published, at the worst by somebody who is alone behind another number, or by two
 * of them who are so in one published sum and tell each other.
 */
export const foundByInsiders = (asked: Asked, guarded: Guarded, published: Published, solver: Solver, idle: Idle = () => false): Found[] => {
  const { table, sensitive } = guarded
  const { insiders, targets, together } = insidersOf(asked, guarded)
  const aims = targets.map((cell) => ({ members: table.member.subarray(table.start[cell], table.start[cell + 1]), value: table.value[cell] ?? 0, required: sensitive.required[cell] ?? 0 }))
  const most = { pairs: MOST_PAIRS, targets: Math.max(AT_LEAST, SHARE * insiders.length * targets.length) }
  const pairs = coalitionsOf(published, aims, insiders, most).map(({ two, targets: reached }): Insider => {
    const { known, own } = together(two)
    return { known, own: new Set(targets.flatMap((_, index) => (own.has(index) || !reached.has(index) ? [index] : []))) }
  })
  const attackers = [...insiders, ...pairs]
    .map(({ known, own }): Insider => ({ known, own: new Set(targets.flatMap((target, index) => (own.has(index) || idle(known, target) ? [index] : []))) }))
    .filter(({ own }) => own.size < targets.length)
  const verdicts = auditInsiders(published, aims, sensitive.k, attackers, solver)
  return targets.flatMap((cell, index) => {
    const verdict = verdicts[index]
    return verdict === undefined ? [] : [{ cell, verdict, insiders: insiders.length, pairs: pairs.length }]
  })
}
