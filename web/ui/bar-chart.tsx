import './bar-chart.css'

export interface Bar {
  readonly key: string
  readonly value: number
  /** Under the bar; bars too close for words go without. */
  readonly label?: string
  /** Over the bar. */
  readonly figure?: string
  /** `hollow` what nobody uses yet · `now` the one that still grows. */
  readonly look?: 'full' | 'hollow' | 'now'
}

export interface BarChartProps {
  /** The picture in one sentence: what a screen reader hears. The same data stands beside it as a table. */
  readonly says: string
  readonly bars: readonly Bar[]
  /** A dashed line across, on the bars' own scale. */
  readonly level?: number
}

/** In the direction of its own words, though the chart goes from left to right: a Persian label may begin with a digit. */
const alone = (label: string) => `\u2068${label}\u2069`

/** More bars than this leave no room for figures on a phone. */
const CROWD = 12
const TOP = 20
const GROUND = 144
const LABEL = 162

/**
 * Bars from left to right in both languages. Across it is laid out in percent and down in pixels, so its words keep
 * their size at any width.
 */
export function BarChart({ says, bars, level }: BarChartProps) {
  const most = Math.max(1, level ?? 0, ...bars.map(({ value }) => value))
  const heightOf = (value: number) => (Math.max(0, value) / most) * (GROUND - TOP)
  const step = 100 / Math.max(1, bars.length)
  const wide = Math.min(step * 0.72, 12)
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`
  return (
    <svg className={`bar-chart${bars.length > CROWD ? ' bar-chart--crowd' : ''}`} role="img" aria-label={says} direction="ltr">
      {bars.map(({ key, value, label, figure, look = 'full' }, at) => {
        const middle = step * (at + 0.5)
        // A bar of nothing still shows its foot: there was a day, and nothing on it.
        const height = Math.max(look === 'hollow' ? 6 : value > 0 ? 2 : 1, heightOf(value))
        return (
          <g key={key}>
            <rect
              className={`bar-chart-${look}`}
              x={percent(middle - wide / 2)}
              y={GROUND - height}
              width={percent(wide)}
              height={height}
            />
            {figure !== undefined && (
              <text className="bar-chart-value" x={percent(middle)} y={GROUND - height - 6}>
                {figure}
              </text>
            )}
            {label !== undefined && (
              <text x={percent(middle)} y={LABEL}>
                {alone(label)}
              </text>
            )}
          </g>
        )
      })}
      <line className="bar-chart-ground" x1="0" x2="100%" y1={GROUND} y2={GROUND} />
      {level !== undefined && (
        <line className="bar-chart-level" x1="0" x2="100%" y1={GROUND - heightOf(level)} y2={GROUND - heightOf(level)} />
      )}
    </svg>
  )
}
