/*
 * Persian spelling of a romanised place name. The gazetteer romanises by BGN/PCGN 1958, which marks every
 * consonant and the long vowels; short vowels are not written in Persian. So a spelling can be read back,
 * but for words that Persian joins or spells by habit. Used where no Persian list has the name.
 */
const pairs = (text: string): (readonly [latin: string, persian: string])[] => {
  const signs = text.normalize('NFC').split(' ')
  return signs.flatMap((latin, at) => (at % 2 === 0 ? [[latin, signs[at + 1] ?? ''] as const] : []))
}

// Two letters before one: kh is no k.
const SIGNS: readonly (readonly [latin: string, persian: string])[] = [
  ...pairs('kh خ ḵ ک sh ش ch چ gh غ zh ژ s̄ ث z̄ ذ ẕ ض z̧ ظ ş ص ṣ ص ţ ط ṭ ط ḩ ح ḥ ح'),
  ...pairs('ow و ey ی á ی ā ا ī ی ū و'),
  ...pairs('b ب p پ t ت j ج d د r ر z ز s س f ف q ق k ک g گ l ل m م n ن v و w و h ه y ی'),
  ...pairs("‘ ع ’ ء ' ء"),
]

const HALF_SPACE = '\u200C'
// A letter that does not reach over to the next needs no half-space.
const STANDS_ALONE = /[اآدذرزژوء]$/
const PERSIAN = /^[\u0600-\u06FF]/

const joined = (first: string, second: string) =>
  STANDS_ALONE.test(first) ? first + second : first + HALF_SPACE + second

const readSigns = (text: string): string => {
  if (text === '') return ''
  if (PERSIAN.test(text)) return text.slice(0, 1) + readSigns(text.slice(1))
  const sign = SIGNS.find(([latin]) => text.startsWith(latin))
  // A short vowel, or a mark that says nothing, is not written.
  return sign === undefined ? readSigns(text.slice(1)) : sign[1] + readSigns(text.slice(sign[0].length))
}

const SHORT_WORDS: Readonly<Record<string, string>> = { do: 'دو', seh: 'سه', now: 'نو', 'pā’īn': 'پایین' }

const spellWord = (word: string): string => {
  const known = SHORT_WORDS[word]
  if (known !== undefined) return known
  const settlement = /^(.+)ābād$/.exec(word)?.[1]
  if (settlement !== undefined) return joined(spellWord(settlement), 'آباد')
  return readSigns(
    word
      .replace(/^ā/, 'آ')
      .replace(/^(ī|ey)/, 'ای')
      .replace(/^(ū|ow)/, 'او')
      .replace(/^[aeo]/, 'ا')
      .replace(/[’']ī/g, 'ئی')
      .replace(/īy/g, 'ī')
      .replace(/shh/g, 'شه')
      .replace(/(kh|sh|ch|gh)\1/g, '$1')
      .replace(/([b-df-hj-np-tv-z])\1/g, '$1'),
  )
}

export const persianSpelling = (romanised: string): string =>
  romanised
    .normalize('NFC')
    .toLowerCase()
    .replace(/-(e|ye|i)(?=[\s-]|$)/g, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .map(spellWord)
    .join(' ')

/** A name of a Persian list in the spelling of this house: our letters, آباد and شهر joined, بندر apart. */
export const tidyPersian = (name: string): string =>
  name
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
    .trim()
    .replace(/^(\S+) ?(?:آ|ا)باد$/, (_, first: string) => joined(first, 'آباد'))
    .replace(/^(\S+) شهر$/, (_, first: string) => joined(first, 'شهر'))
    .replace(/^بندر ?(?=\S{2})/, 'بندر ')

/** The consonants alone, those of one sound as one: by them a romanised and a Persian name meet. */
export const skeleton = (persian: string): string =>
  persian
    .replace(/[آاويیعءئأؤة\s\u200C\u0654]/g, '')
    .replace(/ك/g, 'ک')
    .replace(/[ثص]/g, 'س')
    .replace(/[ذضظ]/g, 'ز')
    .replace(/ط/g, 'ت')
    .replace(/ح/g, 'ه')
    .replace(/غ/g, 'ق')
    .replace(/ه$/, '')
