import { createHmac } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { cellKey, KEYS_64, noiseOf, noiseTable, ONS_KEYS, onsRow, type NoiseOptions } from '#engines/disclosure/index.ts'
import { parseCsv, type Csv } from './csv.ts'
import { refuse, refusing } from '#apps/commands/refused.ts'
import { wholeFrom, wordsOf } from '#apps/commands/words.ts'
import { textOf } from './json.ts'

const numberFrom = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) ? value : refuse(`--${name}`, `${text} is no number`)
}

const optionsFrom = (words: ReturnType<typeof wordsOf>): NoiseOptions => {
  const most = wholeFrom('d', words.text('d'), 1) ?? refuse('--d', 'say how far noise may go')
  const variance = numberFrom('v', words.text('v')) ?? refuse('--v', 'say its variance')
  const hidden = wholeFrom('js', words.text('js'), 0) ?? 0
  const stay = numberFrom('stay', words.text('stay'))
  return { most, variance, hidden, ...(stay === undefined ? {} : { stay }), monotone: !words.given('free') }
}

const tableOf = (options: NoiseOptions) => {
  try {
    return noiseTable(options)
  } catch (error) {
    if (error instanceof RangeError) return refuse('noise', error.message)
    throw error
  }
}

const noiseWords = { d: { type: 'string' }, v: { type: 'string' }, js: { type: 'string' }, stay: { type: 'string' }, free: { type: 'boolean' } } as const

const digits = (value: number): string => String(Number(value.toFixed(12)))

/** Noise by count, a line each: count, what is shown, its probability, the noise, probabilities so far. */
export const printNoiseTable = refusing(async (print, rest) => {
  const { rows } = tableOf(optionsFrom(wordsOf(rest, noiseWords, [])))
  print('i;j;p;v;p_int_ub')
  rows.forEach((row, count) => {
    for (const { shown, noise, share, upTo } of row) print([count, shown, digits(share), noise, digits(upTo)].join(';'))
  })
  return 0
})

const columnOf = ({ names }: Csv, file: string, name: string): number => {
  const at = names.indexOf(name)
  return at === -1 ? refuse(file, `no column ${name}`) : at
}

/** A published table by count and key, as the ONS has it: pcv, ckey, pvalue. */
const publishedNoise = async (path: string): Promise<(count: number, key: bigint) => number> => {
  const bytes = await readFile(path).catch((error: unknown) => refuse(path, error instanceof Error ? error.message : String(error)))
  const csv = parseCsv((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'), path)
  const [pcv, ckey, pvalue] = ['pcv', 'ckey', 'pvalue'].map((name) => columnOf(csv, path, name))
  const noise = new Map<number, number>()
  csv.rows.forEach((row, index) => {
    const [count, key, value] = [pcv, ckey, pvalue].map((at) => Number(row[at ?? 0]))
    if (![count, key, value].every(Number.isInteger)) refuse(`${path}, line ${index + 2}`, 'not three whole numbers')
    noise.set(Number(count) * Number(ONS_KEYS) + Number(key), Number(value))
  })
  return (count, key) => {
    if (count === 0) return 0
    const row = onsRow(count)
    return noise.get(row * Number(ONS_KEYS) + Number(key)) ?? refuse(path, `no noise for count ${row} and key ${key}`)
  }
}

const keyFrom = async (csv: Csv, file: string, id: string, secret: string | undefined, size: bigint): Promise<(row: readonly string[], line: number) => bigint> => {
  const at = columnOf(csv, file, id)
  if (secret === undefined)
    return (row, line) => {
      const text = row[at] ?? ''
      return /^\d+$/.test(text) && BigInt(text) < size ? BigInt(text) : refuse(`${file}, line ${line}`, `${id} ${text} is no key from 0 to ${size - 1n}`)
    }
  const key = (await textOf(secret)).trim()
  if (key.length < 16) refuse(secret, 'a key of fewer than 16 characters')
  return (row) => createHmac('sha256', key).update(row[at] ?? '').digest().readBigUInt64BE(0)
}

/**
 * A table of counts with noise by cell key: rows of FILE are people. Keys are read from --key (record_key), or made from
 * --id with the secret in --secret. Noise comes from --table as the ONS publishes it, or from --d, --v and --js.
 */
export const printCellKeyTable = refusing(async (print, rest) => {
  const words = wordsOf(rest, { ...noiseWords, by: { type: 'string' }, key: { type: 'string' }, id: { type: 'string' }, secret: { type: 'string' }, table: { type: 'string' }, size: { type: 'string' } }, ['FILE'])
  const file = words.at(0)
  const csv = parseCsv(await textOf(file), file)
  const by = (words.text('by') ?? refuse('--by', 'say which columns')).split(',')
  const at = by.map((name) => columnOf(csv, file, name))
  const table = words.text('table')
  const secret = words.text('secret')
  if ((secret === undefined) !== (words.text('id') === undefined)) refuse('--secret', 'goes with --id')
  const size = table !== undefined ? ONS_KEYS : secret !== undefined ? KEYS_64 : BigInt(wholeFrom('size', words.text('size'), 2) ?? 256)
  if (table !== undefined && secret !== undefined) refuse('--table', 'has keys of its own kind; not with --secret')
  const keyOf = await keyFrom(csv, file, words.text('id') ?? words.text('key') ?? 'record_key', secret, size)
  const noise = table !== undefined ? await publishedNoise(table) : ((rows) => (count: number, key: bigint) => noiseOf(rows, count, key, size))(tableOf(optionsFrom(words)))

  const cells = new Map<string, { readonly labels: readonly string[]; readonly keys: bigint[] }>()
  csv.rows.forEach((row, index) => {
    const labels = at.map((column) => row[column] ?? '')
    const name = JSON.stringify(labels)
    const known = cells.get(name) ?? { labels, keys: [] }
    known.keys.push(keyOf(row, index + 2))
    cells.set(name, known)
  })
  print([...by, 'ckey', 'count', 'noise', 'shown'].join(','))
  for (const name of [...cells.keys()].sort()) {
    const { labels, keys } = cells.get(name) ?? { labels: [], keys: [] }
    const key = cellKey(keys, size)
    const added = noise(keys.length, key)
    print([...labels, key, keys.length, added, keys.length + added].join(','))
  }
  return 0
})
