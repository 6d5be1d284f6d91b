import { createHash } from 'node:crypto'
import { canonical } from './chain.ts'
import { leafHash, merkleRoot } from './merkle.ts'

/** Where a chain stood when it was sealed; `hash` in hexadecimal. */
export interface SealedHead {
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

/** All heads that moved since the seal before, under one root; each seal's hash covers the one before it. */
export interface Seal {
  readonly number: number
  readonly at: string
  readonly heads: readonly SealedHead[]
  readonly root: Buffer
  readonly previous: Buffer
  readonly hash: Buffer
}

export const BEFORE_THE_FIRST: Buffer = Buffer.alloc(32)

export const rootOf = (heads: readonly SealedHead[]): Buffer =>
  merkleRoot(heads.map(({ chain, seq, hash }) => leafHash(canonical([chain, seq, hash]))))

export const hashSeal = (seal: Omit<Seal, 'hash'>): Buffer =>
  createHash('sha256')
    .update(seal.previous)
    .update(canonical([seal.number, seal.at, seal.heads, seal.root.toString('hex')]))
    .digest()
