import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | Date | Buffer | null | readonly string[]

const text = (value: string): string =>
  value.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '')

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
  let chunk = ''
  const flush = (): Promise<void> | undefined => {
    const full = stream.write(chunk)
    chunk = ''
    if (full) return undefined
    return Promise.race([new Promise<void>((resolve) => stream.once('drain', () => resolve())), finished])
  }
  return {
    row: (values) => {
      let line = ''
      for (const [at, value] of values.entries()) line += at === 0 ? field(value) : `\t${field(value)}`
      chunk += `${line}\n`
      return chunk.length > CHUNK ? flush() : undefined
    },
    end: async () => {
      if (chunk !== '') await flush()
      stream.end()
      await finished
    },
  }
}
