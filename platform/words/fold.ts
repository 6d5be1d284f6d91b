import { latinDigits } from './digits.ts'

/**
 * Words of a text as search compares them: forms of ye, kaf, he, waw and alef, vowel marks, digits and
 * case are folded away, and letters of Kurdish and Azeri that a Persian keyboard lacks; a half-space or a
 * sign parts words. Only the key is folded: what a person wrote is stored as they wrote it.
 */
const foldedWords = (text: string): string[] =>
  latinDigits(text.normalize('NFKC'))
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    // Kurdish begins «ئاسو» with a silent carrier that Persian leaves out.
    .replace(/(?<!\p{L})ئ(?=ا)/gu, '')
    // «مسئول» and «مسوول» are one word; a lone «ئ» is a letter of its own.
    .replace(/ئو/g, 'وو')
    .replace(/(?<=\p{L})ئ|ئ(?=\p{L})/gu, 'ی')
    .replace(/[يىېێۍے]/g, 'ی')
    .replace(/[كڪ]/g, 'ک')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ؤۆۇۈۅۋ]/g, 'و')
    .replace(/[ةۀەھہۂۃ]/g, 'ه')
    .replace(/ڕ/g, 'ر')
    .replace(/ڵ/g, 'ل')
    .replace(/ء/g, '')
    .replace(/(?<=\d)[٬,](?=\d{3})/g, '')
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}.]/gu, ' ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')

/** The words of a text as search compares them, in their order. */
export const wordsForSearch = (text: string): string[] => foldedWords(text)

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
