import { platformProblems, Problem } from '#platform/problem/index.ts'

interface PostgresError {
  readonly code?: string
  readonly constraint?: string
}

/** Constraint → the Problem it means to the caller. Others answer alike, so that they reveal nothing. */
export type Conflicts = Readonly<Record<string, string>>

/** What an error of the database means to the caller; undefined when it is a bug of ours. */
export const problemOf = (error: unknown, conflicts: Conflicts): Problem | undefined => {
  if (error instanceof Problem) return error
  const { code, constraint } = error as PostgresError
  if (code === '23505' || code === '23P01') return new Problem(conflicts[constraint ?? ''] ?? 'request.stale')
  // Row-level security refused what the policy had let through: the caller hears "not there", we hear a bug.
  if (code === '42501') return new Problem('record.not-found')
  if (code === '57014' || code === '55P03' || code === '53300') return new Problem('server.busy')
  return undefined
}

/** A deadlock or a serialization failure: the same deed may simply be tried again. */
export const mayRetry = (error: unknown): boolean =>
  ['40001', '40P01'].includes((error as PostgresError).code ?? '')

/** Refusals that the trail records: somebody reached for what is not theirs. */
export const isRefusedAttempt = (problem: Problem): boolean =>
  problem.code === 'record.not-found' || problem.code.endsWith('.refused') || problem.code.endsWith('.wrong')

/** A Problem that the contract does not list is a bug. */
export const requireListed = (problem: Problem, listed: readonly string[], operation: string): void => {
  if (listed.includes(problem.code) || (platformProblems as readonly string[]).includes(problem.code)) return
  throw new Error(`${operation} answered ${problem.code}, which its contract does not list`)
}
