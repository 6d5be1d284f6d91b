import { useState } from 'react'
import { isBeingMade, whyNotDrafted } from '#domains/observatory/releases/lifecycle.ts'
import type { PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { releaseWords } from '#web/observatory/release-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Row, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { DraftDialog } from './draft-dialog.tsx'
import type { Releases } from './use-release.ts'

/** The next release of each plan, and one off the calendar. */
export function DraftBar({ releases }: { releases: Releases }) {
  const t = useWords(releaseWords)
  const [open, setOpen] = useState(false)
  return (
    <div className="release-acts">
      {releases.plans.map((plan) => (
        <DraftNext key={plan.plan} plan={plan} releases={releases} />
      ))}
      <Button onClick={() => setOpen(true)}>{t.offCalendar}</Button>
      {open && <DraftDialog plans={releases.plans} onClose={() => setOpen(false)} />}
    </div>
  )
}

function DraftNext({ plan: { plan, coming }, releases: { releases } }: { plan: Releases['plans'][number]; releases: Releases }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const draft = useWrite('observatory.draft-release', ['observatory.'])
  const [next] = coming
  const inWork = releases.some((line) => line.plan === plan && isBeingMade(line.state))
  const why = whyNotDrafted({ inWork, over: next?.over ?? false })
  const reason =
    why === 'not-over' && next !== undefined
      ? t.whyNotOver({ period: periodName(next.period as PeriodCode, language), day: f.date(next.end, { style: 'day' }) })
      : why && t['whyNot-in-work']
  const make = async () => {
    if ((await draft.write({ body: { plan } })) !== undefined) toast(t.drafted)
  }
  return (
    <Row align="start">
      <Button look="primary" busy={draft.busy} disabledReason={reason} onClick={() => void make()}>
        {t.draft}
      </Button>
      <ProblemNotice problem={draft.problem} />
    </Row>
  )
}
