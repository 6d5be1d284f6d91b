/** A binary heap of volunteers by distance; an item may stand in it more than once. */
export interface Queue {
  push(item: number, key: number): void
  /** The smallest key, Infinity when empty. */
  least(): number
  pop(): number
  clear(): void
}

export const queue = (): Queue => {
  const items: number[] = []
  const keys: number[] = []

  const put = (at: number, item: number, key: number): void => {
    items[at] = item
    keys[at] = key
  }

  return {
    push: (item, key) => {
      let at = items.length
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (keys[parent]! <= key) break
        put(at, items[parent]!, keys[parent]!)
        at = parent
      }
      put(at, item, key)
    },
    least: () => keys[0] ?? Infinity,
    pop: () => {
      const top = items[0]!
      const item = items.pop()!
      const key = keys.pop()!
      const length = items.length
      if (length === 0) return top
      let at = 0
      for (let child = 1; child < length; child = 2 * at + 1) {
        if (child + 1 < length && keys[child + 1]! < keys[child]!) child += 1
        if (keys[child]! >= key) break
        put(at, items[child]!, keys[child]!)
        at = child
      }
      put(at, item, key)
      return top
    },
    clear: () => {
      items.length = 0
      keys.length = 0
    },
  }
}
