import { latinDigits } from './formatter.ts'

/**
 * Words of a text as search compares them: forms of ye, kaf, he and alef, vowel marks, digits and case are folded
 * away; a half-space or hyphen parts words. Only the key is folded: what a person wrote is stored as they wrote it.
 */
const foldedWords = (text: string): string[] =>
  latinDigits(text.normalize('NFKC'))
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    // «مسئول» and «مسوول» are one word; a lone «ئ» is a letter of its own
    .replace(/ئو/g, 'وو')
    .replace(/(?<=\p{L})ئ|ئ(?=\p{L})/gu, 'ی')
    .replace(/[يىېے]/g, 'ی')
    .replace(/[كڪ]/g, 'ک')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ؤ/g, 'و')
    .replace(/[ةۀەھہۂۃ]/g, 'ه')
    .replace(/ء/g, '')
    .replace(/(?<=\d)[٬,](?=\d{3})/g, '')
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF_\-–—،,'"«»/()]/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

/** The key of a whole text, without any space: «علی‌رضا», «علی رضا» and «علیرضا» are one. */
export const foldForSearch = (text: string): string => foldedWords(text).join('')

/**
 * What a name is found by, typed from the beginning of any of its words:
 * «باغ انار» → `باغانار انار`. Stored; asked with `like 'key%' or like '% key%'`.
 */
export const searchText = (...names: readonly string[]): string => {
  const starts = names.flatMap((name) => {
    const words = foldedWords(name)
    return words.map((_, start) => words.slice(start).join(''))
  })
  return [...new Set(starts)].join(' ')
}
