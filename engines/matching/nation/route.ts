import { putOnSphere } from '#engines/matching/distance.ts'
import type { Columns } from './columns.ts'
import type { Forest } from './forest.ts'
import { BOX, chordToBox, FROM, RIGHT, SHAPE } from './tree.ts'

/** Needs in an order in which neighbours follow each other: as the leaves do that they would fall into. */
export const routeThrough = ({ folk, whole: { shape, box } }: Forest, { needs }: Columns): Int32Array => {
  const stride = SHAPE + folk.width
  const count = needs.lat.length
  const point = new Float64Array(3)
  const stop = new Int32Array(count)
  const start = new Int32Array(folk.count + 1)
  for (let need = 0; need < count; need += 1) {
    putOnSphere(needs.lat[need]!, needs.lon[need]!, point, 0)
    let node = 0
    while (shape[node * stride + RIGHT] !== 0) {
      const right = shape[node * stride + RIGHT]!
      const toLeft = chordToBox(box, (node + 1) * BOX, point[0]!, point[1]!, point[2]!)
      node = chordToBox(box, right * BOX, point[0]!, point[1]!, point[2]!) < toLeft ? right : node + 1
    }
    stop[need] = shape[node * stride + FROM]!
    start[stop[need]! + 1] = start[stop[need]! + 1]! + 1
  }
  for (let at = 0; at < folk.count; at += 1) start[at + 1] = start[at + 1]! + start[at]!
  const route = new Int32Array(count)
  for (let need = 0; need < count; need += 1) {
    const at = stop[need]!
    route[start[at]!] = need
    start[at] = start[at]! + 1
  }
  return route
}
