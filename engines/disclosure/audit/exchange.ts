import type { Row } from './shorten.ts'

/** That a target is so much more than it is, or less where negative. */
export interface Wanted {
  readonly target: number
  readonly by: number
}

/** What changes in a whole table: finest cells, each with by how much, and by how much every target. */
export interface Exchanged {
  readonly at: Int32Array
  readonly by: Float64Array
  readonly target: Float64Array
}

/** Whole tables that agree with everything published, found from another by giving to one finest cell what others lose. */
export interface Exchange {
  /**
   * A table in which as many as can be have what they want, in steps of `unit`. `weight`: how many sums in debt one want is worth.
   * `from`: the table that it begins from, found before; the true one where left out. Undefined where sums stay in debt.
   */
  find(wanted: readonly Wanted[], unit: number, weight: number, from?: Exchanged): Exchanged | undefined
}

/** Finest cells that are weighed against each other, at the most: of a longer line, from one end of it to the other. */
const WEIGHED = 60
/** How often a want is insisted on; so many steps, for each want, may be spent on insisting. */
const [INSISTED, INSISTING] = [50, 240]
/** Steps after which wants weigh half of what they did: so many, and so many more for each want. */
const [HALVED, HALVED_EACH] = [4000, 40]
/** After so many halvings wants weigh nothing. */
const HALVINGS = 4
/** For so many halvings more everything may come to rest. */
const SETTLING = 14
/**
 * In a table of so many finest cells there would always be a sum in debt somewhere: what is paid here is borrowed there. So a step that
 * leaves more in debt than before is refused, the oftener the more that is, and settling lasts longer by so many steps for each.
 */
const LARGE = 100_000
const [LENIENCE, SETTLING_EACH] = [3, 20]
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

/** What is kept of a finest cell, side by side: how often it can be taken from, what it was given, until when it rests, and where its lines begin. */
const [ROOM, GIVEN, REST, FIRST, KEPT] = [0, 1, 2, 3, 4]

/** Finest cells of the same small sum are looked at together, so they are kept together, in the order in which sums are published. */
const nearby = ({ begins, holders, lineAt }: ReturnType<typeof crossed>): Int32Array => {
  const least = new Int32Array(holders.length - 1)
  for (let one = 0; one < least.length; one += 1) {
    let [shortest, own] = [Infinity, -1]
    for (let at = holders[one]!; at < holders[one + 1]!; at += 1) {
      const length = begins[lineAt[at]! + 1]! - begins[lineAt[at]!]!
      if (length < shortest) [shortest, own] = [length, lineAt[at]!]
    }
    least[one] = own
  }
  return Int32Array.from(least.keys()).sort((a, b) => least[a]! - least[b]! || a - b)
}

/** `short`: rows that say the same as `published`. By these a table is sought, by those it is judged. */
export const openExchange = (published: readonly Row[], short: readonly Row[], truth: Float64Array, targets: readonly { readonly members: ArrayLike<number> }[]): Exchange => {
  const sums = short.length
  const lines = sums + targets.length
  const judged = crossed(published.map(({ members }) => members), truth.length)
  const order = nearby(judged)
  const placeOf = new Int32Array(truth.length)
  order.forEach((one, place) => {
    placeOf[one] = place
  })
  const placed = (members: ArrayLike<number>): number[] => Array.from(members, (one) => placeOf[one]!).sort((a, b) => a - b)
  const { begins, inside, holders, lineAt } = crossed([...short, ...targets].map(({ members }) => placed(members)), truth.length)
  const inCell = inside.map((place) => place * KEPT)
  const cell = new Int32Array((truth.length + 1) * KEPT)
  holders.forEach((first, place) => {
    cell[place * KEPT + FIRST] = first
  })
  /** What a line lacks, in steps; for targets that want nothing it is not kept. */
  const debt = new Int32Array(lines)
  /** Of targets: 1 wants more, −1 less, 0 nothing. */
  const wants = new Int8Array(lines)
  const weightOf = new Float64Array(lines).fill(1, 0, sums)
  /** What a step down, at 2 × line, and a step up, after it, cost in a line. */
  const tolls = new Float32Array(2 * lines).fill(1, 0, 2 * sums)
  /** How often a want was insisted on. */
  const insisted = new Int32Array(lines)
  const isMet = new Uint8Array(truth.length)
  const met: number[] = []
  const indebted = new Pool(lines)
  const wanting = new Pool(lines)
  const isLarge = truth.length > LARGE
  /** How much more in debt the finest cell that was found best leaves everything. */
  let least = Infinity
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
  const give = (own: number, by: number): void => {
    cell[own + ROOM] = cell[own + ROOM]! + by
    cell[own + GIVEN] = cell[own + GIVEN]! + by
    const place = own / KEPT
    if (isMet[place] === 0) {
      isMet[place] = 1
      met.push(place)
    }
    for (let at = cell[own + FIRST]!; at < cell[own + KEPT + FIRST]!; at += 1) {
      const line = lineAt[at]!
      if (line >= sums && wants[line] === 0) continue
      debt[line] = debt[line]! - by
      note(line)
    }
  }
  const best = (line: number, by: number, step: number): number => {
    const [begin, end] = [begins[line]!, begins[line + 1]!]
    const side = by < 0 ? 0 : 1
    let at = begin + draw(end - begin)
    const stride = Math.max(1, Math.floor((end - begin) / WEIGHED))
    let chosen = -1
    least = Infinity
    for (let left = Math.min(end - begin, WEIGHED); left > 0; left -= 1) {
      const own = inCell[at]!
      at += stride
      if (at >= end) at -= end - begin
      if (cell[own + REST]! > step || (by < 0 && cell[own + ROOM]! <= 0)) continue
      // The nearer to the beginning the better, where nothing else tells two apart.
      let cost = cell[own + GIVEN]! * by < 0 ? -0.1 : 0
      for (let place = cell[own + FIRST]!, last = cell[own + KEPT + FIRST]!; place < last; place += 1) cost += tolls[2 * lineAt[place]! + side]!
      if (cost >= least) continue
      least = cost
      chosen = own
    }
    return chosen
  }

  const isPaid = (wanted: readonly Wanted[], weight: number): boolean => {
    const insisting = INSISTING * wanted.length
    const half = HALVED + HALVED_EACH * wanted.length
    const last = insisting + (HALVINGS + SETTLING) * half + (isLarge ? SETTLING_EACH * truth.length : 0)
    for (let step = 1; step <= last; step += 1) {
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
      if (isAsking && (insisted[line] = insisted[line]! + 1) > INSISTED) {
        wants[line] = 0
        note(line)
        continue
      }
      const by = debt[line]! > 0 ? 1 : -1
      const own = best(line, by, step)
      if (own === -1 || (isLarge && least > 0 && draw(1000) >= 1000 * Math.exp(-least / LENIENCE))) continue
      give(own, by)
      cell[own + REST] = step + RESTING + draw(RESTING)
    }
    return indebted.lines.length === 0
  }

  const movedBy = new Float64Array(published.length)
  /** Every published sum that a changed finest cell is in, added up again. `from` was, before. */
  const agrees = (at: readonly number[], by: readonly number[]): boolean => {
    movedBy.fill(0)
    for (let index = 0; index < at.length; index += 1)
      for (let place = judged.holders[at[index]!]!; place < judged.holders[at[index]! + 1]!; place += 1) {
        const row = judged.lineAt[place]!
        movedBy[row] = movedBy[row]! + by[index]!
      }
    return movedBy.every((own) => own === 0)
  }

  const standing = new Float64Array(truth.length)
  const changes = new Int32Array(truth.length)
  const begin = (wanted: readonly Wanted[], unit: number, weight: number, from: Exchanged | undefined): void => {
    standing.set(truth)
    from?.at.forEach((one, index) => {
      standing[one] = standing[one]! + from.by[index]!
    })
    for (let place = 0; place < order.length; place += 1) cell[place * KEPT + ROOM] = Math.floor(standing[order[place]!]! / unit)
    for (const { target, by } of wanted) {
      const line = sums + target
      const left = by - (from?.target[target] ?? 0)
      wants[line] = by > 0 ? 1 : -1
      debt[line] = (left > 0 ? 1 : -1) * Math.ceil(Math.abs(left) / unit)
      weightOf[line] = weight
      insisted[line] = 0
      note(line)
    }
  }
  /** As if nothing had been wanted; answers what was given. */
  const end = (wanted: readonly Wanted[], unit: number) => {
    const [at, by]: [number[], number[]] = [[], []]
    for (const place of met) {
      const own = place * KEPT
      if (cell[own + GIVEN] !== 0) {
        at.push(order[place]!)
        by.push(cell[own + GIVEN]! * unit)
      }
      isMet[place] = 0
      cell[own + GIVEN] = 0
      cell[own + REST] = 0
    }
    met.length = 0
    for (const line of [...indebted.lines, ...wanted.map(({ target }) => sums + target)]) {
      wants[line] = 0
      debt[line] = 0
      note(line)
    }
    return { at, by }
  }

  return {
    find: (wanted, unit, weight, from) => {
      begin(wanted, unit, weight, from)
      const paid = isPaid(wanted, weight)
      const { at, by } = end(wanted, unit)
      if (!paid || !agrees(at, by)) return undefined
      const target = from?.target.slice() ?? new Float64Array(targets.length)
      at.forEach((one, index) => {
        standing[one] = standing[one]! + by[index]!
        for (let place = holders[placeOf[one]!]!; place < holders[placeOf[one]! + 1]!; place += 1) {
          const line = lineAt[place]! - sums
          if (line >= 0) target[line] = target[line]! + by[index]!
        }
      })
      if (at.some((one) => standing[one]! < 0)) return undefined
      let count = 0
      for (let one = 0; one < truth.length; one += 1) if (standing[one] !== truth[one]) changes[count++] = one
      const changed = changes.slice(0, count)
      return { at: changed, by: Float64Array.from(changed, (one) => standing[one]! - truth[one]!), target }
    },
  }
}
