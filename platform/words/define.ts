import { formatter, type Formatter } from './formatter.ts'
import type { Language } from './language.ts'

export interface Pair {
  readonly fa: string
  readonly en: string
}

/** A message in both languages: plain, or made from typed parameters. */
export type Message = Pair | ((parameters: never, format: Formatter) => Pair)
export type Words = Readonly<Record<string, Message>>

/** Declares messages, both languages side by side: one that lacks a language does not compile. */
export const defineWords = <const W extends Words>(words: W): W => words

export type Speaker<W> = {
  readonly [K in keyof W]: W[K] extends (parameters: infer P, format: Formatter) => Pair
    ? (parameters: P) => string
    : string
}

/** The words in one language: `t.received`, `t.daysLeft({ days: 3 })`. */
export const say = <W extends Words>(
  words: W,
  language: Language,
  format: Formatter = formatter(language),
): Speaker<W> => {
  const spoken = Object.entries(words).map(([key, message]) => {
    if (typeof message !== 'function') return [key, message[language]]
    return [key, (parameters: never) => message(parameters, format)[language]]
  })
  return Object.fromEntries(spoken) as Speaker<W>
}
