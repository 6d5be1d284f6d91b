import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newKeyMaterial, type KeyMaterial } from './index.ts'

export interface KeyFile {
  readonly about: string
  readonly linkage: string
  readonly field: Readonly<Record<string, string>>
  readonly currentEpoch: number
}

const ABOUT = 'Secrets of Hamyar. Whoever has this file and the database can read people. See docs/keys.md.'

export const toFile = (material: KeyMaterial): KeyFile => ({
  about: ABOUT,
  linkage: material.linkage.toString('base64'),
  field: Object.fromEntries([...material.field].map(([epoch, key]) => [epoch, key.toString('base64')])),
  currentEpoch: material.currentEpoch,
})

export const fromFile = (file: KeyFile): KeyMaterial => ({
  linkage: Buffer.from(file.linkage, 'base64'),
  field: new Map(Object.entries(file.field).map(([epoch, key]) => [Number(epoch), Buffer.from(key, 'base64')])),
  currentEpoch: file.currentEpoch,
})

/** Written beside, then renamed: a crash leaves the old file or the new one, never half of one. */
export const writeKeyFile = (path: string, material: KeyMaterial): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, `${JSON.stringify(toFile(material), null, 2)}\n`, { mode: 0o600 })
  renameSync(beside, path)
  chmodSync(path, 0o600)
}

/** Reads the key file; the first start makes a strong one. `made` says that it did. */
export const readOrMakeKeyFile = (path: string): { material: KeyMaterial; made: boolean } => {
  if (existsSync(path)) return { material: fromFile(JSON.parse(readFileSync(path, 'utf8')) as KeyFile), made: false }
  const material = newKeyMaterial()
  writeKeyFile(path, material)
  return { material, made: true }
}

// The epoch is the first byte of everything sealed.
const LAST_EPOCH = 255

/** A new epoch for sealing; the old ones stay for reading until every row is resealed. */
export const rotated = (material: KeyMaterial): KeyMaterial => {
  const currentEpoch = material.currentEpoch + 1
  if (currentEpoch > LAST_EPOCH) throw new Error('all 255 epochs are used: move to a new installation')
  return { ...material, field: new Map([...material.field, [currentEpoch, randomBytes(32)]]), currentEpoch }
}

const readKeyFile = (path: string): KeyMaterial => {
  if (!existsSync(path)) throw new Error(`there is no key file ${path}`)
  return fromFile(JSON.parse(readFileSync(path, 'utf8')) as KeyFile)
}

/**
 * Writes a new epoch into the key file; answers its number. Processes that are running still seal with the
 * old one and cannot open what is sealed with the new one: restart all of them, then reseal.
 */
export const rotateKeys = (path: string): number => {
  const material = rotated(readKeyFile(path))
  writeKeyFile(path, material)
  return material.currentEpoch
}

/** Forgets the old epochs for good; answers how many. Only after a resealing that left nothing of them. */
export const dropOldEpochs = (path: string): number => {
  const material = readKeyFile(path)
  const field = new Map([...material.field].filter(([epoch]) => epoch === material.currentEpoch))
  writeKeyFile(path, { ...material, field })
  return material.field.size - 1
}
