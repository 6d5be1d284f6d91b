import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/min'
import { latinDigits } from '#platform/words/index.ts'

/** Reads telephone numbers as people of a country type them, in any digits. A foreign one needs its code. */
export const phoneReader =
  (home: CountryCode) =>
  (typed: string): string | undefined => {
    const number = parsePhoneNumber(latinDigits(typed).trim(), { defaultCountry: home, extract: false })
    return number?.isValid() === true ? number.number : undefined
  }
