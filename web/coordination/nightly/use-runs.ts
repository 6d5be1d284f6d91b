import { useEffect, useState } from 'react'
import { isUnderWay } from '#domains/matching/runs/lifecycle.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'

export type Runs = Answer<'matching.runs'>
export type Line = Runs['runs'][number]
export type Run = Answer<'matching.run'>
export type Own = NonNullable<Run['own']>
export type Wide = NonNullable<Run['wide']>

/** The runs of the area, and the one that is looked at: the newest, unless another was chosen. */
export function useRuns() {
  const { data: runs, problem, reload } = useRead('matching.runs', {}, { everySeconds: 30 })
  const [wanted, setWanted] = useState<string>()
  const line = runs?.runs.find(({ id }) => id === wanted) ?? runs?.runs[0]
  const live = line !== undefined && isUnderWay(line.state)
  const one = useRead('matching.run', line && { params: { run: line.id } }, live ? { everySeconds: 2 } : {})
  const run = one.data !== undefined && one.data.id === line?.id ? one.data : undefined
  const ended = live && run !== undefined && !isUnderWay(run.state)
  useEffect(() => {
    if (ended) reload()
  }, [ended, reload])
  const underWay = runs?.runs.some(({ state }) => isUnderWay(state)) ?? false
  return { runs, run, line, underWay, problem: problem ?? one.problem, reload, choose: setWanted }
}
