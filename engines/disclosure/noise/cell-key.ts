import type { NoiseTable } from './noise-table.ts'

/** The size of a record key that is made by a keyed digest. */
export const KEYS_64 = 2n ** 64n

/** Keys add up, so the key of a sum is the sum of the keys: the same people get the same noise everywhere. */
export const cellKey = (recordKeys: Iterable<bigint>, size: bigint): bigint => {
  let sum = 0n
  for (const key of recordKeys) sum += key
  return ((sum % size) + size) % size
}

const PARTS = 2n ** 53n

/** Where in [0, 1) a key stands. */
const shareOf = (key: bigint, size: bigint): number => Number((key * PARTS) / size) / Number(PARTS)

/** What is added to a count before it is shown. A count beyond the table's last row has the noise of that row. */
export const noiseOf = (table: NoiseTable, count: number, key: bigint, size: bigint): number => {
  const row = table.rows[Math.min(count, table.rows.length - 1)]
  if (row === undefined) return 0
  const at = shareOf(key, size)
  // The last bound is 1 but for rounding; nothing falls beyond it.
  return (row.find(({ upTo }) => at < upTo) ?? row.at(-1))?.noise ?? 0
}

/**
 * The table of the United Kingdom's Office for National Statistics: noise by count and by key in 0 … 255. Counts above
 * 750 go round through rows 501 to 750.
 */
export const ONS_KEYS = 256n
export const onsRow = (count: number): number => (count <= 750 ? count : ((count - 1) % 250) + 501)
