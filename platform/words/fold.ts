import { latinDigits } from './formatter.ts'

/**
 * The search key of a text: forms of ye and kaf, alef, he, hamze, half-spaces, vowel marks, digits and case are
 * folded away. Only the key is folded; what a person wrote is stored as they wrote it.
 */
export const foldForSearch = (text: string): string =>
  latinDigits(text.normalize('NFKC'))
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/[يىئې]/g, 'ی')
    .replace(/[كڪ]/g, 'ک')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ؤ/g, 'و')
    .replace(/[ةۀە]/g, 'ه')
    .replace(/ء/g, '')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF_\-–—.،,'"«»]/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
