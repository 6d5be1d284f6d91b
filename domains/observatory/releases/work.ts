import type { Actor } from '#platform/actor/index.ts'
import { system } from '#platform/actor/index.ts'
import { inDeed, type House, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import { apart, attacking, Broken, protecting, telling, writing } from './calculations.ts'
import type { Content, Said } from './content.ts'
import { askPart, readBase, readGround, type Counting, type ReleaseGround } from './ground.ts'
import { informationOf } from './information.ts'
import { isBeingMade, releaseAfter } from './lifecycle.ts'
import { revisionOf, rootsOf } from './make.ts'
import type { Part } from './parts.ts'
import { present } from './present.ts'
import type { Attacked } from './protection/attack.ts'
import type { Asked } from './protection/shapes.ts'
import { openPart, sealPart, type PartSecret } from './sealed.ts'
import * as store from './store.ts'
import { nameOf } from './tables/lay.ts'
import { contentFrom, type Written } from './write.ts'

export const WORK = 'observatory.release'

/** Opens the release, and counts for everybody. */
export const maker = (release: string): Actor => ({ ...system(WORK, [`release:${release}`]), counts: WHOLE_NATION })

export const reading = <T>(house: House, release: string, act: string, work: (scope: ReadScope) => Promise<T>): Promise<T> =>
  inDeed(house, maker(release), act, { wait: false }, async (scope) => {
    scope.audit(release)
    return await work(scope)
  })

/** Writes under the record's lock, as long as the release is being made; false where it was withdrawn meanwhile. */
const writingDown = (house: House, release: string, work: (scope: WriteScope, record: store.ReleaseRecord) => void | Promise<void>): Promise<boolean> =>
  inDeed(house, maker(release), WORK, { wait: true }, async (scope) => {
    const record = await store.lockRelease(scope.tx, release)
    scope.audit(release, { state: record?.state ?? null })
    if (record === undefined || !isBeingMade(record.state) || record.failure !== null) return false
    await work(scope, record)
    return true
  })

const fail = (house: House, release: string, failure: store.Failure): Promise<boolean> =>
  writingDown(house, release, ({ tx, now }, record) => store.failRelease(tx, record, failure, now))

export interface Opened {
  readonly record: store.ReleaseRecord
  readonly ground: ReleaseGround
  readonly parts: readonly store.PartRow[]
}

export const countingFor = (house: House, release: string): Counting => ({ observatory: house.observatory, actor: maker(release), now: house.clock.now() })

/** Everything that is kept of a release, and what it was made from. */
export const openRelease = async (house: House, release: string, act = WORK): Promise<Opened | undefined> => {
  const kept = await reading(house, release, act, async ({ tx }) => {
    const record = await store.findRelease(tx, release)
    return record === undefined ? undefined : { record, base: await readBase(tx, record), parts: await store.partsOfRelease(tx, release) }
  })
  if (kept === undefined) return undefined
  const { record, base, parts } = kept
  return { record, ground: await readGround(countingFor(house, release), base, record.frozen), parts }
}

/** Part by part, each in a deed of its own: killed in between, the next worker goes on with those that are left. */
const protectAll = async (house: House, { record, ground, parts }: Opened): Promise<boolean> => {
  const { id, frozen } = record
  if (!(await writingDown(house, id, ({ tx, now }, own) => store.saveSteps(tx, own, ground.parts.length + 1, now)))) return false
  for (const [index, part] of ground.parts.entries()) {
    if (parts.some((row) => row.part === index)) continue
    const asked = await askPart(countingFor(house, id), ground, part, frozen)
    const made = await apart(house, protecting, asked)
    if (made.lost !== undefined) {
      await fail(house, id, { what: 'lost', cells: made.lost.map(nameOf) })
      return false
    }
    const { secret, summary, why } = made
    const hidden = { cells: [...why], information: informationOf(asked, why, ground.areas) }
    const goesOn = await writingDown(house, id, ({ tx, now, keys }, own) =>
      store.insertPart(tx, own, { part: index, summary, ...sealPart(keys, own.home, secret, hidden) }, now),
    )
    if (!goesOn) return false
  }
  return await writingDown(house, id, ({ tx, now }, own) => {
    const state = releaseAfter('protect', own.state)
    if (state !== undefined) store.moveRelease(tx, own, state, now)
  })
}

export interface OpenedPart {
  readonly row: store.PartRow
  readonly part: Part
  readonly asked: Asked
  readonly secret: PartSecret
}

/** A part again: its numbers as of the release's moment, and the pattern that was kept. */
export const reopenPart = async (house: House, { record, ground }: Opened, row: store.PartRow): Promise<OpenedPart> => {
  const part = present(ground.parts[row.part], 'a part')
  const asked = await askPart(countingFor(house, record.id), ground, part, record.frozen)
  return { row, part, asked, secret: openPart(house.keys, record.home, row.sealed) }
}

export interface MadeAgain {
  readonly content: Content
  readonly written: Written
  readonly attacks: readonly { readonly part: number; readonly attack: Attacked }[]
}

/** All files and the manifest, from what the parts say and the hashes of their witnesses. */
export const writeFrom = async (house: House, { record, ground }: Pick<Opened, 'record' | 'ground'>, said: ReadonlyMap<string, Said>, witnesses: readonly string[]) => {
  const { frozen } = record
  const content = contentFrom(record, ground, said)
  const revised = frozen.revises === null ? undefined : ground.contents.get(frozen.earlier.at(-1) ?? '')
  const roots = await rootsOf(countingFor(house, record.id), house.keys, ground)
  const evidence = { witnesses, roots, revision: revisionOf(record, ground, revised, content) }
  return { content, written: await apart(house, writing, { record, content, evidence }) }
}

/** From the patterns that were kept to the files, and the attack on what the files say. */
const writeAndAttack = async (house: House, opened: Opened): Promise<MadeAgain> => {
  const { frozen } = opened.record
  const made: OpenedPart[] = []
  const said = new Map<string, Said>()
  for (const row of opened.parts) {
    const one = await reopenPart(house, opened, row)
    made.push(one)
    const told = await apart(house, telling, { asked: one.asked, pattern: one.secret.pattern, dimensions: one.part.dimensions, own: frozen.plan.dimensions })
    for (const [name, each] of told) said.set(name, each)
  }
  const { content, written } = await writeFrom(house, opened, said, opened.parts.map(({ sha256 }) => sha256))
  const csv = written.files.find(({ name }) => name.endsWith('.sdmx.csv'))
  if (csv === undefined) throw new Error('a release has no SDMX-CSV')
  const attacks = []
  for (const { row, part, asked, secret } of made)
    attacks.push({ part: row.part, attack: await apart(house, attacking, { asked, pattern: secret.pattern, dimensions: part.dimensions, csv: csv.bytes, frozen }) })
  return { content, written, attacks }
}

const check = async (house: House, release: string): Promise<void> => {
  const opened = await openRelease(house, release)
  if (opened === undefined) return
  const made = await writeAndAttack(house, opened)
  const unsafe = made.attacks.flatMap(({ attack }) => attack.unsafeCells)
  if (unsafe.length > 0) {
    await fail(house, release, { what: 'unsafe', cells: unsafe })
    return
  }
  await writingDown(house, release, ({ tx, now, emit }, own) => {
    if (releaseAfter('check', own.state) === undefined) return
    for (const { part, attack: { unsafeCells: _, ...attack } } of made.attacks) store.saveAttack(tx, own, part, attack)
    const { manifest, files } = made.written
    files.forEach(({ bytes, name, title, mediaType, conformsTo, sha256 }, place) =>
      store.insertFile(tx, own, place, { name, title, mediaType, conformsTo: conformsTo ?? null, sha256, size: bytes.length }, bytes),
    )
    store.saveChecked(tx, own, manifest.hash, manifest, made.content, now)
    emit({ name: 'observatory.release-checked', payload: { release } })
  })
}

/** The same input fails again: whoever waits is told, instead of a job that comes back for ever. */
const isForGood = (error: unknown): boolean => error instanceof Broken || error instanceof RangeError

/** Makes a drafted release, from wherever it stands. What fails for good is written down and stays a draft. */
export const makeRelease = async (house: House, release: string): Promise<void> => {
  try {
    const opened = await openRelease(house, release)
    if (opened === undefined || !isBeingMade(opened.record.state) || opened.record.failure !== null) return
    if (opened.record.state === 'draft' && !(await protectAll(house, opened))) return
    if (opened.record.state !== 'checked') await check(house, release)
  } catch (error) {
    if (isForGood(error)) await fail(house, release, { what: 'broken', cells: [] })
    throw error
  }
}
