import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { nonces } from './nonces.ts'

/**
 * The secrets of the house. `field` keys seal what the database's operator must not read and are rotated
 * by epoch; the `linkage` key makes look-up digests and pseudonyms and is never rotated in place
 * (a lost linkage key ends linkage for good). Custody: docs/keys.md.
 */
export interface KeyMaterial {
  readonly linkage: Buffer
  readonly field: ReadonlyMap<number, Buffer>
  readonly currentEpoch: number
}

export interface Keyring {
  /** Seals text for one home. The answer names its epoch, so old rows stay readable after a rotation. */
  seal(home: number, text: string): Buffer
  open(home: number, sealed: Buffer): string
  /** Keyed digest for look-up: the same text of the same purpose gives the same 16 bytes. */
  digest(purpose: string, text: string): Buffer
  /** A 64-bit token of a digest, as a signed integer in text: what `bigint` columns take. */
  token(purpose: string, text: string): string
  /** Raw key of a purpose, 32 bytes. */
  derive(purpose: string): Buffer
  readonly currentEpoch: number
  epochOf(sealed: Buffer): number
}

const IV = 12
const TAG = 16

const derived = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `hamyar ${purpose}`, 32))

const MOST_KEPT = 5_000

export const keyring = (material: KeyMaterial): Keyring => {
  const nextIv = nonces(IV)
  // As a key object, made once: a buffer is made into one again at every use.
  const fieldKeys = new Map<string, KeyObject>()
  const fieldKey = (epoch: number, home: number): KeyObject => {
    const root = material.field.get(epoch)
    if (root === undefined) throw new Error(`no field key of epoch ${epoch}: restore it from its backup`)
    const name = `${epoch}:${home}`
    const known = fieldKeys.get(name)
    if (known !== undefined) return known
    const made = createSecretKey(derived(root, `field ${home}`))
    if (fieldKeys.size > MOST_KEPT) fieldKeys.clear()
    fieldKeys.set(name, made)
    return made
  }
  const purposeKeys = new Map<string, Buffer>()
  const purposeKey = (purpose: string): Buffer => {
    const known = purposeKeys.get(purpose)
    if (known !== undefined) return known
    const made = derived(material.linkage, purpose)
    if (purposeKeys.size > MOST_KEPT) purposeKeys.clear()
    purposeKeys.set(purpose, made)
    return made
  }
  const digest = (purpose: string, text: string) =>
    createHmac('sha256', purposeKey(purpose)).update(text).digest().subarray(0, 16)
  return {
    currentEpoch: material.currentEpoch,
    // epoch (1 byte) · iv (12) · tag (16) · ciphertext; the home is bound as associated data
    seal: (home, text) => {
      const iv = nextIv()
      const cipher = createCipheriv('aes-256-gcm', fieldKey(material.currentEpoch, home), iv)
      cipher.setAAD(Buffer.from(String(home)))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([material.currentEpoch]), iv, cipher.getAuthTag(), body])
    },
    open: (home, sealed) => {
      const decipher = createDecipheriv(
        'aes-256-gcm',
        fieldKey(sealed[0] ?? 0, home),
        sealed.subarray(1, 1 + IV),
      )
      decipher.setAAD(Buffer.from(String(home)))
      decipher.setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG))
      const text = decipher.update(sealed.subarray(1 + IV + TAG))
      // Throws when the tag does not fit; in this mode it holds no text of its own.
      decipher.final()
      return text.toString('utf8')
    },
    digest,
    token: (purpose, text) => digest(purpose, text).readBigInt64BE(0).toString(),
    derive: purposeKey,
    epochOf: (sealed) => sealed[0] ?? 0,
  }
}

export const newKeyMaterial = (): KeyMaterial => ({
  linkage: randomBytes(32),
  field: new Map([[1, randomBytes(32)]]),
  currentEpoch: 1,
})

/** The pseudonym of a person in one domain, from the person's own secret: gone when that is erased. */
export const pseudonym = (keys: Keyring, personSecret: Buffer, domain: string): string =>
  createHmac('sha256', keys.derive(`pseudonym ${domain}`)).update(personSecret).digest('hex').slice(0, 32)
