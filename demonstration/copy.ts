import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | Date | Buffer | null | readonly string[]

const SIGNS = /[\\\t\n\r]/

// Hardly a value has such a sign: to look is cheaper than to replace nothing.
const text = (value: string): string =>
  !SIGNS.test(value) ? value : value.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '')

const element = (value: string): string => `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`

const field = (value: Value): string => {
  if (value === null) return '\\N'
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return text(`{${value.map(element).join(',')}}`)
}

export interface Copying {
  /** One row, in the order of the columns. Waits when the server is behind. */
  row(values: readonly Value[]): Promise<void> | undefined
  end(): Promise<void>
}

const CHUNK = 256 * 1024
/** UTF-8 of one unit of a string, at most. */
const BYTES_A_SIGN = 3

const fresh = new WeakSet<pg.Client>()

/** Tables were emptied in this connection's transaction: rows go in frozen, so that nobody has to write them a second time. */
export const intoFreshTables = (client: pg.Client): void => {
  fresh.add(client)
}

/** Rows go in by COPY, in chunks, on the loader's connection. */
export const copying = (client: pg.Client, table: string, columns: readonly string[]): Copying => {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin${fresh.has(client) ? ' with (freeze)' : ''}`))
  const finished = new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve)
    stream.on('error', reject)
  })
  finished.catch(() => {})
  let chunk = Buffer.allocUnsafe(CHUNK)
  let filled = 0
  const flush = (): Promise<void> | undefined => {
    const full = stream.write(chunk.subarray(0, filled))
    // The stream keeps what it was given until it is sent.
    chunk = Buffer.allocUnsafe(CHUNK)
    filled = 0
    if (full) return undefined
    return Promise.race([new Promise<void>((resolve) => stream.once('drain', () => resolve())), finished])
  }
  return {
    row: (values) => {
      let line = ''
      for (const [at, value] of values.entries()) line += at === 0 ? field(value) : `\t${field(value)}`
      line += '\n'
      const room = line.length * BYTES_A_SIGN
      const waited = filled > 0 && filled + room > CHUNK ? flush() : undefined
      if (room > CHUNK) chunk = Buffer.allocUnsafe(room)
      // Line by line: a long string of many pieces is put together once more before it is written.
      filled += chunk.write(line, filled)
      return waited
    },
    end: async () => {
      if (filled > 0) await flush()
      stream.end()
      await finished
    },
  }
}
