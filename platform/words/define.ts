import { formatter, type Formatter, type Language } from './formatter.ts'

export interface Pair {
  readonly fa: string
  readonly en: string
}

/** A message in both languages: plain, or made from typed parameters. */
export type Message = Pair | ((parameters: never, format: Formatter) => Pair)
export type Words = Readonly<Record<string, Message>>

/** The form every entry must have; a function's own parameter type stays as it was written. */
type Checked<W> = { readonly [K in keyof W]: Pair | ((parameters: never, format: Formatter) => Pair) }

/** Declares messages, both languages side by side: one that lacks a language does not compile. */
export const defineWords = <const W extends Record<string, Pair | ((parameters: never, format: Formatter) => Pair)>>(
  words: W & Checked<W>,
): W => words

export type Speaker<W> = {
  readonly [K in keyof W]: W[K] extends (parameters: infer P, format: Formatter) => Pair ? (parameters: P) => string : string
}

/** The words in one language: `t.received`, `t.daysLeft({ days: 3 })`. */
export const say = <W extends Words>(words: W, language: Language, format: Formatter = formatter(language)): Speaker<W> =>
  Object.fromEntries(
    Object.entries(words).map(([key, message]) => [
      key,
      typeof message === 'function'
        ? (parameters: never) => message(parameters, format)[language]
        : message[language],
    ]),
  ) as Speaker<W>
