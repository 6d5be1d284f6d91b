import { addDays, type PlainDate } from '#engines/calendar/index.ts'

export interface Span {
  readonly start: PlainDate
  /** The last day, which belongs to it. */
  readonly end: PlainDate
}

/** A part of a span in which no border changed. */
export interface Piece extends Span {
  /** Which of the spans it is part of. */
  readonly of: number
}

/** Each span cut before every day of change that lies inside it. The pieces of a span follow each other without a gap. */
export const piecesOf = (spans: readonly Span[], changes: readonly PlainDate[]): Piece[] =>
  spans.flatMap(({ start, end }, of) => {
    const starts = [start, ...changes.filter((day) => start < day && day <= end)]
    return starts.map((from, at) => {
      const next = starts[at + 1]
      return { of, start: from, end: next === undefined ? end : addDays(next, -1) }
    })
  })
