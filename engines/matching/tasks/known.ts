/** Need and cost of each edge. */
export const PAIR = 2

interface Rows {
  readonly begin: Int32Array
  readonly end: Int32Array
  readonly col: Int32Array
  readonly cost: Int32Array
  readonly capacity: Int32Array
}

const twice = (old: Int32Array): Int32Array => {
  const fresh = new Int32Array(2 * old.length + 16)
  fresh.set(old)
  return fresh
}

/**
 * The edges from the volunteers' side: those of volunteer `j` stand at `begin[j] … end[j] − 1` of `pairs`, in steps
 * of two, side by side, for a search reads them all.
 */
export class Known {
  begin: Int32Array
  end: Int32Array
  /** By volunteer: where the next one's edges begin. */
  full: Int32Array
  pairs: Int32Array
  #used: number

  constructor({ begin, end: stop, col, cost, capacity }: Rows) {
    const volunteers = capacity.length
    const start = new Int32Array(volunteers + 1)
    for (let e = 0; e < col.length; e += 1) start[col[e]! + 1] = start[col[e]! + 1]! + PAIR
    for (let j = 0; j < volunteers; j += 1) start[j + 1] = start[j + 1]! + start[j]!
    const pairs = new Int32Array(PAIR * col.length)
    const end = start.slice(0, volunteers)
    for (let need = 0; need < begin.length; need += 1)
      for (let e = begin[need]!; e < stop[need]!; e += 1) {
        const j = col[e]!
        const at = end[j]!
        pairs[at] = need
        pairs[at + 1] = cost[e]!
        end[j] = at + PAIR
      }
    this.begin = start.slice(0, volunteers)
    this.end = end
    this.full = start.slice(1)
    this.pairs = pairs
    this.#used = pairs.length
  }

  /** Somebody new, whom nobody knows yet. */
  open(volunteer: number): void {
    if (volunteer >= this.begin.length) {
      this.begin = twice(this.begin)
      this.end = twice(this.end)
      this.full = twice(this.full)
    }
  }

  add(volunteer: number, need: number, cost: number): void {
    if (this.end[volunteer] === this.full[volunteer]) this.#move(volunteer)
    const at = this.end[volunteer]!
    this.pairs[at] = need
    this.pairs[at + 1] = cost
    this.end[volunteer] = at + PAIR
  }

  remove(volunteer: number, need: number, cost: number): void {
    const { pairs } = this
    let at = this.begin[volunteer]!
    while (pairs[at] !== need || pairs[at + 1] !== cost) at += PAIR
    const last = this.end[volunteer]! - PAIR
    pairs[at] = pairs[last]!
    pairs[at + 1] = pairs[last + 1]!
    this.end[volunteer] = last
  }

  /** Behind all others, with room for twice as many. */
  #move(volunteer: number): void {
    const begin = this.begin[volunteer]!
    const size = this.end[volunteer]! - begin
    const room = 2 * size + 4 * PAIR
    if (this.#used + room > this.pairs.length) {
      const longer = new Int32Array(2 * (this.#used + room))
      longer.set(this.pairs.subarray(0, this.#used))
      this.pairs = longer
    }
    this.pairs.copyWithin(this.#used, begin, begin + size)
    this.begin[volunteer] = this.#used
    this.end[volunteer] = this.#used + size
    this.#used += room
    this.full[volunteer] = this.#used
  }
}
