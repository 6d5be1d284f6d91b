import { checkProof } from '#engines/disclosure/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import { askPart, readGround } from './ground.ts'
import { protectPart, reopenPart, revisionOf, rootsOf } from './make.ts'
import { hashOf, sha256Of } from './manifest.ts'
import { present } from './present.ts'
import { attackPart } from './protection/attack.ts'
import { underPattern } from './protection/hide.ts'
import { claimOf, shownOf } from './protection/prove.ts'
import { saidInCsv } from './read-back.ts'
import { openPart, witnessText } from './sealed.ts'
import * as store from './store.ts'
import type { Said } from './content.ts'
import { maker, openRelease } from './work.ts'
import { contentFrom, saidOfPart, writeRelease } from './write.ts'

export interface Verified {
  readonly faults: readonly string[]
  readonly files: number
  readonly targets: number
  readonly narrowest: number | null
}

const asMaker = <T>(house: House, release: string, act: string, work: (scope: Parameters<typeof readGround>[0]) => Promise<T>): Promise<T> =>
  inDeed(house, maker(release), act, { wait: false }, async (scope) => {
    scope.audit(release)
    return await work(scope)
  })

/** Every hash, every proof, and the attack once more, on the bytes that are kept. */
export const verifyRelease = (house: House, release: string): Promise<Verified> =>
  asMaker(house, release, 'observatory.verify-release', async (scope) => {
    const opened = await openRelease(scope, release)
    const { manifest } = opened?.record ?? {}
    if (opened === undefined || manifest === undefined || manifest === null) return { faults: ['there is no release of this name with a manifest'], files: 0, targets: 0, narrowest: null }
    const { record, ground, parts } = opened
    const { frozen } = record
    const faults: string[] = []
    if (hashOf(manifest.release) !== record.hash || manifest.hash !== record.hash) faults.push('the manifest is not what its hash says')
    const files = await store.contentsOfFiles(scope.tx, release)
    for (const { name, sha256, bytes } of manifest.files) {
      const own = files.find((file) => file.name === name)
      if (own === undefined) faults.push(`${name} is missing`)
      else if (sha256Of(own.content) !== sha256 || own.content.length !== bytes) faults.push(`${name} is not what the manifest says`)
    }
    if (files.length !== manifest.files.length) faults.push('there are files that the manifest does not name')
    const content = await store.contentOfRelease(scope.tx, release)
    if (content === undefined || hashOf(content) !== manifest.release.content) faults.push('what the service answers from is not what the manifest says')
    const csv = files.find(({ name }) => name.endsWith('.sdmx.csv'))
    const solver = await openSolver()
    let [targets, narrowest]: [number, number | null] = [0, null]
    for (const row of parts) {
      const secret = openPart(scope.keys, record.home, row.sealed)
      if (sha256Of(witnessText(secret.proof)) !== manifest.release.witnesses[row.part]) faults.push(`the witnesses of part ${row.part + 1} are not those of the manifest`)
      const { asked, guarded } = await reopenPart(scope, ground, row.part, record, secret)
      for (const fault of checkProof(claimOf(guarded), shownOf(secret.proof))) faults.push(`part ${row.part + 1}: ${fault}`)
      if (csv === undefined) continue
      const attack = attackPart(asked, guarded, saidInCsv(csv.content, frozen, present(ground.parts[row.part], 'a part').dimensions), solver)
      targets += attack.targets
      if (attack.narrowest !== null) narrowest = narrowest === null ? attack.narrowest : Math.min(narrowest, attack.narrowest)
      if (attack.unsafe > 0) faults.push(`part ${row.part + 1}: ${attack.unsafe} numbers can be found out`)
    }
    return { faults, files: files.length, targets, narrowest }
  })

export interface Rebuilt {
  /** Files that came out with other bytes. */
  readonly differ: readonly string[]
  readonly files: number
  readonly hash: string
  readonly sameHash: boolean
}

/** The whole release again, from the facts as of its moment, keeping nothing. */
export const rebuildRelease = (house: House, release: string): Promise<Rebuilt | undefined> =>
  asMaker(house, release, 'observatory.rebuild-release', async (scope) => {
    const record = await store.findRelease(scope.tx, release)
    if (record?.manifest === undefined || record.manifest === null) return undefined
    const { frozen } = record
    const ground = await readGround(scope, record)
    const solver = await openSolver()
    const said = new Map<string, Said>()
    const witnesses: string[] = []
    for (const part of ground.parts) {
      const asked = await askPart(scope, ground, part, frozen)
      const made = protectPart(asked, solver)
      if (made.lost !== undefined) throw new Error('what was protected once cannot be protected again')
      witnesses.push(sha256Of(witnessText(made.secret.proof)))
      for (const [name, one] of saidOfPart(asked, underPattern(asked, made.secret.pattern), part.dimensions, frozen.plan.dimensions)) said.set(name, one)
    }
    const content = contentFrom(record, ground, said)
    const revised = frozen.revises === null ? undefined : ground.contents.get(frozen.earlier.at(-1) ?? '')
    const written = await writeRelease(record, content, { witnesses, roots: await rootsOf(scope, ground), revision: revisionOf(record, ground, revised, content) })
    const before = new Map((await store.filesOfRelease(scope.tx, release)).map(({ name, sha256 }) => [name, sha256]))
    const differ = written.files.filter(({ name, sha256 }) => before.get(name) !== sha256).map(({ name }) => name)
    return { differ, files: written.files.length, hash: written.manifest.hash, sameHash: written.manifest.hash === record.hash }
  })
