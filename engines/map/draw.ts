import type { MapCell } from './cells.ts'
import type { SheetPoint } from './points.ts'

/** An area as a drawing takes it: paths of SVG, in whole units. */
export interface DrawnArea {
  readonly key: string
  /** Every cell of it, closed. */
  readonly fill: string
  /** Its border alone. */
  readonly edge: string
  /** Where a sign or a circle stands. */
  readonly x: number
  readonly y: number
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly areas: readonly DrawnArea[]
}

const WIDTH = 1000
const MARGIN = 8

/** Sides that part an area from others, one after the other as far as they hang together. */
const edgeOf = (cell: MapCell, isInside: (key: string | null) => boolean, write: (corner: readonly [number, number]) => string): string => {
  let pen = false
  return cell.beside
    .map((beside, at) => {
      if (isInside(beside)) {
        pen = false
        return ''
      }
      const from = pen ? '' : `M${write(cell.ring[at] ?? [0, 0])}`
      pen = true
      return `${from}L${write(cell.ring[(at + 1) % cell.ring.length] ?? [0, 0])}`
    })
    .join('')
}

/** Cells put together to areas. `areaOf` says to which one a cell belongs; `signs` where each area has its sign. */
export const draw = (cells: readonly MapCell[], areaOf: (key: string) => string | undefined, signs: readonly SheetPoint[]): Drawing => {
  const corners = cells.flatMap(({ ring }) => ring)
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  if (corners.length === 0) return { width: WIDTH, height: 0, areas: [] }
  const [left, right] = xs.reduce(([least, most], x) => [Math.min(least, x), Math.max(most, x)], [Infinity, -Infinity])
  const [top, foot] = ys.reduce(([least, most], y) => [Math.min(least, y), Math.max(most, y)], [Infinity, -Infinity])
  const scale = (WIDTH - 2 * MARGIN) / Math.max(right - left, foot - top)
  const across = (x: number): number => Math.round(MARGIN + (x - left) * scale)
  const down = (y: number): number => Math.round(MARGIN + (y - top) * scale)
  const write = ([x, y]: readonly [number, number]): string => `${across(x)} ${down(y)}`
  return {
    width: across(right) + MARGIN,
    height: down(foot) + MARGIN,
    areas: signs.map(({ key, x, y }) => {
      const own = cells.filter((cell) => areaOf(cell.key) === key)
      const isInside = (beside: string | null) => beside !== null && areaOf(beside) === key
      return {
        key,
        fill: own.map(({ ring }) => `M${ring.map(write).join('L')}z`).join(''),
        edge: own.map((cell) => edgeOf(cell, isInside, write)).join(''),
        x: across(x),
        y: down(y),
      }
    }),
  }
}
