import { useEffect, useState, type ReactNode } from 'react'
import './waiting.css'
import { Button } from './button.tsx'
import { useFormatter, useWords } from './language.tsx'
import { words } from './words.ts'

/** Waits shorter than this show nothing: a flash of bars is worse than none. */
const msBeforeSkeleton = 300

/** Grey bars in the shape of what is coming. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useWords(words)
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), msBeforeSkeleton)
    return () => clearTimeout(timer)
  }, [])
  if (!due) return <div className="skeleton" aria-busy="true" />
  return (
    <div className="skeleton" role="status" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className={`skeleton-bar skeleton-bar--${at % 3}`} />
      ))}
    </div>
  )
}

export interface ProgressProps {
  readonly label: string
  readonly done: number
  /** Unknown totals show the count alone. */
  readonly of?: number
  readonly secondsLeft?: number
  /** What was wrong with some of it, in words. */
  readonly errors?: ReactNode
  /** What a stop would leave behind, and whether the window may be closed. */
  readonly note?: ReactNode
  readonly onStop?: () => void
}

/** Anything over two seconds: a count, the time that is left, and a way to stop. */
export function Progress({ label, done, of, secondsLeft, errors, note, onStop }: ProgressProps) {
  const t = useWords(words)
  const f = useFormatter()
  return (
    <section className="progress">
      <div className="progress-line">
        <b>{label}</b>
        {secondsLeft !== undefined && (
          <span className="quiet">
            {secondsLeft < 90
              ? t.secondsLeft({ seconds: Math.max(1, Math.round(secondsLeft)) })
              : t.minutesLeft({ minutes: Math.round(secondsLeft / 60) })}
          </span>
        )}
      </div>
      <progress aria-label={label} value={of === undefined ? undefined : done} max={of} />
      <div className="progress-line">
        <span>
          {of === undefined ? f.number(done) : t.countOf({ done, of })} {errors}
        </span>
        {onStop && <Button onClick={onStop}>{t.stop}</Button>}
      </div>
      {note && <p className="progress-note">{note}</p>}
    </section>
  )
}

/** How many steps of a short form are behind one: `step` counts from 1. */
export function Steps({ step, of }: { step: number; of: number }) {
  const t = useWords(words)
  return (
    <div className="steps">
      <span>{t.step({ step, of })}</span>
      <span className="steps-tiles" aria-hidden="true">
        {Array.from({ length: of }, (_, at) => (
          <i key={at} className={at + 1 < step ? 'is-done' : at + 1 === step ? 'is-now' : undefined} />
        ))}
      </span>
    </div>
  )
}

/**
 * A share from 0 to 1 as a short bar; without a `label` the number beside it speaks. Not `<meter>`: the
 * inside of that one escapes its box in Chromium 109.
 */
export function Share({ value, label }: { value: number; label?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  const meter = { role: 'meter', 'aria-label': label, 'aria-valuenow': percent }
  return (
    <span className="share" {...(label ? meter : { 'aria-hidden': true })}>
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  )
}
