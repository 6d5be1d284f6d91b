import type { FieldCode } from '#platform/words/problems.ts'

/** One wrong field of a request: where, which rule, and the rule's parameters for its sentence. */
export interface FieldProblem {
  readonly field: string
  readonly code: FieldCode
  readonly limit?: number | string
}

/**
 * An answer that the caller can act on. Anything else that is thrown is a bug.
 * `code` is for ever; its sentences stand in the `problems` of a `words.ts`.
 */
export class Problem extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
  readonly fields: readonly FieldProblem[]

  constructor(
    code: string,
    details: Readonly<Record<string, string | number>> = {},
    fields: readonly FieldProblem[] = [],
  ) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.details = details
    this.fields = fields
  }
}

/** HTTP status of a code, by its last part: the part says what kind of "no" it is. */
const statusByEnding: readonly (readonly [RegExp, number])[] = [
  [/^sign-in\.required$/, 401],
  [/\.(not-found|gone)$/, 404],
  [/^rate\.limited$/, 429],
  [/^body\.too-large$/, 413],
  [/^request\.invalid$|\.malformed$/, 400],
  [/\.not-acceptable$/, 406],
  [/\.not-offered$/, 501],
  [/\.(invalid|unknown|missing|refused|wrong)$/, 422],
  [/^request\.untrusted$/, 403],
  [/^server\.busy$/, 503],
]

/** 409 where nothing else is said: the request is fine, the record's present state is not. */
export const statusOf = (code: string): number =>
  statusByEnding.find(([ending]) => ending.test(code))?.[1] ?? 409

/** What any operation may answer without naming it in its contract. */
export const platformProblems = [
  'request.invalid',
  'request.untrusted',
  'request.stale',
  'request.repeated-differently',
  'sign-in.required',
  'record.not-found',
  'rate.limited',
  'body.too-large',
  'server.busy',
  'server.failed',
] as const
