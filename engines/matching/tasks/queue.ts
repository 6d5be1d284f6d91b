import { Heap } from './heap.ts'

/** Most searches end before a distance of this. */
const NEAR = 512

/**
 * What a search has reached, by distance. Distances are whole and mostly small, so there is a shelf for each that
 * is near (R. B. Dial 1969) and a heap for those beyond: what is reached and never needed costs next to nothing.
 * On a shelf the last comes first: where many are equally near, the search goes deep, and ends sooner.
 */
export class Queue {
  readonly #far = new Heap()
  /** By distance: the place of its last item, or −1. */
  readonly #shelf = new Int32Array(NEAR).fill(-1)
  #items = new Int32Array(1024)
  #before = new Int32Array(1024)
  #places = 0
  #nearest = NEAR

  /** Infinity where nothing is left. */
  least(): number {
    while (this.#nearest < NEAR && this.#shelf[this.#nearest] === -1) this.#nearest += 1
    return this.#nearest < NEAR ? this.#nearest : this.#far.least()
  }

  /** At a whole distance; below 0 is as good as 0. */
  push(item: number, distance: number): void {
    if (distance >= NEAR) {
      this.#far.push(item, distance)
      return
    }
    const at = distance > 0 ? distance : 0
    if (this.#places === this.#items.length) this.#grow()
    const place = this.#places
    this.#places += 1
    this.#items[place] = item
    this.#before[place] = this.#shelf[at]!
    this.#shelf[at] = place
    if (at < this.#nearest) this.#nearest = at
  }

  /** The one at `least()`. */
  pop(): number {
    if (this.#nearest === NEAR) return this.#far.pop()
    const place = this.#shelf[this.#nearest]!
    this.#shelf[this.#nearest] = this.#before[place]!
    return this.#items[place]!
  }

  clear(): void {
    this.#far.size = 0
    if (this.#places === 0) return
    this.#shelf.fill(-1)
    this.#places = 0
    this.#nearest = NEAR
  }

  #grow(): void {
    const items = new Int32Array(2 * this.#items.length)
    const before = new Int32Array(2 * this.#before.length)
    items.set(this.#items)
    before.set(this.#before)
    this.#items = items
    this.#before = before
  }
}
