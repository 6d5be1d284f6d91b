import type { Assignment, Instance } from '#engines/matching/index.ts'
import { refuse } from './refused.ts'

/** An instance as it stands in its file. */
export interface Filed extends Omit<Instance, 'carried' | 'load'> {
  /** By need. */
  readonly hours: Int32Array
  /** By volunteer. */
  readonly capacityHours: Int32Array
}

const MAGIC = 0x4d4d
const RESULT_MAGIC = 0x4d52
const VERSION = 1
const HEADER = 8
const INT = 4

const headerOf = (words: Int32Array): { readonly needs: number; readonly volunteers: number; readonly edges: number } => {
  const [magic, needs = 0, volunteers = 0, edges = 0, version, ...zeros] = words.subarray(0, HEADER)
  if (magic !== MAGIC) refuse('header[0]', `0x${((magic ?? 0) >>> 0).toString(16)} is not 0x${MAGIC.toString(16)}: no instance of this command`)
  for (const [index, count] of [needs, volunteers, edges].entries()) if (count < 0) refuse(`header[${index + 1}]`, `a count of ${count}`)
  if (version !== VERSION) refuse('header[4]', `version ${version}; known is ${VERSION}`)
  for (const [index, zero] of zeros.entries()) if (zero !== 0) refuse(`header[${index + 5}]`, `${zero} where 0 stands`)
  return { needs, volunteers, edges }
}

const requireRows = (row: Int32Array, edges: number): void => {
  if (row[0] !== 0) refuse('row[0]', `${row[0]} where 0 stands`)
  let before = 0
  row.forEach((start, need) => {
    if (start < before) refuse(`row[${need}]`, `${start} is less than row[${need - 1}] = ${before}`)
    before = start
  })
  if (before !== edges) refuse(`row[${row.length - 1}]`, `${before} where the number of edges, ${edges}, stands`)
}

const requireEdges = (row: Int32Array, col: Int32Array, volunteers: number): void => {
  const lastNeed = new Int32Array(volunteers).fill(-1)
  const needs = row.length - 1
  for (let need = 0; need < needs; need++) {
    const end = row[need + 1] ?? 0
    for (let edge = row[need] ?? 0; edge < end; edge++) {
      const volunteer = col[edge] ?? -1
      if (volunteer < 0 || volunteer >= volunteers) refuse(`col[${edge}]`, `volunteer ${volunteer} of need ${need}; there are 0 to ${volunteers - 1}`)
      if (lastNeed[volunteer] === need) refuse(`col[${edge}]`, `need ${need} has volunteer ${volunteer} twice`)
      lastNeed[volunteer] = need
    }
  }
}

const requireNoneNegative = (name: string, values: Int32Array): void => {
  const index = values.findIndex((value) => value < 0)
  if (index !== -1) refuse(`${name}[${index}]`, `${values[index]} is negative`)
}

/**
 * Little-endian int32: header `[0x4d4d, needs N, volunteers V, edges M, 1, 0, 0, 0]`, then `row[N+1]`, `col[M]`, `cost[M]`
 * (edges of need i are row[i] … row[i+1]−1), `capacity[V]`, `penalty[N]`, `hours[N]`, `capacityHours[V]`.
 */
export const parseInstance = (bytes: Uint8Array): Filed => {
  if (bytes.byteLength < HEADER * INT) refuse('length', `${bytes.byteLength} bytes hold no header of ${HEADER * INT}`)
  const whole = bytes.byteOffset % INT === 0 ? bytes : bytes.slice()
  const words = new Int32Array(whole.buffer, whole.byteOffset, Math.floor(whole.byteLength / INT))
  const { needs, volunteers, edges } = headerOf(words)
  const expected = INT * (HEADER + needs + 1 + 2 * edges + volunteers + 2 * needs + volunteers)
  if (bytes.byteLength !== expected)
    refuse('length', `${bytes.byteLength} bytes; ${needs} needs, ${volunteers} volunteers and ${edges} edges take ${expected}`)
  let at = HEADER
  const take = (length: number): Int32Array => {
    at += length
    return words.subarray(at - length, at)
  }
  const filed: Filed = {
    row: take(needs + 1),
    col: take(edges),
    cost: take(edges),
    capacity: take(volunteers),
    penalty: take(needs),
    hours: take(needs),
    capacityHours: take(volunteers),
  }
  requireRows(filed.row, edges)
  requireEdges(filed.row, filed.col, volunteers)
  for (const name of ['capacity', 'hours', 'capacityHours'] as const) requireNoneNegative(name, filed[name])
  return filed
}

/** Header `[0x4d52, N, V, 0, 0, 0, 0, 0]`, `edge[N]` (index into col, −1 unmatched), `price[V]`. */
export const resultBytes = ({ edge, price }: Pick<Assignment, 'edge' | 'price'>): Uint8Array => {
  const beyond = price.findIndex((value) => value !== Math.trunc(value) || Math.abs(value) > 2 ** 31 - 1)
  if (beyond !== -1) refuse(`price[${beyond}]`, `${price[beyond]} is more than the result's 32 bits hold; bring costs and penalties nearer together`)
  const words = new Int32Array(HEADER + edge.length + price.length)
  words.set([RESULT_MAGIC, edge.length, price.length])
  words.set(edge, HEADER)
  words.set(price, HEADER + edge.length)
  return new Uint8Array(words.buffer)
}
