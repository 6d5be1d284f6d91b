import { createHash } from 'node:crypto'
import { system } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import type { Job } from '#platform/jobs/index.ts'
import { canonical } from './chain.ts'
import { exportRoots } from './export.ts'
import { leafHash, merkleRoot } from './merkle.ts'
import { findLastSeal, findNewHeads, insertSeal, isAnythingNew, lockSeals } from './store.ts'

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

const sealOf = (number: number, at: Date, heads: readonly SealedHead[], previous: Buffer): Seal => {
  const content = { number, at: at.toISOString(), heads, root: rootOf(heads), previous }
  return { ...content, hash: hashSeal(content) }
}

const actor = system('audit.seal', ['auditor'])

/** Seals what is new; answers the seal's number, undefined when nothing was new. */
export const sealTrail = async (house: House): Promise<number | undefined> => {
  const made = (await isAnythingNew(house, actor))
    ? await inDeed(house, actor, 'audit.seal', { wait: true }, async ({ tx, now, audit }) => {
        await lockSeals(tx)
        const last = await findLastSeal(tx)
        const heads = await findNewHeads(tx, last)
        if (heads.length === 0) {
          audit(null)
          return undefined
        }
        const seal = sealOf((last?.number ?? 0) + 1, now, heads, last?.hash ?? BEFORE_THE_FIRST)
        insertSeal(tx, seal)
        audit(String(seal.number), { chains: heads.length })
        return seal.number
      })
    : undefined
  if (house.dataFolder !== undefined) await exportRoots(house, actor, house.dataFolder)
  return made
}

export const seal: Job = {
  task: 'audit.seal',
  every: '* * * * *',
  work: async (house) => {
    await sealTrail(house)
  },
}
