import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import './point-map.css'

export type MarkShape = 'circle' | 'diamond'

export interface MapPoint {
  readonly key: string
  readonly lat: number
  readonly lon: number
  /** Its symbol's area; a point without one is a dot that gives the country its shape. */
  readonly value?: number
  readonly shape?: MarkShape
  /** What the symbol is, for whoever hears it. */
  readonly says?: string
  /** A figure or two over the largest symbols. */
  readonly label?: string
}

export interface PointMapProps {
  /** The picture in one sentence; the same data stands beside it as a table. */
  readonly says: string
  readonly points: readonly MapPoint[]
  readonly selected: string | undefined
  readonly onSelect: (key: string) => void
}

const WIDTH = 640
const EDGE = 24
const SMALLEST = 5
const LARGEST = 20
/** A finger's or a shaky pointer's. */
const REACH = 14

/** Places where they lie: no tiles, no borders, north above. A degree of longitude is as wide as it is in the middle of them. */
const layOut = (points: readonly MapPoint[]) => {
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)]
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)]
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (WIDTH - 2 * EDGE) / Math.max(0.5, (east - west) * narrow, north - south)
  const height = Math.max(160, (north - south) * scale + 2 * EDGE)
  // One alone stands in the middle.
  const spare = (WIDTH - 2 * EDGE - (east - west) * narrow * scale) / 2
  const at = ({ lat, lon }: MapPoint) => ({
    x: EDGE + spare + (lon - west) * narrow * scale,
    y: points.length === 1 ? height / 2 : EDGE + (north - lat) * scale,
  })
  return { at, height }
}

/** Symbols as large as their values, on dots that show where the rest is. Arrows go from one to the next, the largest first. */
export function PointMap({ says, points, selected, onSelect }: PointMapProps) {
  const marks = useRef(new Map<string, SVGGElement>())
  if (points.length === 0) return null
  const { at, height } = layOut(points)
  const shown = points.filter(({ value }) => (value ?? 0) > 0).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const most = Math.max(1, ...shown.map(({ value }) => value ?? 0))
  const active = shown.some(({ key }) => key === selected) ? selected : shown[0]?.key
  const step = (by: number) => {
    const next = shown[shown.findIndex(({ key }) => key === active) + by]
    if (next === undefined) return
    onSelect(next.key)
    marks.current.get(next.key)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (by === undefined && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (by === undefined) onSelect(key)
    else step(by)
  }
  return (
    <svg className="point-map" viewBox={`0 0 ${WIDTH} ${Math.ceil(height)}`} role="group" aria-label={says} direction="ltr">
      {points.map((point) => (
        <circle key={point.key} className="point-map-rest" cx={at(point).x} cy={at(point).y} r={1.8} />
      ))}
      {[...shown].reverse().map((point) => {
        const { x, y } = at(point)
        const radius = Math.max(SMALLEST, LARGEST * Math.sqrt((point.value ?? 0) / most))
        return (
          <g
            key={point.key}
            ref={(element) => {
              if (element === null) marks.current.delete(point.key)
              else marks.current.set(point.key, element)
            }}
            className={point.key === selected ? 'point-map-on' : undefined}
            role="button"
            aria-label={point.says}
            aria-pressed={point.key === selected}
            tabIndex={point.key === active ? 0 : -1}
            onClick={() => onSelect(point.key)}
            onKeyDown={(event) => onKeyDown(event, point.key)}
          >
            <Mark shape={point.shape ?? 'circle'} x={x} y={y} radius={radius} />
            <circle className="point-map-hit" cx={x} cy={y} r={Math.max(REACH, radius + 3)} />
            {point.label !== undefined && (
              <text x={x} y={y - radius - 5}>
                {point.label}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

interface MarkProps {
  readonly shape: MarkShape
  readonly x: number
  readonly y: number
  readonly radius: number
}

function Mark({ shape, x, y, radius }: MarkProps) {
  if (shape === 'circle') return <circle className="point-map-mark" cx={x} cy={y} r={radius} />
  // As large as the circle of the same value.
  const half = radius * Math.sqrt(Math.PI / 2)
  return <path className="point-map-mark point-map-mark--diamond" d={`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}z`} />
}

/** What the symbols are: by shape, never by colour alone. */
export function MapLegend({ rows }: { rows: readonly { readonly shape: MarkShape | 'dot'; readonly words: ReactNode }[] }) {
  return (
    <ul className="point-map-legend quiet small">
      {rows.map(({ shape, words }) => (
        <li key={shape}>
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            {shape === 'dot' ? <circle className="point-map-rest" cx="12" cy="12" r="3" /> : <Mark shape={shape} x={12} y={12} radius={8} />}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
