import { addDays, type PlainDate } from '#engines/calendar/index.ts'
import type { Span } from '#engines/statistics/index.ts'

/**
 * The days of all these spans, cut wherever one of them begins or ends and wherever a border changed: each span is a number
 * of whole pieces, whatever the calendars.
 */
export const piecesUnder = (spans: readonly Span[], changes: readonly PlainDate[]): Span[] => {
  const inside = (day: PlainDate): boolean => spans.some(({ start, end }) => start <= day && day <= end)
  const cuts = [...new Set([...spans.flatMap(({ start, end }) => [start, addDays(end, 1)]), ...changes])].sort()
  return cuts.flatMap((start, index) => {
    const next = cuts[index + 1]
    return next === undefined || !inside(start) ? [] : [{ start, end: addDays(next, -1) }]
  })
}

/** Spans that have days in common, directly or through others, in order. */
export const connected = <S extends Span>(spans: readonly S[]): S[][] => {
  const groups: { readonly spans: S[]; end: PlainDate }[] = []
  for (const span of [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1))) {
    const last = groups.at(-1)
    if (last !== undefined && span.start <= last.end) {
      last.spans.push(span)
      last.end = last.end < span.end ? span.end : last.end
    } else groups.push({ spans: [span], end: span.end })
  }
  return groups.map((group) => group.spans)
}
