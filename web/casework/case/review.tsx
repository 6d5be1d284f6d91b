import { today } from '#engines/calendar/index.ts'
import { isReviewDue } from '#domains/casework/lifecycle.ts'
import { useAbout } from '#web/parts/index.ts'
import { Button, Facts, useFormatter, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import type { CaseFile, Doing } from './use-case.ts'

/** When the case is looked at again; the word that the day has come, not a colour alone. */
export function Review({ file, onDo }: { file: CaseFile; onDo: (doing: Doing) => void }) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const about = useAbout()
  const due = isReviewDue(file.state, file.reviewOn, today(new Date(), about?.timeZone ?? f.timeZone))
  const date = file.reviewOn === null ? t.reviewUnset : f.date(file.reviewOn, { style: 'full' })
  const value = due ? (
    <>
      {date}
      <br />
      {t.reviewDue}
    </>
  ) : (
    date
  )
  return (
    <>
      <Facts rows={[{ term: t.reviewDay, value, late: due }]} />
      <Button
        look="text"
        icon="calendar"
        disabledReason={file.state === 'closed' ? t.whyNotClosed : undefined}
        onClick={() => onDo({ what: 'review' })}
      >
        {t.reviewChange}
      </Button>
    </>
  )
}
