import type { SheetPoint } from './points.ts'

/** All that lies nearer to one point than to any other, and not farther than the reach. */
export interface MapCell {
  readonly key: string
  readonly ring: readonly (readonly [x: number, y: number])[]
  /** What lies beyond the side from each corner to the next; null where nothing does. */
  readonly beside: readonly (string | null)[]
}

interface Outline {
  readonly ring: [number, number][]
  readonly beside: (string | null)[]
}

const CORNERS = 24

const around = ({ x, y }: SheetPoint, reach: number): Outline => ({
  ring: Array.from({ length: CORNERS }, (_, at) => {
    const angle = (2 * Math.PI * at) / CORNERS
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
  }),
  beside: Array.from({ length: CORNERS }, () => null),
})

/** What is left of an outline on the near side of the line half-way to another point (Sutherland and Hodgman, 1974). */
const cut = ({ ring, beside }: Outline, near: SheetPoint, far: SheetPoint): Outline => {
  const [nx, ny] = [far.x - near.x, far.y - near.y]
  const at = nx * ((near.x + far.x) / 2) + ny * ((near.y + far.y) / 2)
  const over = ring.map(([x, y]) => nx * x + ny * y - at)
  const left: Outline = { ring: [], beside: [] }
  ring.forEach((corner, index) => {
    const next = (index + 1) % ring.length
    const [here, there] = [over[index] ?? 0, over[next] ?? 0]
    const crossing = (): [number, number] => {
      const share = here / (here - there)
      const to = ring[next] ?? corner
      return [corner[0] + share * (to[0] - corner[0]), corner[1] + share * (to[1] - corner[1])]
    }
    if (here <= 0) {
      left.ring.push(corner)
      left.beside.push(beside[index] ?? null)
      if (there > 0) {
        left.ring.push(crossing())
        left.beside.push(far.key)
      }
    } else if (there <= 0) {
      left.ring.push(crossing())
      left.beside.push(beside[index] ?? null)
    }
  })
  return left
}

/**
 * Voronoi's cells, none reaching farther than `reach`. Neighbours are met from the nearest on, until the next is too far to
 * take anything away. Two places on one point have one cell.
 */
export const cellsOf = (points: readonly SheetPoint[], reach: number): MapCell[] =>
  points.map((point) => {
    const others = points
      .flatMap((other) => {
        const far = Math.hypot(other.x - point.x, other.y - point.y)
        return far > 0 && far < 2 * reach ? [{ other, far }] : []
      })
      .sort((one, two) => one.far - two.far)
    let outline = around(point, reach)
    let farthest = reach
    for (const { other, far } of others) {
      if (far >= 2 * farthest) break
      outline = cut(outline, point, other)
      farthest = Math.max(0, ...outline.ring.map(([x, y]) => Math.hypot(x - point.x, y - point.y)))
    }
    return { key: point.key, ...outline }
  })
