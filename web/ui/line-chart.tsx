import { useId } from 'react'
import './line-chart.css'
import { Hatch } from './hatch.tsx'

export interface LinePoint {
  readonly key: string
  readonly label: string
  /** Null: nothing to show here. */
  readonly value: number | null
  /** The same under the version before, where both are given. */
  readonly beside?: number | null
  /** Not over yet: it still grows. */
  readonly running?: boolean
  /** Something changed here: a saffron tile stands on the point. */
  readonly marked?: boolean
  /** There is a number and it is not told: hatched from top to bottom, so that its height says nothing. */
  readonly hidden?: boolean
}

export interface LineChartProps {
  /** The picture in one sentence: what a screen reader hears. The same data stands beside it as a table. */
  readonly says: string
  readonly points: readonly LinePoint[]
  /** How a number on the scale is written. */
  readonly write: (value: number) => string
}

const TOP = 16
const GROUND = 176
const LABEL = 198
/** Room for the numbers of the scale, in percent of the width. */
const SCALE = 9
const STEPS = 4

/** A round number not below the largest value, so that the scale reads easily. */
const roundUp = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * power >= most) ?? 10
  return Math.max(STEPS, step * power)
}

/** Through time from left to right in both languages, from zero up: a cut scale makes much of little. */
export function LineChart({ says, points, write }: LineChartProps) {
  const hatch = useId()
  const all = points.flatMap(({ value, beside }) => [value ?? 0, beside ?? 0])
  const top = roundUp(Math.max(...all))
  const step = (100 - SCALE) / Math.max(1, points.length)
  const x = (at: number) => `${Math.round((SCALE + step * (at + 0.5)) * 100) / 100}%`
  const y = (value: number) => GROUND - (Math.max(0, value) / top) * (GROUND - TOP)
  const xy = (at: number, value: number, to: number) => ({ x1: x(at), y1: y(value), x2: x(at + 1), y2: y(to) })
  const line = points.slice(1).flatMap(({ key, value, running }, at) => {
    const from = points[at]?.value ?? null
    return from === null || value === null ? [] : [{ key, running, ends: xy(at, from, value) }]
  })
  // The older line leaves the newer one where both begin to be given, and joins it again where they end.
  const older = points.slice(1).flatMap(({ key, value, beside }, at) => {
    const before = points[at]
    const isBridged = (before?.beside ?? beside ?? null) !== null
    const [from, to] = [before?.beside ?? before?.value ?? null, beside ?? value]
    return !isBridged || from === null || to === null ? [] : [{ key, ends: xy(at, from, to) }]
  })
  return (
    <svg className="line-chart" role="img" aria-label={says} direction="ltr">
      <Hatch id={hatch} />
      {Array.from({ length: STEPS + 1 }, (_, at) => (top / STEPS) * at).map((value) => (
        <g key={value}>
          <line className="line-chart-rule" x1={`${SCALE}%`} x2="100%" y1={y(value)} y2={y(value)} />
          <text className="line-chart-scale" x={`${SCALE - 1.5}%`} y={y(value) + 5}>
            {write(value)}
          </text>
        </g>
      ))}
      {points.map(
        ({ key, hidden }, at) =>
          hidden && <rect key={key} className="line-chart-hidden" fill={`url(#${hatch})`} x={`${SCALE + step * (at + 0.25)}%`} width={`${step / 2}%`} y={TOP} height={GROUND - TOP} />,
      )}
      {points.map(({ key, marked }, at) => marked && <line key={key} className="line-chart-mark" x1={x(at)} x2={x(at)} y1={TOP - 8} y2={GROUND} />)}
      {older.map(({ key, ends }) => (
        <line key={key} className="line-chart-line--beside" {...ends} />
      ))}
      {line.map(({ key, running, ends }) => (
        <line key={key} className={`line-chart-line${running ? ' line-chart-line--running' : ''}`} {...ends} />
      ))}
      {points.map(({ key, label, value, beside, running, marked }, at) => (
        <g key={key}>
          {beside !== null && beside !== undefined && <circle className="line-chart-dot line-chart-dot--beside" cx={x(at)} cy={y(beside)} r={4.5} />}
          {value !== null && !marked && <circle className={`line-chart-dot${running ? ' line-chart-dot--running' : ''}`} cx={x(at)} cy={y(value)} r={4} />}
          {value !== null && marked && (
            <svg x={x(at)} y={y(value)} overflow="visible">
              <path className="line-chart-tile" d="M0 -7L7 0 0 7 -7 0z" />
            </svg>
          )}
          <text className={[at === points.length - 1 && 'line-chart-last', (points.length - 1 - at) % 2 === 1 && 'line-chart-odd'].filter(Boolean).join(' ') || undefined} x={x(at)} y={LABEL}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
