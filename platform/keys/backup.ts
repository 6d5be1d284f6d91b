import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fromFile, toFile, type KeyFile } from './file.ts'
import type { KeyMaterial } from './index.ts'

interface BackupFile {
  readonly about: string
  readonly scrypt: { readonly N: number; readonly r: number; readonly p: number; readonly salt: string }
  readonly iv: string
  readonly tag: string
  readonly body: string
}

const ABOUT = "Hamyar's keys, sealed with a passphrase. Useless without it. See docs/keys.md."
const LEAST_PASSPHRASE = 16
// 128 MB and about half a second for one guess (RFC 7914; OWASP's first choice of parameters).
const COST = { N: 2 ** 17, r: 8, p: 1 } as const
const MEMORY = 256 * 1024 * 1024

const keyOf = (passphrase: string, { N, r, p, salt }: BackupFile['scrypt']): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: MEMORY })

/** Writes the keys sealed with a passphrase of at least 16 characters. An existing file is never overwritten. */
export const backupKeys = (material: KeyMaterial, path: string, passphrase: string): void => {
  if (passphrase.length < LEAST_PASSPHRASE)
    throw new Error(`the passphrase needs at least ${LEAST_PASSPHRASE} characters: five random words do well`)
  if (existsSync(path)) throw new Error(`${path} exists already: give another name`)
  const scrypt = { ...COST, salt: randomBytes(16).toString('base64') }
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, scrypt), iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(toFile(material)), 'utf8'), cipher.final()])
  const file: BackupFile = {
    about: ABOUT,
    scrypt,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    body: body.toString('base64'),
  }
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
}

/** Reads a backup; refuses a wrong passphrase and a damaged file alike. */
export const restoreKeys = (path: string, passphrase: string): KeyMaterial => {
  const file = JSON.parse(readFileSync(path, 'utf8')) as BackupFile
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, file.scrypt), Buffer.from(file.iv, 'base64'))
  decipher.setAuthTag(Buffer.from(file.tag, 'base64'))
  try {
    const text = decipher.update(Buffer.from(file.body, 'base64'), undefined, 'utf8') + decipher.final('utf8')
    return fromFile(JSON.parse(text) as KeyFile)
  } catch {
    throw new Error('this passphrase does not open the backup, or the file is damaged')
  }
}
