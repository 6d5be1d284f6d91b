/** Points on a plane, in kilometres. */
export interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
}

export interface Search {
  /**
   * Puts the nearest of those that `fits` into `found`, nearest first, and answers how many; looks no farther
   * than `reach`.
   */
  nearest(x: number, y: number, reach: number, fits: (index: number) => boolean, found: Int32Array, km: Float64Array): number
}

/** A grid of square cells, looked through ring by ring. */
export const search = ({ x, y }: Points, cellKm: number): Search => {
  const least = { x: x.reduce((a, b) => Math.min(a, b), Infinity), y: y.reduce((a, b) => Math.min(a, b), Infinity) }
  const most = { x: x.reduce((a, b) => Math.max(a, b), -Infinity), y: y.reduce((a, b) => Math.max(a, b), -Infinity) }
  const wide = Math.max(1, Math.floor((most.x - least.x) / cellKm) + 1)
  const high = Math.max(1, Math.floor((most.y - least.y) / cellKm) + 1)
  const column = (at: number): number => Math.floor((at - least.x) / cellKm)
  const line = (at: number): number => Math.floor((at - least.y) / cellKm)
  const start = new Int32Array(wide * high + 1)
  const cellOf = Int32Array.from(x, (_, index) => line(y[index] ?? 0) * wide + column(x[index] ?? 0))
  for (const cell of cellOf) start[cell + 1] = (start[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < wide * high; cell++) start[cell + 1] = (start[cell + 1] ?? 0) + (start[cell] ?? 0)
  const next = start.slice()
  const member = new Int32Array(x.length)
  cellOf.forEach((cell, index) => {
    const at = next[cell] ?? 0
    member[at] = index
    next[cell] = at + 1
  })

  return {
    nearest: (px, py, reach, fits, found, km) => {
      const most = found.length
      let count = 0
      const look = (cx: number, cy: number): void => {
        if (cx < 0 || cx >= wide || cy < 0 || cy >= high) return
        const end = start[cy * wide + cx + 1] ?? 0
        for (let at = start[cy * wide + cx] ?? 0; at < end; at++) {
          const index = member[at] ?? 0
          const d = Math.hypot((x[index] ?? 0) - px, (y[index] ?? 0) - py)
          if (d > reach || (count === most && d >= (km[count - 1] ?? 0)) || !fits(index)) continue
          let place = count === most ? count - 1 : count
          for (; place > 0 && (km[place - 1] ?? 0) > d; place--) {
            km[place] = km[place - 1] ?? 0
            found[place] = found[place - 1] ?? 0
          }
          km[place] = d
          found[place] = index
          if (count < most) count++
        }
      }
      const cx = column(px)
      const cy = line(py)
      for (let ring = 0; ; ring++) {
        const within = (ring - 1) * cellKm
        if (within > reach || (count === most && (km[count - 1] ?? 0) <= within)) return count
        if (ring > wide && ring > high) return count
        for (let dx = -ring; dx <= ring; dx++) {
          look(cx + dx, cy - ring)
          if (ring > 0) look(cx + dx, cy + ring)
        }
        for (let dy = -ring + 1; dy < ring; dy++) {
          look(cx - ring, cy + dy)
          look(cx + ring, cy + dy)
        }
      }
    },
  }
}
