import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newKeyMaterial, type KeyMaterial } from './index.ts'

interface KeyFile {
  readonly about: string
  readonly linkage: string
  readonly field: Readonly<Record<string, string>>
  readonly currentEpoch: number
}

const ABOUT = 'Secrets of Hamyar. Whoever has this file and the database can read people. See docs/keys.md.'

const toFile = (material: KeyMaterial): KeyFile => ({
  about: ABOUT,
  linkage: material.linkage.toString('base64'),
  field: Object.fromEntries([...material.field].map(([epoch, key]) => [epoch, key.toString('base64')])),
  currentEpoch: material.currentEpoch,
})

const fromFile = (file: KeyFile): KeyMaterial => ({
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

/** A new epoch for sealing; the old ones stay for reading until every row is resealed. */
export const rotated = (material: KeyMaterial): KeyMaterial => {
  const currentEpoch = material.currentEpoch + 1
  return { ...material, field: new Map([...material.field, [currentEpoch, randomBytes(32)]]), currentEpoch }
}
