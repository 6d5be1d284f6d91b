import { useState } from 'react'
import { useOnline } from '#web/api/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { ProblemNotice, PhonePage } from '#web/parts/index.ts'
import { useQueuedWrite } from '#web/offline/use-outbox.ts'
import { Button, Checks, Choice, More, PageTitle, Segmented, go, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { useLastList } from './use-visits.ts'
import { nameOf } from './visit-cards.tsx'
import { words } from './words.ts'

type Happened = 'yes' | 'nobody-there' | 'could-not-go'
type Outcome = 'met' | 'partly' | 'not'
type Companion = 'came' | 'did-not-come'
type Note = 'more-time-needed' | 'other-help-needed' | 'hard-to-find' | 'went-well'

const NOTES: readonly Note[] = ['went-well', 'more-time-needed', 'other-help-needed', 'hard-to-find']

/** Three taps: done? met? save. It works without a network: the report waits in the phone. */
export function Report({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useWords(words)
  const f = useFormatter()
  const online = useOnline()
  const [happened, setHappened] = useState<Happened>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [companion, setCompanion] = useState<Companion>()
  const [notes, setNotes] = useState<Note[]>([])
  const visit = params['visit'] ?? ''
  const report = useQueuedWrite('visits.report')
  const pair = useLastList()?.visits.find((one) => one.id === visit)?.card.pair === true
  const missing =
    happened === undefined
      ? t.happened
      : happened === 'yes' && outcome === undefined
        ? t.outcome
        : happened === 'yes' && pair && companion === undefined
          ? t.companionCame
          : undefined
  const save = async () => {
    if (happened === undefined) return
    const done = await report.write(visit, {
      params: { visit: visit as never },
      body: { happened, outcome: happened === 'yes' ? outcome : undefined, companion: happened === 'yes' ? companion : undefined, notes, at: new Date().toISOString() },
    })
    if (done === 'refused') return
    // What waits is said by the line at the foot, for as long as it waits.
    if (done === 'sent') toast(t.saved)
    go('/v', { replace: true })
  }
  return (
    <PhonePage
      back="/v"
      bar={t.reportTitle}
      action={
        <>
          <Button
            look="primary"
            big
            busy={report.busy}
            disabledReason={missing}
            onClick={() => void save()}
          >
            {t.save}
          </Button>
          {!online && <p className="quiet small">{t.keptNote}</p>}
        </>
      }
    >
      <About visit={visit} />
      <Segmented<Happened>
        name="happened"
        label={t.happened}
        number={f.number(1)}
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
          number={f.number(2)}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'met', label: t.met },
            { value: 'partly', label: t.partly },
            { value: 'not', label: t.not },
          ]}
        />
      )}
      {pair && (happened === undefined || happened === 'yes') && (
        <Segmented<Companion>
          name="companion"
          label={t.companionCame}
          number={f.number(3)}
          value={companion}
          onChange={setCompanion}
          options={[
            { value: 'came', label: t.companionYes },
            { value: 'did-not-come', label: t.companionNo },
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

/** Which visit it is, from the phone's own list: the person's data is not read once more for it. */
function About({ visit: id }: { visit: string }) {
  const t = useWords(words)
  const f = useFormatter()
  const kindName = useKindName()
  const visit = useLastList()?.visits.find((one) => one.id === id)
  return (
    <div>
      <PageTitle tab={t.reportTitle}>{(visit && kindName(visit.card.kind)) || t.reportTitle}</PageTitle>
      {visit && <p className="quiet">{t.about({ name: nameOf(visit), time: f.timeRange(visit.from, visit.to) })}</p>}
    </div>
  )
}
