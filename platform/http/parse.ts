import type { z } from 'zod'
import type { OperationDefinition } from '#platform/contract/index.ts'
import { Problem, type FieldProblem } from '#platform/problem/index.ts'
import { isFieldCode } from '#platform/words/problems.ts'

type Issue = z.core.$ZodIssue

/** Our own short code of what zod found: its sentence in the user's language stands with the platform's words. */
const ruleOf = (issue: Issue): { readonly code: string; readonly limit?: number } => {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? { code: 'required' }
        : { code: `too-small-${issue.origin}`, limit: Number(issue.minimum) }
    case 'too_big':
      return { code: `too-big-${issue.origin}`, limit: Number(issue.maximum) }
    case 'invalid_type':
      return issue.input === undefined || issue.message.includes('undefined')
        ? { code: 'required' }
        : { code: `not-${issue.expected}` }
    case 'invalid_format':
      return { code: `not-${issue.format}` }
    case 'invalid_value':
      return { code: 'not-in-list' }
    case 'unrecognized_keys':
      return { code: 'unknown-field' }
    case 'custom':
      return { code: typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'wrong' }
    default:
      return { code: 'wrong' }
  }
}

/** A rule of zod's that no sentence is written for is still a wrong field. */
const fieldCode = (issue: Issue): Pick<FieldProblem, 'code' | 'limit'> => {
  const { code, ...rule } = ruleOf(issue)
  return { code: isFieldCode(code) ? code : 'wrong', ...rule }
}

const parsePart = (part: string, shape: z.ZodType | undefined, value: unknown, wrong: FieldProblem[]): unknown => {
  if (shape === undefined) return undefined
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String).join('.')
    wrong.push({ field: part === 'body' ? path : `${part}.${path}`, ...fieldCode(issue) })
  }
  return undefined
}

/** All wrong fields at once, never one at a time. */
export const parseRequest = (
  operation: OperationDefinition,
  request: { params: unknown; query: unknown; body: unknown },
): { params: unknown; query: unknown; body: unknown } => {
  const wrong: FieldProblem[] = []
  const parsed = {
    params: parsePart('params', operation.params, request.params, wrong),
    query: parsePart('query', operation.query, request.query, wrong),
    body: parsePart('body', operation.body, request.body ?? {}, wrong),
  }
  // An id that is not even an id is "not there", like one of somebody else.
  if (wrong.length > 0 && wrong.every(({ field }) => field.startsWith('params.'))) throw new Problem('record.not-found')
  if (wrong.length > 0) throw new Problem('request.invalid', {}, wrong)
  return parsed
}
