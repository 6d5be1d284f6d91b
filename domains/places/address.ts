import { countryPack } from '#countries/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { wordsForSearch } from '#platform/words/index.ts'

/**
 * A home as two people may write it: the same words in any order, without those that only say what comes next. An
 * address without a number is a street or a village, and is nobody's own: it has none.
 */
export const addressKey = (country: string, place: string, text: string): string | undefined => {
  const fillers = new Set(countryPack(country).addressFillers)
  const words = wordsForSearch(text).filter((word) => !fillers.has(word))
  const named = words.filter((word) => !/^\d+$/.test(word))
  return named.length === 0 || named.length === words.length ? undefined : [place, ...words.sort()].join(' ')
}

/** What shared homes are found by, where addresses themselves are sealed. */
export const addressDigest = (keys: Keyring, country: string, place: string, text: string | null): Buffer | null => {
  const key = text === null ? undefined : addressKey(country, place, text)
  return key === undefined ? null : keys.digest('address', key)
}
