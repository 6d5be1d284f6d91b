import type { WeekWindow } from './shapes.ts'

const WEEK = 7 * 24 * 60
const ANY_TIME: readonly WeekWindow[] = [{ from: 0, to: WEEK }]

// Two weeks in a row, so that a stretch over Sunday midnight is one piece; windows that touch are joined.
const stretches = (windows: readonly WeekWindow[]): readonly WeekWindow[] => {
  const sorted = windows
    .flatMap(({ from, to }) => [{ from, to }, { from: from + WEEK, to: to + WEEK }])
    .sort((a, b) => a.from - b.from)
  const joined: { from: number; to: number }[] = []
  for (const window of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && window.from <= last.to) last.to = Math.max(last.to, window.to)
    else joined.push(window)
  }
  return joined
}

const overlap = (a: WeekWindow, b: WeekWindow, shift: number): number =>
  Math.min(a.to + shift, b.to) - Math.max(a.from + shift, b.from)

/**
 * Whether both have the same `minutes` in one piece. No wanted window means any time; none offered means
 * never.
 */
export const shareMinutes = (
  wanted: readonly WeekWindow[],
  offered: readonly WeekWindow[],
  minutes: number,
): boolean => {
  if (offered.length === 0) return false
  const free = stretches(offered)
  const asked = wanted.length === 0 ? ANY_TIME : wanted
  const meets = (a: WeekWindow) => free.some((b) => [-WEEK, 0, WEEK].some((s) => overlap(a, b, s) >= minutes))
  return stretches(asked).some(meets)
}
