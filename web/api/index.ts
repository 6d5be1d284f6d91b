export { addressOf, call, newKey, type Answer, type Args, type CallOptions, type OperationId } from './client.ts'
export { useOnline, useRead, useWrite, type Reading, type Writing } from './hooks.ts'
export { useIntent } from './intent.ts'
export { NetworkProblem, ProblemError, asProblem, isBroken, isUndecided, type ProblemDocument } from './problem.ts'
