import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import './area-map.css'
import { Hatch } from './hatch.tsx'

export interface AreaShape {
  readonly code: string
  /** Paths of SVG: what is filled, and the border alone. */
  readonly fill: string
  readonly edge: string
  readonly x: number
  readonly y: number
}

export interface AreaValue {
  readonly code: string
  /** `hidden`: there is a number and it is not told. Null: nothing is there. */
  readonly value: number | 'hidden' | null
  /** What a screen reader hears of it. */
  readonly says: string
}

export interface AreaMapProps {
  /** The picture in one sentence; the same data stands beside it as a table. */
  readonly says: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly AreaShape[]
  readonly values: readonly AreaValue[]
  /** `shades` for shares, which can be compared whatever the size of a place; `circles` for counts, which cannot. */
  readonly look: 'shades' | 'circles'
  /** The end of the last shade, or the number of the largest circle. */
  readonly most: number
  readonly selected: string | undefined
  readonly onSelect: (code: string) => void
}

const CLASSES = 5
const LARGEST = 52
const SMALLEST = 7

/** Upper ends of five classes of one width, from zero to the most there is. */
export const classesUpTo = (most: number): number[] => Array.from({ length: CLASSES }, (_, at) => (most / CLASSES) * (at + 1))

const classOf = (value: number, most: number): number => (most === 0 ? 1 : Math.max(1, Math.ceil((value / most) * CLASSES)))

/** Areas of a country: shaded or with a circle each, hatched where a number is not told. Arrows go from one to the next. */
export function AreaMap({ says, width, height, shapes, values, look, most, selected, onSelect }: AreaMapProps) {
  const hatch = useId()
  const areas = useRef(new Map<string, SVGGElement>())
  const byCode = new Map(values.map((value) => [value.code, value]))
  const shown = shapes.filter(({ code }) => byCode.has(code))
  const active = shown.some(({ code }) => code === selected) ? selected : shown[0]?.code
  const onKeyDown = (event: KeyboardEvent, code: string) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (by === undefined && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    const next = by === undefined ? code : shown[shown.findIndex((one) => one.code === code) + by]?.code
    if (next === undefined) return
    onSelect(next)
    areas.current.get(next)?.focus()
  }
  const circles = look === 'circles' ? shown.filter(({ code }) => typeof byCode.get(code)?.value === 'number') : []
  return (
    <svg className="area-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={says} direction="ltr">
      <Hatch id={hatch} />
      {shapes.map(({ code, fill }) => (
        <path key={code} className={`area-map-fill ${groundOf(byCode.get(code)?.value, look, most)}`} fill={byCode.get(code)?.value === 'hidden' ? `url(#${hatch})` : undefined} d={fill} />
      ))}
      {shapes.map(({ code, edge }) => (
        <path key={code} className="area-map-border" d={edge} />
      ))}
      {circles.map(({ code, x, y }) => {
        const value = Number(byCode.get(code)?.value ?? 0)
        return value > 0 && <circle key={code} className="area-map-circle" cx={x} cy={y} r={Math.max(SMALLEST, LARGEST * Math.sqrt(value / most))} />
      })}
      {shown.map(({ code, fill, edge }) => (
        <g
          key={code}
          ref={(element) => {
            if (element === null) areas.current.delete(code)
            else areas.current.set(code, element)
          }}
          className="area-map-area"
          role="button"
          aria-label={byCode.get(code)?.says}
          aria-pressed={code === selected}
          tabIndex={code === active ? 0 : -1}
          onClick={() => onSelect(code)}
          onKeyDown={(event) => onKeyDown(event, code)}
        >
          <path d={fill} fill="transparent" />
          <path className="area-map-ring" d={edge} />
        </g>
      ))}
    </svg>
  )
}

const groundOf = (value: AreaValue['value'] | undefined, look: AreaMapProps['look'], most: number): string => {
  if (value === 'hidden') return ''
  if (look === 'circles' || value === null || value === undefined) return 'area-map-ground'
  return `area-map-class area-map-class--${classOf(value, most)}`
}

/** What the shades, the circles and the hatching are. */
export function AreaLegend({ look, most, write, hidden, children }: AreaLegendProps) {
  const hatch = useId()
  return (
    <ul className="area-map-legend quiet small">
      {look === 'shades' &&
        classesUpTo(most).map((upTo, at) => (
          <li key={upTo}>
            <svg className="area-map-key" viewBox="0 0 24 16" aria-hidden="true">
              <rect className={`area-map-class area-map-class--${at + 1}`} width="24" height="16" />
            </svg>
            {write((most / CLASSES) * at, upTo)}
          </li>
        ))}
      {children}
      <li>
        <svg className="area-map-key" viewBox="0 0 24 16" aria-hidden="true">
          <Hatch id={hatch} />
          <rect fill={`url(#${hatch})`} width="24" height="16" />
        </svg>
        {hidden}
      </li>
    </ul>
  )
}
interface AreaLegendProps {
  readonly look: AreaMapProps['look']
  readonly most: number
  readonly write: (from: number, upTo: number) => string
  readonly hidden: ReactNode
  /** Further lines, such as what a circle stands for. */
  readonly children?: ReactNode
}
