import { useState } from 'react'
import { today, type PlainDate } from '#engines/calendar/index.ts'
import { reviewDays, whyNotReview } from '#domains/casework/lifecycle.ts'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice, useAbout } from '#web/parts/index.ts'
import { Button, Dialog, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { DateField } from '#web/ui/aria/index.ts'
import { caseWords } from '#web/casework/words.ts'
import type { CaseFile } from './use-case.ts'

/** The day is picked in the reader's calendar; how far it may be is counted in the country's. */
export function ReviewDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const about = useAbout()
  const [day, setDay] = useState<PlainDate>()
  const { write, busy, problem, fields } = useWrite('casework.set-review')
  const days = reviewDays(today(new Date(), about?.timeZone ?? f.timeZone), about?.calendar ?? 'gregorian')
  const whyNot = whyNotReview(file.state, days, day)
  const reason = { 'case-closed': t.whyNotClosed, 'review-past': t.reviewPast, 'review-too-far': t.reviewTooFar }
  const save = async () => {
    if (day === undefined) return
    const answer = await write({ params: { case: file.id }, body: { reviewOn: day, revision: file.revision } })
    if (answer === undefined) return
    toast(t.saved)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.reviewTitle}
      footer={
        <>
          <Button
            look="primary"
            busy={busy}
            disabledReason={whyNot === undefined ? (day === undefined ? t.reviewFirst : undefined) : reason[whyNot]}
            onClick={() => void save()}
          >
            {t.save}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <div className="case-month-room">
        <DateField
          name="reviewOn"
          label={t.reviewDay}
          hint={t.reviewHint({ date: f.date(days.to, { style: 'full' }) })}
          value={day}
          onChange={setDay}
          from={days.from}
          to={days.to}
          error={fields['reviewOn']}
        />
      </div>
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}
