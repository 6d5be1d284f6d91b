export type RunState = 'planned' | 'running' | 'done' | 'cancelled' | 'failed'

const moves = {
  start: { planned: 'running' },
  finish: { running: 'done' },
  cancel: { planned: 'cancelled', running: 'cancelled' },
  fail: { planned: 'failed', running: 'failed' },
} as const satisfies Record<string, Partial<Record<RunState, RunState>>>

export const runAfter = (move: keyof typeof moves, state: RunState): RunState | undefined =>
  (moves[move] as Partial<Record<RunState, RunState>>)[state]

export const isUnderWay = (state: RunState): boolean => state === 'planned' || state === 'running'

/** What is left at the pace so far; unknown before anything is over. */
export const secondsLeft = (
  { startedAt, waiting, waited }: { readonly startedAt: Date | null; readonly waiting: number; readonly waited: number },
  now: Date,
): number | null => {
  if (startedAt === null || waited === 0) return null
  const seconds = (now.getTime() - startedAt.getTime()) / 1000
  return Math.round((seconds / waited) * Math.max(0, waiting - waited))
}
