import './clock-badge.css'
import { Badge, useFormatter, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

export type ClockState = 'on-track' | 'today' | 'late'

/** Shape first, hue second: a ring, a half disc, a filled diamond. */
export function ClockFace({ state }: { state: ClockState }) {
  return (
    <svg
      className={`clock-face clock-face--${state}`}
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
    >
      {state === 'late' ? (
        <>
          <path className="full" d="M9 1 17 9 9 17 1 9z" />
          <path className="notch" d="M9 5v4.5M9 12.4v.1" />
        </>
      ) : (
        <>
          <circle cx="9" cy="9" r="7" />
          {state === 'today' && <path className="full" d="M9 2a7 7 0 0 1 0 14z" />}
          {state === 'on-track' && <path d="M9 5.5V9l2.5 1.5" />}
        </>
      )}
    </svg>
  )
}

export interface ClockBadgeProps {
  readonly state: ClockState
  /** Working days left or late, as the server counts them with the country's holidays; never negative. */
  readonly days: number
  /** The instant it is due: shown as a time of day when that is today. */
  readonly due?: string
}

export function ClockBadge({ state, days, due }: ClockBadgeProps) {
  const t = useWords(words)
  const f = useFormatter()
  const tone = ({ 'on-track': 'good', today: 'today', late: 'late' } as const)[state]
  const said = {
    'on-track': t.daysLeft({ days }),
    today: due === undefined ? t.dueToday : t.dueBy({ time: f.time(due) }),
    // Late by hours only: no whole working day yet.
    late: days === 0 ? t.late : t.daysLate({ days }),
  }[state]
  return (
    <Badge tone={tone} icon={<ClockFace state={state} />}>
      {said}
    </Badge>
  )
}
