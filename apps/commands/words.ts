import { parseArgs } from 'node:util'
import { refuse } from './refused.ts'

export type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>

/** Words as they stand; what is not among the options is refused. */
export const readWords = <O extends Options>(rest: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...rest], allowPositionals: true, options })
  } catch (error) {
    return refuse('arguments', error instanceof Error ? error.message : String(error))
  }
}

/** Words of the command line: the plain ones as they are named, `[…]` for one that may be left out. */
export const wordsOf = (rest: readonly string[], options: Options, plain: readonly string[]) => {
  const { values, positionals } = readWords(rest, options)
  const least = plain.filter((name) => !name.startsWith('[')).length
  if (positionals.length < least || positionals.length > plain.length) refuse('arguments', plain.length === 0 ? `${positionals.join(' ')} means nothing here` : `say ${plain.join(' ')}`)
  return {
    /** A plain word; empty where it was left out. */
    at: (index: number): string => positionals[index] ?? '',
    text: (name: string): string | undefined => {
      const value = values[name]
      return typeof value === 'string' ? value : undefined
    },
    given: (name: string): boolean => values[name] === true,
  }
}

export const wholeFrom = (name: string, text: string | undefined, least: number): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  return /^\d+$/.test(text) && value >= least ? value : refuse(`--${name}`, `${text} is no whole number from ${least}`)
}

/** A moment such as `2027-01-15T05:30:00Z`. */
export const momentFrom = (name: string, text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? refuse(`--${name}`, `${text} is no moment: write it like 2027-01-15T05:30:00Z`) : moment
}
