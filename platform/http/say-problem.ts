import { fieldProblems, problems as platformProblems } from '#platform/words/problems.ts'
import { say, type Words } from '#platform/words/index.ts'
import type { ProblemWords } from './problem-document.ts'

const spoken = (words: Words, key: string, parameters: unknown, language: 'fa' | 'en'): string | undefined => {
  const message = (say(words, language) as Record<string, string | ((parameters: unknown) => string)>)[key]
  return typeof message === 'function' ? message(parameters) : message
}

/** The sentences of all codes: the platform's own and every domain's `problems`. */
export const problemSentences = (domains: readonly Words[]): ProblemWords => {
  const words: Words = Object.assign({}, platformProblems, ...domains)
  return {
    title: (code, details, language) => spoken(words, code, details, language) ?? code,
    field: (code, limit, language) =>
      spoken(fieldProblems, code, { limit: limit ?? '' }, language) ?? code,
  }
}
