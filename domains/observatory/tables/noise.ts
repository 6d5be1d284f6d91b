import { createHmac } from 'node:crypto'
import { KEYS_64, noiseOf, noiseTable } from '#engines/disclosure/index.ts'
import type { Keyring } from '#platform/keys/index.ts'

/** What everybody is told of the noise. It adds nothing on average; no count of 1 … `hidden` is ever shown; nobody stays nobody. */
export const NOISE = { most: 10, variance: 7, hidden: 4 } as const

const table = noiseTable(NOISE)

/** The key of a record: of the person where the fact is somebody's, else of the fact itself. It never stands in the database. */
export type RecordKeys = (record: string) => bigint

export const recordKeys = (keys: Keyring): RecordKeys => {
  const secret = keys.derive('observatory noise')
  return (record) => createHmac('sha256', secret).update(record).digest().readBigUInt64BE()
}

export const noised = (count: number, key: bigint): number => count + noiseOf(table, count, ((key % KEYS_64) + KEYS_64) % KEYS_64, KEYS_64)
