import type { Actor } from '#platform/actor/index.ts'
import { system } from '#platform/actor/index.ts'
import { inDeed, type House, type ReadScope } from '#platform/command/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import { setImmediate } from 'node:timers/promises'
import type { Content, Said } from './content.ts'
import { askPart, readGround, type ReleaseGround } from './ground.ts'
import { isBeingMade, releaseAfter } from './lifecycle.ts'
import { protectPart, reopenPart, revisionOf, rootsOf } from './make.ts'
import { present } from './present.ts'
import { attackPart } from './protection/attack.ts'
import { saidInCsv } from './read-back.ts'
import { openPart, sealPart } from './sealed.ts'
import * as store from './store.ts'
import { nameOf } from './tables/lay.ts'
import { contentFrom, saidOfPart, writeRelease, type Written } from './write.ts'

export const WORK = 'observatory.release'

/** Opens the release, and counts for everybody. */
export const maker = (release: string): Actor => ({ ...system(WORK, [`release:${release}`]), counts: WHOLE_NATION })

const reading = <T>(house: House, release: string, work: (scope: ReadScope) => Promise<T>): Promise<T> =>
  inDeed(house, maker(release), WORK, { wait: false }, async (scope) => {
    scope.audit(release)
    return await work(scope)
  })

/** Writes under the record's lock, as long as the release is being made; false where it was withdrawn meanwhile. */
const writing = (house: House, release: string, work: (scope: ReadScope, record: store.ReleaseRecord) => void | Promise<void>): Promise<boolean> =>
  inDeed(house, maker(release), WORK, { wait: true }, async (scope) => {
    const record = await store.lockRelease(scope.tx, release)
    scope.audit(release, { state: record?.state ?? null })
    if (record === undefined || !isBeingMade(record.state) || record.failure !== null) return false
    await work(scope, record)
    return true
  })

const fail = (house: House, release: string, failure: store.Failure): Promise<boolean> =>
  writing(house, release, ({ tx, now }, record) => store.failRelease(tx, record, failure, now))

interface Opened {
  readonly record: store.ReleaseRecord
  readonly ground: ReleaseGround
  readonly parts: readonly store.PartRow[]
}

export const openRelease = async (scope: ReadScope, release: string): Promise<Opened | undefined> => {
  const record = await store.findRelease(scope.tx, release)
  if (record === undefined) return undefined
  const parts = await store.partsOfRelease(scope.tx, release)
  return { record, ground: await readGround(scope, record), parts }
}

/** Part by part, each in a deed of its own: killed in between, the next worker goes on with those that are left. */
const protectAll = async (house: House, { record, ground, parts }: Opened): Promise<boolean> => {
  const { id, frozen } = record
  const solver = await openSolver()
  if (!(await writing(house, id, ({ tx, now }, own) => store.saveSteps(tx, own, ground.parts.length + 1, now)))) return false
  for (const [index, part] of ground.parts.entries()) {
    if (parts.some((row) => row.part === index)) continue
    const asked = await reading(house, id, (scope) => askPart(scope, ground, part, frozen))
    const made = protectPart(asked, solver)
    if (made.lost !== undefined) {
      await fail(house, id, { what: 'lost', cells: made.lost.map(nameOf) })
      return false
    }
    const { secret, summary } = made
    const goesOn = await writing(house, id, ({ tx, now, keys }, own) =>
      store.insertPart(tx, own, { part: index, summary, ...sealPart(keys, own.home, secret) }, now),
    )
    if (!goesOn) return false
    await setImmediate()
  }
  return await writing(house, id, ({ tx, now }, own) => {
    const state = releaseAfter('protect', own.state)
    if (state !== undefined) store.moveRelease(tx, own, state, now)
  })
}

export interface MadeAgain {
  readonly content: Content
  readonly written: Written
  readonly attacks: readonly { readonly part: number; readonly attack: Awaited<ReturnType<typeof attackPart>> }[]
}

/** From the patterns that were kept to the files, and the attack on what the files say. */
export const writeAndAttack = async (scope: ReadScope, { record, ground, parts }: Opened): Promise<MadeAgain> => {
  const { frozen } = record
  const solver = await openSolver()
  const made = []
  for (const row of parts) made.push({ row, ...(await reopenPart(scope, ground, row.part, record, openPart(scope.keys, record.home, row.sealed))) })
  const said = new Map<string, Said>(made.flatMap(({ row, asked, guarded }) => saidOfPart(asked, guarded, present(ground.parts[row.part], 'a part').dimensions, frozen.plan.dimensions)))
  const content = contentFrom(record, ground, said)
  const revised = frozen.revises === null ? undefined : ground.contents.get(frozen.earlier.at(-1) ?? '')
  const evidence = { witnesses: parts.map(({ sha256 }) => sha256), roots: await rootsOf(scope, ground), revision: revisionOf(record, ground, revised, content) }
  const written = await writeRelease(record, content, evidence)
  const csv = written.files.find(({ name }) => name.endsWith('.sdmx.csv'))
  if (csv === undefined) throw new Error('a release has no SDMX-CSV')
  const attacks = made.map(({ row, asked, guarded }) => ({
    part: row.part,
    attack: attackPart(asked, guarded, saidInCsv(csv.bytes, frozen, present(ground.parts[row.part], 'a part').dimensions), solver),
  }))
  return { content, written, attacks }
}

const check = async (house: House, release: string): Promise<void> => {
  const made = await reading(house, release, async (scope) => {
    const opened = await openRelease(scope, release)
    return opened === undefined ? undefined : await writeAndAttack(scope, opened)
  })
  if (made === undefined) return
  const unsafe = made.attacks.flatMap(({ attack }) => attack.unsafeCells)
  if (unsafe.length > 0) {
    await fail(house, release, { what: 'unsafe', cells: unsafe })
    return
  }
  await writing(house, release, async ({ tx, now }, own) => {
    if (releaseAfter('check', own.state) === undefined) return
    for (const { part, attack: { unsafeCells: _, ...attack } } of made.attacks) store.saveAttack(tx, own, part, attack)
    const { manifest, files } = made.written
    files.forEach(({ bytes, name, title, mediaType, conformsTo, sha256 }, place) =>
      store.insertFile(tx, own, place, { name, title, mediaType, conformsTo: conformsTo ?? null, sha256, size: bytes.length }, bytes),
    )
    store.saveChecked(tx, own, manifest.hash, manifest, made.content, now)
  })
}

/** Makes a drafted release, from wherever it stands. What fails for good is written down and stays a draft. */
export const makeRelease = async (house: House, release: string): Promise<void> => {
  const opened = await reading(house, release, (scope) => openRelease(scope, release))
  if (opened === undefined || !isBeingMade(opened.record.state) || opened.record.failure !== null) return
  if (opened.record.state === 'draft' && !(await protectAll(house, opened))) return
  if (opened.record.state !== 'checked') await check(house, release)
}
