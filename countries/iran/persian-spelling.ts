/**
 * Persian spelling of a romanised place name (BGN/PCGN 1958, which the gazetteer uses): long vowels and marked
 * consonants are written, short vowels are not. Used only where no Persian list has the name.
 */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'خ'], [/sh/g, 'ش'], [/ch/g, 'چ'], [/gh/g, 'غ'], [/zh/g, 'ژ'],
  [/s̄/g, 'ث'], [/z̄/g, 'ذ'], [/z̧/g, 'ض'], [/ẓ/g, 'ظ'], [/z̤/g, 'ظ'], [/ẕ/g, 'ذ'], [/ş/g, 'ص'], [/ţ/g, 'ط'], [/ḩ/g, 'ح'],
  [/ā/g, 'ا'], [/ī/g, 'ی'], [/ū/g, 'و'], [/ow/g, 'و'], [/ey/g, 'ی'], [/y/g, 'ی'],
  [/b/g, 'ب'], [/p/g, 'پ'], [/t/g, 'ت'], [/j/g, 'ج'], [/d/g, 'د'], [/r/g, 'ر'], [/z/g, 'ز'], [/s/g, 'س'], [/f/g, 'ف'], [/q/g, 'ق'],
  [/k/g, 'ک'], [/g/g, 'گ'], [/l/g, 'ل'], [/m/g, 'م'], [/n/g, 'ن'], [/v/g, 'و'], [/w/g, 'و'], [/h/g, 'ه'],
  [/[‘ʻ`]/g, 'ع'], [/[’ʼ']/g, 'ع'], [/[aeoiuéè]/g, ''],
]

const spellWord = (word: string): string => {
  const begun = word
    .replace(/^ā/, 'آ')
    .replace(/^[aeo](?=[^aeoāīū])/, 'ا')
    .replace(/^ī/, 'ای')
    .replace(/^ū/, 'او')
    .replace(/eh$/, 'ه')
    .replace(/(.)\1/g, '$1')
  return PAIRS.reduce((text, [from, to]) => text.replace(from, to), begun)
}

export const persianSpelling = (romanised: string): string =>
  romanised
    .normalize('NFC')
    .toLowerCase()
    .replace(/-(e|ye|i)\b/g, '')
    .split(/[\s-]+/)
    .map(spellWord)
    .filter((word) => word !== '')
    .join(' ')

/** Consonants that both scripts write, in one form: the key by which a Latin and a Persian name meet. */
export const skeletonOfLatin = (name: string): string =>
  skeletonOfPersian(persianSpelling(name))

export const skeletonOfPersian = (name: string): string =>
  name
    .replace(/[آاویعءئأ\s‌]/g, '')
    .replace(/[ثص]/g, 'س')
    .replace(/[ذضظ]/g, 'ز')
    .replace(/ط/g, 'ت')
    .replace(/ح/g, 'ه')
    .replace(/ي/g, '')
    .replace(/ك/g, 'ک')
    .replace(/غ/g, 'ق')
    .replace(/ه$/g, '')
