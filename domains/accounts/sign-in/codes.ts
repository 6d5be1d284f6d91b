import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '#platform/keys/index.ts'
import { latinDigits } from '#platform/words/index.ts'

/** Six decimal digits from a cryptographic source. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

// No 0/O, 1/I/L, U/V: it is written on paper and read aloud.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const RECOVERY_CODES = 8
const RECOVERY_LENGTH = 10

const newRecoveryCode = (): string => {
  const letters = Array.from({ length: RECOVERY_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newRecoveryCode)

/** What somebody typed, as it was made: no spaces or dashes, Latin digits, capital letters. */
export const plain = (typed: string): string => latinDigits(typed).replace(/[\s-]/g, '').toUpperCase()

/** Keyed, so that the table alone does not let a million codes be tried; bound to what it belongs to. */
export const codeHash = (keys: Keyring, belongsTo: string, code: string): Buffer =>
  keys.digest(`one-time code ${belongsTo}`, plain(code))

export const isSame = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other)

/** A hash that no code has: for the challenge of somebody who is not known here. */
export const nobodysHash = (): Buffer => randomBytes(16)
