/** A binary heap of volunteers by distance; one may stand in it more than once. */
export class Heap {
  size = 0
  #keys = new Float64Array(1024)
  #items = new Int32Array(1024)

  least(): number {
    return this.size === 0 ? Infinity : this.#keys[0]!
  }

  push(item: number, key: number): void {
    if (this.size === this.#items.length) this.#grow()
    const keys = this.#keys
    const items = this.#items
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (keys[parent]! <= key) break
      keys[at] = keys[parent]!
      items[at] = items[parent]!
      at = parent
    }
    keys[at] = key
    items[at] = item
  }

  pop(): number {
    const keys = this.#keys
    const items = this.#items
    const top = items[0]!
    const size = --this.size
    const key = keys[size]!
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1
      if (keys[child]! >= key) break
      keys[at] = keys[child]!
      items[at] = items[child]!
      at = child
    }
    keys[at] = key
    items[at] = items[size]!
    return top
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length)
    const items = new Int32Array(2 * this.#items.length)
    keys.set(this.#keys)
    items.set(this.#items)
    this.#keys = keys
    this.#items = items
  }
}
