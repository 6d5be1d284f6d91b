/** Points that are put in order: coordinates and index move together. */
export interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  readonly id: Int32Array
}

const swap = ({ x, y, z, id }: Points, a: number, b: number): void => {
  const ax = x[a]!
  const ay = y[a]!
  const az = z[a]!
  const own = id[a]!
  x[a] = x[b]!
  y[a] = y[b]!
  z[a] = z[b]!
  id[a] = id[b]!
  x[b] = ax
  y[b] = ay
  z[b] = az
  id[b] = own
}

/** Puts the `middle`-th of `from … end − 1` by `key` in its place, none greater before it and none less behind it (Hoare). */
const select = (points: Points, key: Float64Array | Int32Array, from: number, end: number, middle: number): void => {
  let low = from
  let high = end - 1
  while (low < high) {
    const a = key[low]!
    const b = key[(low + high) >> 1]!
    const c = key[high]!
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
    let i = low
    let j = high
    while (i <= j) {
      while (key[i]! < pivot) i += 1
      while (key[j]! > pivot) j -= 1
      if (i <= j) {
        swap(points, i, j)
        i += 1
        j -= 1
      }
    }
    if (middle <= j) high = j
    else if (middle >= i) low = i
    else return
  }
}

/** So many of them say which way a crowd is longest. */
const SAMPLE = 64

/** Halves `from … end − 1` across where they are farthest apart; at one and the same point, by index. */
export const halve = (points: Points, from: number, end: number): number => {
  const { x, y, z, id } = points
  const middle = (from + end) >> 1
  const stride = Math.max(1, Math.floor((end - from) / SAMPLE))
  let widest = 0
  let key: Float64Array | Int32Array = id
  for (const axis of [x, y, z]) {
    let least = Infinity
    let most = -Infinity
    for (let at = from; at < end; at += stride) {
      if (axis[at]! < least) least = axis[at]!
      if (axis[at]! > most) most = axis[at]!
    }
    if (most - least > widest) {
      widest = most - least
      key = axis
    }
  }
  select(points, key, from, end, middle)
  return middle
}
