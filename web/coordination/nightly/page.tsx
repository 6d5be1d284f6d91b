import './nightly.css'
import { useState } from 'react'
import { isUnderWay } from '#domains/matching/runs/lifecycle.ts'
import { useWrite } from '#web/api/query.tsx'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { Standing } from '#web/coordination/standing/standing.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Button, Check, Empty, PageTitle, Row, Skeleton, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { Certificate, Weights } from './certificate.tsx'
import { Changes, Simpler, Without } from './did.tsx'
import { Left } from './left.tsx'
import { Loads } from './loads.tsx'
import { Ready } from './ready.tsx'
import { RunList } from './run-list.tsx'
import { UnderWay } from './under-way.tsx'
import { Unfinished } from './unfinished.tsx'
import { useRuns, type Line, type Run } from './use-runs.ts'
import { Whole } from './whole.tsx'

/** What the matching of a whole area did, how far it is, and that nothing was sent. */
export function NightlyPage() {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const { runs, run, line, underWay, problem, reload, choose } = useRuns()
  const start = useWrite('matching.start-run', ['matching.'])
  const [hours, setHours] = useState(false)
  const now = async () => {
    const started = await start.write({ body: { form: hours ? 'hours' : 'tasks' } })
    if (started === undefined) return
    choose(started.run)
    toast(t.started)
  }
  const empty = runs !== undefined && runs.runs.length === 0
  return (
    <StaffPage
      layout="observatory"
      head={
        <>
          <Row spread="apart">
            <PageTitle tab={t.tab}>{empty ? t.titleNone : titleOf(t, run)}</PageTitle>
            <Button look="primary" busy={start.busy} disabledReason={underWay ? t.runNowBlocked : undefined} onClick={() => void now()}>
              {t.runNow}
            </Button>
          </Row>
          <p className="quiet">
            {runs && `${t.next({ when: f.dateTime(runs.nightAt) })} `}
            {t.nothingSent}
          </p>
          <div className="nightly-form">
            <Check name="hours" label={t.byHours} hint={t.byHoursHint} value={hours} onChange={setHours} />
          </div>
          <ProblemNotice problem={problem} retry={reload} />
          <ProblemNotice problem={start.problem} />
        </>
      }
      end={
        runs && (
          <>
            <Standing />
            {!empty && <RunList runs={runs} chosen={line?.id} onChoose={choose} />}
          </>
        )
      }
    >
      {empty && <Empty title={t.emptyTitle}>{t.emptyText}</Empty>}
      {!empty && run === undefined && problem === undefined && <Skeleton lines={6} />}
      {run && <Unfinished run={run} />}
      {runs && !underWay && <Ready />}
      {run && <Chosen key={run.id} run={run} />}
    </StaffPage>
  )
}

function Chosen({ run }: { run: Run }) {
  const t = useWords(nightlyWords)
  return (
    <div className="nightly flow">
      {isUnderWay(run.state) && <UnderWay run={run} />}
      {run.form === 'hours' && <p className="quiet">{t.formHours}</p>}
      {run.own !== null && run.own.needs > 0 && (
        <>
          <Without own={run.own} />
          {run.own.matched < run.own.needs && <Left run={run} />}
          <Changes counts={run.own} />
          <Loads own={run.own} />
          <Simpler own={run.own} />
          <Certificate own={run.own} form={run.form} />
        </>
      )}
      {run.wider && <Whole run={run} />}
      <Weights weights={run.weights} />
    </div>
  )
}

type Speaker = ReturnType<typeof useWords<typeof nightlyWords>>

const wasLost = ({ state, regionsFailed }: Line): boolean => state === 'failed' && regionsFailed === 0

function titleOf(t: Speaker, run: Run | undefined): string {
  if (run === undefined) return t.tab
  const { state, regions, regionsDone, regionsFailed, own } = run
  if (state === 'planned') return t.titlePlanned
  if (state === 'running') return t.titleRunning({ done: regionsDone, of: regions })
  if (state === 'cancelled') return t.titleCancelled({ done: regionsDone, of: regions })
  if (wasLost(run)) return t.titleLost
  if (state === 'failed') return t.titleFailed({ failed: regionsFailed, of: regions })
  return own === null || own.needs === 0 ? t.titleNothing : t.titleDone(own)
}
