import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

interface Logged extends Error {
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
}

/** A database error quotes the offending value and row, a JSON error the text it could not read. */
const quotes = (error: Logged): boolean => error.code !== undefined || error instanceof SyntaxError

/** A message may have many lines: only the places count. */
const placesOf = ({ stack = '' }: Logged): string =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 7)
    .join('\n')

/** Structured lines, one a request. They hold ids and codes; never names, phones, bodies or query strings. */
export const createLog = (level: string, into?: DestinationStream): Log =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        err: (error: Logged) => ({
          type: error.name,
          message: quotes(error) ? undefined : error.message,
          code: error.code,
          constraint: error.constraint,
          table: error.table,
          stack: placesOf(error),
        }),
      },
    },
    into,
  )
