import { statusOf, type Problem } from '#platform/problem/index.ts'
import type { Language } from '#platform/words/index.ts'

/** Says a Problem in a language: made from all `words.ts` by `apps/domains.ts`. */
export interface ProblemWords {
  title(code: string, details: Readonly<Record<string, string | number>>, language: Language): string
  field(code: string, limit: number | string | undefined, language: Language): string
}

/** RFC 9457. `code` and `fields` are extension members; `type` is a stable relative reference. */
export const problemDocument = (problem: Problem, language: Language, words: ProblemWords) => ({
  type: `/problems/${problem.code}`,
  title: words.title(problem.code, problem.details, language),
  status: statusOf(problem.code),
  code: problem.code,
  details: problem.details,
  fields: problem.fields.map((field) => ({ ...field, message: words.field(field.code, field.limit, language) })),
})

/** The reader's language: the `lang` cookie, else the first acceptable one, else the country's first. */
export const languageOf = (cookie: string | undefined, accept: string | undefined): Language => {
  if (cookie === 'fa' || cookie === 'en') return cookie
  return accept?.toLowerCase().startsWith('en') === true ? 'en' : 'fa'
}
