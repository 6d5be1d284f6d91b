import type { Skill, Sex } from '#engines/matching/shapes.ts'

/** What a need can ask for that a volunteer simply has or has not. */
export type Ask =
  | { readonly kind: string }
  | { readonly language: string }
  | { readonly sex: Sex }
  | { readonly skill: string; readonly level: number }
  /** What nobody has: the same sex as somebody whose sex is not known. */
  | 'impossible'

/** What a volunteer has of it. */
export interface Has {
  readonly kinds: readonly string[]
  readonly languages: readonly string[]
  readonly sex: Sex | null
  readonly skills: readonly Skill[]
}

const IMPOSSIBLE = 0
/** Of one word. */
export const BITS = 32

/** In which word a bit stands, and as what. */
export const wordOf = (bit: number): number => Math.floor(bit / BITS)
export const maskOf = (bit: number): number => 1 << (bit % BITS)

const keyOf = (ask: Ask): string => {
  if (ask === 'impossible') return 'impossible'
  if ('kind' in ask) return `kind ${ask.kind}`
  if ('language' in ask) return `language ${ask.language}`
  if ('sex' in ask) return `sex ${ask.sex}`
  return `level ${ask.level} skill ${ask.skill}`
}

/** What each bit stands for: the only place that knows. */
export interface Vocabulary {
  /** How many 32-bit words all bits take. */
  readonly words: number
  /** Sets in `bits`, from `at` on, what is asked. One that the vocabulary was not told of is impossible. */
  readonly ask: (asks: readonly Ask[], bits: Int32Array, at: number) => void
  /** Sets what a volunteer has of all that can be asked: a level is also every level below it. */
  readonly give: (has: Has, bits: Int32Array, at: number) => void
}

/** Bits in the order given: what is asked most often should come first, for it is looked at first. */
export const vocabularyOf = (asks: readonly Ask[]): Vocabulary => {
  const bitOf = new Map<string, number>([['impossible', IMPOSSIBLE]])
  const kinds = new Map<string, number>()
  const languages = new Map<string, number>()
  const sexes = new Map<Sex, number>()
  const skills = new Map<string, { readonly level: number; readonly bit: number }[]>()
  for (const ask of asks) {
    const key = keyOf(ask)
    if (ask === 'impossible' || bitOf.has(key)) continue
    const bit = bitOf.size
    bitOf.set(key, bit)
    if ('kind' in ask) kinds.set(ask.kind, bit)
    else if ('language' in ask) languages.set(ask.language, bit)
    else if ('sex' in ask) sexes.set(ask.sex, bit)
    else skills.set(ask.skill, [...(skills.get(ask.skill) ?? []), { level: ask.level, bit }])
  }
  const set = (bits: Int32Array, at: number, bit: number | undefined): void => {
    if (bit === undefined) return
    const word = at + wordOf(bit)
    bits[word] = bits[word]! | maskOf(bit)
  }
  return {
    words: Math.ceil(bitOf.size / BITS),
    ask: (own, bits, at) => {
      for (const ask of own) set(bits, at, bitOf.get(keyOf(ask)) ?? IMPOSSIBLE)
    },
    give: (has, bits, at) => {
      for (const kind of has.kinds) set(bits, at, kinds.get(kind))
      for (const language of has.languages) set(bits, at, languages.get(language))
      if (has.sex !== null) set(bits, at, sexes.get(has.sex))
      for (const { code, level } of has.skills)
        for (const asked of skills.get(code) ?? []) if (level >= asked.level) set(bits, at, asked.bit)
    },
  }
}
