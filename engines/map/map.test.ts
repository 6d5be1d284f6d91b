import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, draw, longestStep, onSheet } from './index.ts'

const four = onSheet([
  { key: 'north-west', lat: 36, lon: 50 },
  { key: 'north-east', lat: 36, lon: 51 },
  { key: 'south-west', lat: 35, lon: 50 },
  { key: 'south-east', lat: 35, lon: 51 },
])
const provinceOf = (key: string) => (key.startsWith('north') ? 'north' : 'south')
const area = (ring: readonly (readonly [number, number])[]): number =>
  Math.abs(ring.reduce((sum, [x, y], at) => sum + x * (ring[(at + 1) % ring.length]?.[1] ?? 0) - y * (ring[(at + 1) % ring.length]?.[0] ?? 0), 0)) / 2

const points = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 25, selector: ([x, y]) => `${x} ${y}` }).map((all) =>
  all.map(([x, y]) => ({ key: `${x} ${y}`, x, y })),
)

describe('cells around points', () => {
  it('give every spot to the nearest point, within reach', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true }), (all, x, y) => {
        const isIn = (ring: readonly (readonly [number, number])[]) =>
          ring.every(([ax, ay], at) => {
            const [bx, by] = ring[(at + 1) % ring.length] ?? [0, 0]
            return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-6
          })
        const nearest = Math.min(...all.map((point) => Math.hypot(point.x - x, point.y - y)))
        const owners = cellsOf(all, 8).filter(({ ring }) => isIn(ring))
        for (const { key } of owners) {
          const own = all.find((point) => point.key === key)
          expect(Math.hypot((own?.x ?? 0) - x, (own?.y ?? 0) - y)).toBeCloseTo(nearest, 5)
        }
        // The reach is a figure of 24 corners: a little less than the circle between them.
        if (nearest < 7.9) expect(owners.length).toBeGreaterThan(0)
      }),
    )
  })

  it('do not overlap: together they are as large as all of them', () => {
    fc.assert(
      fc.property(points, (all) => {
        const cells = cellsOf(all, 100)
        const total = cells.reduce((sum, { ring }) => sum + area(ring), 0)
        const alone = cellsOf(all.slice(0, 1), 100).reduce((sum, { ring }) => sum + area(ring), 0)
        expect(total).toBeGreaterThanOrEqual(alone - 1e-6)
        expect(cells.every(({ ring, beside }) => ring.length === beside.length && ring.length > 2)).toBe(true)
      }),
    )
  })

  it('know what lies beyond each of their sides', () => {
    const [first] = cellsOf(four, 0.62)
    expect(new Set(first?.beside)).toEqual(new Set([null, 'north-east', 'south-west']))
  })

  it('hang together where the reach is half of the longest step', () => {
    expect(longestStep(four)).toBeCloseTo(1, 6)
    expect(longestStep(four.slice(0, 1))).toBe(0)
  })
})

describe('a drawing', () => {
  const drawn = draw(cellsOf(four, 0.8), provinceOf, [{ key: 'north', x: 41, y: -36 }, { key: 'south', x: 41, y: -35 }])

  it('puts cells together to areas, with no line between cells of one area', () => {
    expect(drawn.areas.map(({ key }) => key)).toEqual(['north', 'south'])
    const [north] = drawn.areas
    expect(north?.fill.match(/M/g)).toHaveLength(2)
    const sides = north?.fill.split(/[MLz]+/).filter((corner) => corner !== '').length ?? 0
    // One side of each cell lies at the other.
    expect(north?.edge.match(/L/g)).toHaveLength(sides - 2)
  })

  it('keeps to whole numbers inside its own frame', () => {
    const numbers = drawn.areas.flatMap(({ fill, x, y }) => [...fill.matchAll(/-?[\d.]+/g)].map(([one]) => Number(one)).concat(x, y))
    expect(numbers.every((one) => Number.isInteger(one) && one >= 0 && one <= Math.max(drawn.width, drawn.height))).toBe(true)
  })

  it('of nothing is empty', () => {
    expect(draw([], () => undefined, [])).toEqual({ width: 1000, height: 0, areas: [] })
  })
})
