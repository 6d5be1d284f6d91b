import { Secret, TOTP } from 'otpauth'
import { plain } from './codes.ts'

// RFC 6238 as every authenticator application reads it: SHA-1, six digits, 30 seconds.
const PERIOD = 30

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Hamyar', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) })

/** 20 random bytes in base32 (RFC 4226, section 4: 160 bits recommended). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** `otpauth://…`: opens the authenticator on the same phone, or is shown to be typed. */
export const setUpAddress = (secret: string, label: string): string => totpOf(secret, label).toString()

/**
 * The time step that a code belongs to, one before or after the present for clocks that differ; undefined when
 * it belongs to none, or to a step not later than `lastStep`: an observed code is worth nothing afterwards.
 */
export const acceptedStep = (
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | undefined => {
  const delta = totpOf(secret, '').validate({ token: plain(code), timestamp: now.getTime(), window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta
  return lastStep !== null && step <= lastStep ? undefined : step
}
