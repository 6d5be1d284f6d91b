/** A problem document (RFC 9457) as the server writes it. */
export interface ProblemDocument {
  readonly code?: string
  readonly title?: string
  readonly detail?: string
  readonly fields?: readonly { readonly field: string; readonly code: string; readonly message?: string }[]
  readonly [extension: string]: unknown
}

/** An answer the caller can act on. The sentences come from the server, in the reader's language. */
export class ProblemError extends Error {
  readonly status: number
  /** For ever the same; pages may branch on it. */
  readonly code: string
  readonly title: string
  readonly detail: string
  /** Sentence by path in the body, such as `contact.phone` (others: `query.text`): shown at the field. */
  readonly fields: Readonly<Record<string, string>>
  readonly document: ProblemDocument

  constructor(status: number, document: ProblemDocument) {
    super(document.title ?? document.code ?? `HTTP ${status}`)
    this.name = 'ProblemError'
    this.status = status
    this.code = document.code ?? 'server.failed'
    this.title = document.title ?? ''
    this.detail = document.detail ?? ''
    const wrong = document.fields ?? []
    this.fields = Object.fromEntries(wrong.map((one) => [one.field, one.message ?? one.code]))
    this.document = document
  }
}

/** No answer came: the line is down or too slow. What was sent may or may not have arrived. */
export class NetworkProblem extends ProblemError {
  constructor() {
    super(0, { code: 'network.unreachable' })
  }
}

/** The line or the server failed: asking again may help. */
export const isBroken = ({ status }: ProblemError) => status === 0 || status >= 500

/** Nothing was decided, so the intent may be sent again as it is: also after a sign-in or a pause. */
export const isUndecided = (problem: ProblemError) =>
  isBroken(problem) || problem.status === 401 || problem.status === 429

/** Anything that a page did not foresee, as a problem it can show. */
export const asProblem = (reason: unknown): ProblemError =>
  reason instanceof ProblemError ? reason : new ProblemError(500, { code: 'server.failed' })
