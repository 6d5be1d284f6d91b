import { useState } from 'react'
import { ProblemNotice, PhonePage } from '#web/parts/index.ts'
import { useQueuedWrite } from '#web/offline/use-outbox.ts'
import { Button, Checks, Choice, More, PageTitle, Segmented, go, toast, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

type Happened = 'yes' | 'nobody-there' | 'could-not-go'
type Outcome = 'met' | 'partly' | 'not'
type Note = 'more-time-needed' | 'other-help-needed' | 'hard-to-find' | 'went-well'

const NOTES: readonly Note[] = ['went-well', 'more-time-needed', 'other-help-needed', 'hard-to-find']

/** Three taps: done? met? save. It works without a network: the report waits in the phone. */
export function Report({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useWords(words)
  const [happened, setHappened] = useState<Happened>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [notes, setNotes] = useState<Note[]>([])
  const visit = params['visit'] ?? ''
  const report = useQueuedWrite('visits.report')
  const ready = happened !== undefined && (happened !== 'yes' || outcome !== undefined)
  const save = async () => {
    if (happened === undefined) return
    const done = await report.write(visit, {
      params: { visit: visit as never },
      body: { happened, outcome: happened === 'yes' ? outcome : undefined, notes, at: new Date().toISOString() },
    })
    if (done === 'refused') return
    toast(done === 'queued' ? t.kept : t.saved)
    go('/v', { replace: true })
  }
  return (
    <PhonePage
      back="/v"
      bar={t.reportTitle}
      action={
        <Button
          look="primary"
          big
          busy={report.busy}
          disabledReason={ready ? undefined : happened === undefined ? t.happened : t.outcome}
          onClick={() => void save()}
        >
          {t.save}
        </Button>
      }
    >
      <PageTitle tab={t.reportTitle}>{t.reportTitle}</PageTitle>
      <Segmented<Happened>
        name="happened"
        label={t.happened}
        number="1"
        value={happened}
        onChange={setHappened}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'nobody-there', label: t.nobodyThere },
          { value: 'could-not-go', label: t.couldNotGo },
        ]}
      />
      {(happened === undefined || happened === 'yes') && (
        <Choice<Outcome>
          name="outcome"
          label={t.outcome}
          number="2"
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'met', label: t.met },
            { value: 'partly', label: t.partly },
            { value: 'not', label: t.not },
          ]}
        />
      )}
      <More label={t.more} note={t.optional}>
        <Checks<Note>
          name="notes"
          label={t.notes}
          look="list"
          value={notes}
          onChange={setNotes}
          options={NOTES.map((note) => ({ value: note, label: t[`note-${note}`] }))}
        />
      </More>
      <ProblemNotice problem={report.problem} />
    </PhonePage>
  )
}
