import { latinDigits } from '#platform/words/index.ts'

/** Ten digits with a check digit: Σ digit·weight (10 … 2) mod 11; below 2 it is itself, else 11 less it. */
export const isIdentityNumber = (typed: string): boolean => {
  const digits = latinDigits(typed).replace(/[\s-]/g, '')
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0) % 11
  return Number(digits[9]) === (sum < 2 ? sum : 11 - sum)
}
