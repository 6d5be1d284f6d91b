import type { Keyring } from '#platform/keys/index.ts'

/**
 * A tracking code: 16 characters of an alphabet without look-alikes, shown as XXXX-XXXX-XXXX-XXXX. The first four
 * carry the registry office (`home`), eleven are derived from the request's id with a key (53 bits), the last one
 * checks the rest: every single wrong character and every swap of neighbours is caught (weights are distinct
 * and non-zero modulo the prime 29, and so are their differences).
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const BASE = ALPHABET.length
const HOME_LENGTH = 4
const SECRET_LENGTH = 11
const LENGTH = HOME_LENGTH + SECRET_LENGTH + 1

const digits = (value: bigint, length: number): number[] => {
  const out: number[] = []
  let left = value
  for (let at = 0; at < length; at++) {
    out.unshift(Number(left % BigInt(BASE)))
    left /= BigInt(BASE)
  }
  return out
}

const checkOf = (values: readonly number[]): number =>
  values.reduce((sum, value, at) => (sum + value * (at + 2)) % BASE, 0)

const write = (values: readonly number[]): string => values.map((value) => ALPHABET[value] ?? '').join('')

/** The code of a request: the same id gives the same code, so a repeated answer can be given again. */
export const trackingCode = (keys: Keyring, home: number, requestId: string): string => {
  const secret = keys.digest('tracking code', requestId).readBigUInt64BE(0)
  const values = [...digits(BigInt(home), HOME_LENGTH), ...digits(secret, SECRET_LENGTH)]
  return write([...values, checkOf(values)])
}

/** As people read it aloud: groups of four. */
export const grouped = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** What somebody typed, as a code, with the home it carries; undefined when it cannot be one. */
export const readTrackingCode = (typed: string): { code: string; home: number } | undefined => {
  const code = typed.toUpperCase().replace(/[\s\-–—_.]/g, '')
  if (code.length !== LENGTH) return undefined
  const values = [...code].map((letter) => ALPHABET.indexOf(letter))
  if (values.includes(-1)) return undefined
  if (checkOf(values.slice(0, -1)) !== values.at(-1)) return undefined
  const home = values.slice(0, HOME_LENGTH).reduce((sum, value) => sum * BASE + value, 0)
  return { code, home }
}

/** How a code is kept and looked up: never itself. */
export const codeDigest = (keys: Keyring, code: string): Buffer => keys.digest('tracking code lookup', code)
