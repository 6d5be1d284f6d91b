import { system } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import type { Job } from '#platform/jobs/index.ts'
import { exportRoots } from './export.ts'
import { BEFORE_THE_FIRST, hashSeal, rootOf, type Seal, type SealedHead } from './sealed.ts'
import { findLastSeal, findNewHeads, insertSeal, isAnythingNew, lockSeals } from './store.ts'

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
