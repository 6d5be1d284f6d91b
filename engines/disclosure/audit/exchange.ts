import type { Row } from './shorten.ts'

/** That a target is so much more than it is, or less where negative. */
export interface Wanted {
  readonly target: number
  readonly by: number
}

/** What changes in a whole table: finest cells and targets, each with by how much. */
export interface Exchanged {
  readonly inner: ReadonlyMap<number, number>
  readonly target: ReadonlyMap<number, number>
}

/** Whole tables that agree with everything published, found from the true one by giving to one finest cell what others lose. */
export interface Exchange {
  /**
   * A table in which as many as can be have what they want, in steps of `unit`. `weight`: how many sums in debt one want is worth.
   * Undefined where sums stay in debt.
   */
  find(wanted: readonly Wanted[], unit: number, weight: number): Exchanged | undefined
}

/** Finest cells that are weighed against each other, at the most. */
const WEIGHED = 60
/** Steps in which a want may be insisted on, for each want. */
const INSISTING = 240
/** Steps after which wants weigh half of what they did: so many, and so many more for each want. */
const [HALVED, HALVED_EACH] = [4000, 40]
/** After so many halvings wants weigh nothing. */
const HALVINGS = 4
/** For so many halvings more everything may come to rest. */
const SETTLING = 14
/** A finest cell that was changed is let alone for so many steps, and for up to as many more. */
const RESTING = 6

/** A set of lines from which one can be drawn. */
class Pool {
  readonly lines: number[] = []
  readonly #place: Int32Array
  constructor(size: number) {
    this.#place = new Int32Array(size).fill(-1)
  }
  set(line: number, isIn: boolean): void {
    const place = this.#place[line]!
    if (isIn === place >= 0) return
    if (isIn) this.#place[line] = this.lines.push(line) - 1
    else {
      const last = this.lines.pop()!
      this.#place[line] = -1
      if (last === line) return
      this.lines[place] = last
      this.#place[last] = place
    }
  }
}

/** Lists in one array, and the same the other way round: of each finest cell the lists that hold it. */
const crossed = (lists: readonly ArrayLike<number>[], unknowns: number) => {
  const begins = new Int32Array(lists.length + 1)
  const holders = new Int32Array(unknowns + 1)
  lists.forEach((list, line) => {
    begins[line + 1] = begins[line]! + list.length
    for (let at = 0; at < list.length; at += 1) holders[list[at]! + 1] = holders[list[at]! + 1]! + 1
  })
  for (let one = 0; one < unknowns; one += 1) holders[one + 1] = holders[one + 1]! + holders[one]!
  const inside = new Int32Array(begins[lists.length]!)
  const lineAt = new Int32Array(inside.length)
  const next = holders.slice()
  lists.forEach((list, line) => {
    for (let at = 0; at < list.length; at += 1) {
      inside[begins[line]! + at] = list[at]!
      lineAt[next[list[at]!]!] = line
      next[list[at]!] = next[list[at]!]! + 1
    }
  })
  return { begins, inside, holders, lineAt }
}

/** `short`: rows that say the same as `published`. By these a table is sought, by those it is judged. */
export const openExchange = (published: readonly Row[], short: readonly Row[], truth: Float64Array, targets: readonly { readonly members: ArrayLike<number> }[]): Exchange => {
  const sums = short.length
  const { begins, inside, holders, lineAt } = crossed([...short.map(({ members }) => members), ...targets.map(({ members }) => members)], truth.length)
  const judged = crossed(published.map(({ members }) => members), truth.length)
  const lines = sums + targets.length
  /** What a line lacks, in steps; for targets that want nothing it is not kept. */
  const debt = new Int32Array(lines)
  /** Of targets: 1 wants more, −1 less, 0 nothing. */
  const wants = new Int8Array(lines)
  const weightOf = new Float64Array(lines).fill(1, 0, sums)
  /** What a step down, at 2 × line, and a step up, after it, cost in a line. */
  const tolls = new Float64Array(2 * lines).fill(1, 0, 2 * sums)
  const given = new Int32Array(truth.length)
  const restUntil = new Int32Array(truth.length)
  const indebted = new Pool(lines)
  const wanting = new Pool(lines)
  let state = 0x2545f491

  const draw = (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
  const toll = (line: number, by: number): number => {
    const along = debt[line]! * by
    if (line < sums) return along > 0 ? -1 : 1
    const want = wants[line]!
    if (want === 0) return 0
    return want === by ? (along > 0 ? -weightOf[line]! : 0) : along <= 0 ? weightOf[line]! : 0
  }
  const note = (line: number): void => {
    tolls[2 * line] = toll(line, -1)
    tolls[2 * line + 1] = toll(line, 1)
    if (line < sums) indebted.set(line, debt[line] !== 0)
    else wanting.set(line, wants[line]! * debt[line]! > 0)
  }
  const give = (one: number, by: number): void => {
    given[one] = given[one]! + by
    for (let at = holders[one]!; at < holders[one + 1]!; at += 1) {
      const line = lineAt[at]!
      debt[line] = debt[line]! - by
      note(line)
    }
  }
  const best = (line: number, by: number, step: number, unit: number): number => {
    const length = begins[line + 1]! - begins[line]!
    const side = by < 0 ? 0 : 1
    let place = draw(length)
    let [least, chosen] = [Infinity, -1]
    for (let left = Math.min(length, WEIGHED); left > 0; left -= 1) {
      const one = inside[begins[line]! + place]!
      place = place + 1 === length ? 0 : place + 1
      if (restUntil[one]! > step || (by < 0 && truth[one]! + (given[one]! - 1) * unit < 0)) continue
      let cost = given[one]! * by < 0 ? -0.1 : 0
      for (let at = holders[one]!; at < holders[one + 1]!; at += 1) cost += tolls[2 * lineAt[at]! + side]!
      if (cost >= least) continue
      least = cost
      chosen = one
    }
    return chosen
  }

  const isPaid = (wanted: readonly Wanted[], unit: number, weight: number, met: Set<number>): boolean => {
    const insisting = INSISTING * wanted.length
    const half = HALVED + HALVED_EACH * wanted.length
    for (let step = 1; step <= insisting + (HALVINGS + SETTLING) * half; step += 1) {
      const late = step - insisting
      if (indebted.lines.length === 0 && (wanting.lines.length === 0 || late > 0)) return true
      if (late > 0 && late % half === 0)
        for (const { target } of wanted) {
          weightOf[sums + target] = late >= HALVINGS * half ? 0 : weight / 2 ** (late / half)
          note(sums + target)
        }
      const isAsking = late <= 0 && wanting.lines.length > 0 && (indebted.lines.length === 0 || draw(4) === 0)
      const from = isAsking ? wanting.lines : indebted.lines
      // Wants that are met wait for the sums.
      if (from.length === 0) continue
      const line = from[draw(from.length)]!
      const by = debt[line]! > 0 ? 1 : -1
      const one = best(line, by, step, unit)
      if (one === -1) continue
      met.add(one)
      give(one, by)
      restUntil[one] = step + RESTING + draw(RESTING)
    }
    return indebted.lines.length === 0
  }

  /** Every published sum that a changed finest cell is in, added up again. */
  const agrees = (inner: ReadonlyMap<number, number>): boolean => {
    const moved = new Map<number, number>()
    for (const [one, by] of inner) {
      if (truth[one]! + by < 0) return false
      for (let at = judged.holders[one]!; at < judged.holders[one + 1]!; at += 1) moved.set(judged.lineAt[at]!, (moved.get(judged.lineAt[at]!) ?? 0) + by)
    }
    return [...moved.values()].every((by) => by === 0)
  }

  return {
    find: (wanted, unit, weight) => {
      for (const { target, by } of wanted) {
        const line = sums + target
        wants[line] = by > 0 ? 1 : -1
        debt[line] = (by > 0 ? 1 : -1) * Math.ceil(Math.abs(by) / unit)
        weightOf[line] = weight
        note(line)
      }
      const met = new Set<number>()
      const paid = isPaid(wanted, unit, weight, met)
      const inner = new Map([...met].filter((one) => given[one] !== 0).map((one) => [one, given[one]! * unit] as const))
      const target = new Map<number, number>()
      for (const [one, by] of inner)
        for (let at = holders[one]!; at < holders[one + 1]!; at += 1) if (lineAt[at]! >= sums) target.set(lineAt[at]! - sums, (target.get(lineAt[at]! - sums) ?? 0) + by)
      for (const one of wanted) wants[sums + one.target] = 0
      for (const one of met) {
        if (given[one] !== 0) give(one, -given[one]!)
        restUntil[one] = 0
      }
      for (let line = sums; line < lines; line += 1) {
        debt[line] = 0
        note(line)
      }
      return paid && agrees(inner) ? { inner, target } : undefined
    },
  }
}
