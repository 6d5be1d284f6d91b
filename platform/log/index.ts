import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured lines, one a request. They hold ids and codes; never names, phones, bodies or query strings. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      // A database error quotes the offending row in `detail`: only its code and place are kept.
      err: (error: Error & { code?: string; constraint?: string; table?: string }) => ({
        type: error.name,
        message: error.code === undefined ? error.message : undefined,
        code: error.code,
        constraint: error.constraint,
        table: error.table,
        stack: error.stack?.split('\n').slice(1, 8).join('\n'),
      }),
    },
  })
