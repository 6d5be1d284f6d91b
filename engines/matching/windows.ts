import type { WeekWindow } from './shapes.ts'

const WEEK = 7 * 24 * 60
const ANY_TIME: readonly WeekWindow[] = [{ from: 0, to: WEEK }]

// Two weeks in a row, so that a stretch over Sunday midnight is one piece; windows that touch are joined.
const join = (windows: readonly WeekWindow[]): readonly WeekWindow[] => {
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

// A volunteer's week is asked about by every need around: joining it once halved the time of an explanation.
const joins = new WeakMap<readonly WeekWindow[], readonly WeekWindow[]>()

/** What a week offers: windows that touch are one, and so are those over Sunday midnight. */
export const stretches = (windows: readonly WeekWindow[]): readonly WeekWindow[] => {
  const known = joins.get(windows)
  if (known !== undefined) return known
  const joined = join(windows)
  joins.set(windows, joined)
  return joined
}

/** What is wanted of a week: no window means any time. */
export const wantedStretches = (windows: readonly WeekWindow[]): readonly WeekWindow[] =>
  stretches(windows.length === 0 ? ANY_TIME : windows)

/**
 * Whether both have the same `minutes` in one piece. No wanted window means any time; none offered means
 * never.
 */
export const shareMinutes = (
  wanted: readonly WeekWindow[],
  offered: readonly WeekWindow[],
  minutes: number,
): boolean => {
  const free = stretches(offered)
  for (const a of wantedStretches(wanted))
    for (const b of free) if (Math.min(a.to, b.to) - Math.max(a.from, b.from) >= minutes) return true
  return false
}
