import type { House } from '#platform/command/index.ts'
import { apart, attacking, checking, protecting, telling } from './calculations.ts'
import type { Said } from './content.ts'
import { askPart } from './ground.ts'
import { hashOf, sha256Of, type Manifest } from './manifest.ts'
import { witnessText } from './sealed.ts'
import * as store from './store.ts'
import { countingFor, openRelease, reading, reopenPart, writeFrom } from './work.ts'

const VERIFY = 'observatory.verify-release'
const REBUILD = 'observatory.rebuild-release'

export interface Verified {
  readonly faults: readonly string[]
  readonly files: number
  readonly targets: number
  readonly narrowest: number | null
}

/** What of the kept bytes is not what the manifest says. */
const faultsOfFiles = (manifest: Manifest, hash: string | null, files: readonly store.WholeFile[], content: unknown): string[] => {
  const faults: string[] = []
  if (hashOf(manifest.release) !== hash || manifest.hash !== hash) faults.push('the manifest is not what its hash says')
  for (const { name, sha256, bytes } of manifest.files) {
    const own = files.find((file) => file.name === name)
    if (own === undefined) faults.push(`${name} is missing`)
    else if (sha256Of(own.content) !== sha256 || own.content.length !== bytes) faults.push(`${name} is not what the manifest says`)
  }
  if (files.length !== manifest.files.length) faults.push('there are files that the manifest does not name')
  if (content === undefined || hashOf(content) !== manifest.release.content) faults.push('what the service answers from is not what the manifest says')
  return faults
}

/** Every hash, every proof, and the attack once more, on the bytes that are kept. */
export const verifyRelease = async (house: House, release: string): Promise<Verified> => {
  const opened = await openRelease(house, release, VERIFY)
  const { manifest } = opened?.record ?? {}
  if (opened === undefined || manifest === undefined || manifest === null) return { faults: ['there is no release of this name with a manifest'], files: 0, targets: 0, narrowest: null }
  const { record, parts } = opened
  const [files, content] = await reading(house, release, VERIFY, async ({ tx }) => [await store.contentsOfFiles(tx, release), await store.contentOfRelease(tx, release)] as const)
  const faults = faultsOfFiles(manifest, record.hash, files, content)
  const csv = files.find(({ name }) => name.endsWith('.sdmx.csv'))
  let [targets, narrowest]: [number, number | null] = [0, null]
  for (const row of parts) {
    const { asked, secret, part } = await reopenPart(house, opened, row)
    if (sha256Of(witnessText(secret.proof)) !== manifest.release.witnesses[row.part]) faults.push(`the witnesses of part ${row.part + 1} are not those of the manifest`)
    for (const fault of await apart(house, checking, { asked, secret })) faults.push(`part ${row.part + 1}: ${fault}`)
    if (csv === undefined) continue
    const attack = await apart(house, attacking, { asked, pattern: secret.pattern, dimensions: part.dimensions, csv: csv.content, frozen: record.frozen })
    targets += attack.targets
    if (attack.narrowest !== null) narrowest = narrowest === null ? attack.narrowest : Math.min(narrowest, attack.narrowest)
    if (attack.unsafe > 0) faults.push(`part ${row.part + 1}: ${attack.unsafe} numbers can be found out`)
  }
  return { faults, files: files.length, targets, narrowest }
}

export interface Rebuilt {
  /** Files that came out with other bytes. */
  readonly differ: readonly string[]
  readonly files: number
  readonly hash: string
  readonly sameHash: boolean
}

/** The whole release again, from the facts as of its moment, keeping nothing. */
export const rebuildRelease = async (house: House, release: string): Promise<Rebuilt | undefined> => {
  const opened = await openRelease(house, release, REBUILD)
  if (opened?.record.manifest === undefined || opened.record.manifest === null) return undefined
  const { record, ground } = opened
  const said = new Map<string, Said>()
  const witnesses: string[] = []
  for (const part of ground.parts) {
    const asked = await askPart(countingFor(house, release), ground, part, record.frozen)
    const made = await apart(house, protecting, asked)
    if (made.lost !== undefined) throw new Error('what was protected once cannot be protected again')
    witnesses.push(sha256Of(witnessText(made.secret.proof)))
    const told = await apart(house, telling, { asked, pattern: made.secret.pattern, dimensions: part.dimensions, own: record.frozen.plan.dimensions })
    for (const [name, one] of told) said.set(name, one)
  }
  const { written } = await writeFrom(house, opened, said, witnesses)
  const before = await reading(house, release, REBUILD, async ({ tx }) => new Map((await store.filesOfRelease(tx, release)).map(({ name, sha256 }) => [name, sha256])))
  const differ = written.files.filter(({ name, sha256 }) => before.get(name) !== sha256).map(({ name }) => name)
  return { differ, files: written.files.length, hash: written.manifest.hash, sameHash: written.manifest.hash === record.hash }
}
