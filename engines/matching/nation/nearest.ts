/** The nearest that were offered so far, the farthest on top; of two as far, the one with the higher index is farther. */
export interface Nearest {
  size: number
  readonly chord: Float64Array
  readonly id: Int32Array
}

/** Nobody offered yet, and room for so many. */
export const roomFor = (most: number): Nearest => ({ size: 0, chord: new Float64Array(most), id: new Int32Array(most) })

const isFarther = (chord: number, id: number, than: number, thanId: number): boolean =>
  chord > than || (chord === than && id > thanId)

const sink = ({ chord, id }: Nearest, size: number, far: number, own: number): void => {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && isFarther(chord[child + 1]!, id[child + 1]!, chord[child]!, id[child]!)) child += 1
    if (!isFarther(chord[child]!, id[child]!, far, own)) break
    chord[at] = chord[child]!
    id[at] = id[child]!
    at = child
  }
  chord[at] = far
  id[at] = own
}

/** Takes one more, and lets the farthest go where there are `most` already; who is farther than all of them must not be offered. */
export const take = (near: Nearest, most: number, far: number, own: number): void => {
  if (near.size === most) {
    sink(near, most, far, own)
    return
  }
  const { chord, id } = near
  let at = near.size
  near.size += 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isFarther(far, own, chord[parent]!, id[parent]!)) break
    chord[at] = chord[parent]!
    id[at] = id[parent]!
    at = parent
  }
  chord[at] = far
  id[at] = own
}

/** Puts them in order, nearest first. */
export const inOrder = (near: Nearest): void => {
  const { chord, id } = near
  for (let last = near.size - 1; last > 0; last -= 1) {
    const far = chord[last]!
    const own = id[last]!
    chord[last] = chord[0]!
    id[last] = id[0]!
    sink(near, last, far, own)
  }
}
