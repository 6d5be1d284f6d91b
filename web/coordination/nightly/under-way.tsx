import { useWrite } from '#web/api/query.tsx'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Progress, toast, useLanguage, useWords } from '#web/ui/index.ts'
import type { Run } from './use-runs.ts'

/** How far it is, how long it will take, and the way to stop it. */
export function UnderWay({ run }: { run: Run }) {
  const t = useWords(nightlyWords)
  const { language } = useLanguage()
  const stop = useWrite('matching.stop-run', ['matching.'])
  const end = async () => {
    const done = await stop.write({ params: { run: run.id }, body: { revision: run.revision } })
    if (done !== undefined) toast(t.stopped)
  }
  return (
    <>
      <Progress
        label={t.progress({ area: language === 'fa' ? run.areaFa : run.areaEn })}
        done={run.regionsDone}
        {...(run.regions === 0 ? {} : { of: run.regions })}
        {...(run.secondsLeft === null ? {} : { secondsLeft: run.secondsLeft })}
        note={run.mayStop ? t.progressNote : t.progressNotYours}
        {...(run.mayStop ? { onStop: () => void end() } : {})}
      />
      <ProblemNotice problem={stop.problem} />
    </>
  )
}
