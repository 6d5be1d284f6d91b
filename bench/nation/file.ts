import { readFile, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import type { Columns } from '#engines/matching/index.ts'
import { bytesOf } from '#bench/matching/problem.ts'
import type { Assembled } from '#engines/matching/index.ts'

export const writeColumns = (path: string, columns: Columns): Promise<void> => writeFile(path, serialize(columns))

export const readColumns = async (path: string): Promise<Columns> => deserialize(await readFile(path)) as Columns

/** For LEMON: the instance, and beside it what each volunteer carries already. */
export const writeInstance = async (path: string, { instance }: Pick<Assembled, 'instance'>): Promise<void> => {
  const { penalty, capacity, carried } = instance
  const none = { hours: new Int32Array(penalty.length), capacityHours: new Int32Array(capacity.length) }
  await writeFile(path, bytesOf({ ...instance, ...none }))
  await writeFile(`${path}-carried`, new Uint8Array((carried ?? new Int32Array(capacity.length)).slice().buffer))
}
