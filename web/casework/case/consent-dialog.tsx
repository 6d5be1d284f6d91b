import { useState } from 'react'
import { useRead, useWrite } from '#web/api/query.tsx'
import { addDays, instantOf, today, type PlainDate } from '#engines/calendar/index.ts'
import { ProblemNotice, useAbout } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Card, Dialog, ErrorSummary, Segmented, Select, Skeleton, TextField, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { DateField } from '#web/ui/aria/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { words as consentWords } from '#domains/consents/words.ts'
import type { Need } from './use-case.ts'

type Way = 'signed' | 'one-time-code' | 'witnessed-speech' | 'guardian'
const WAYS: readonly Way[] = ['signed', 'one-time-code', 'witnessed-speech', 'guardian']
const NOTICE = 'volunteer-visit'
// What is usual; the worker may choose another day, a year ahead at most.
const DAYS = 90

/** The notice is read out, and yes and no weigh the same. */
export function ConsentDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useWords(caseWords)
  const c = useWords(consentWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const kindName = useKindName()
  const timeZone = useAbout()?.timeZone ?? f.timeZone
  const now = today(new Date(), timeZone)
  const notices = useRead('consents.notices', {})
  const [answer, setAnswer] = useState<'given' | 'refused'>()
  const [how, setHow] = useState<Way>('signed')
  const [witness, setWitness] = useState('')
  const [until, setUntil] = useState<PlainDate | undefined>(addDays(now, DAYS))
  const { write, busy, problem, fields } = useWrite('consents.record')
  const notice = notices.data?.notices.find(({ code }) => code === NOTICE)
  const save = async () => {
    if (answer === undefined || notice === undefined || until === undefined) return
    const done = await write({
      params: { need: need.id },
      body: {
        answer,
        notice: notice.code,
        categories: [...notice.categories],
        how,
        witness: how === 'witnessed-speech' ? witness : undefined,
        until: instantOf(until, 24 * 60 - 1, timeZone).toISOString(),
      },
    })
    if (done === undefined) return
    toast(t.saved)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.consentTitle({ kind: kindName(need.kind) })}
      lead={t.readAloud}
      footer={
        <>
          <Button look="primary" busy={busy} disabledReason={answer === undefined ? t.answerFirst : undefined} onClick={() => void save()}>
            {t.save}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <ErrorSummary fields={fields} />
      {notice === undefined ? (
        <Skeleton />
      ) : (
        <Card look="edged">
          <p>{language === 'fa' ? notice.textFa : notice.textEn}</p>
          <p>{language === 'fa' ? notice.refusalFa : notice.refusalEn}</p>
        </Card>
      )}
      <Segmented<'given' | 'refused'>
        name="answer"
        label={t.answerOfPerson}
        value={answer}
        onChange={setAnswer}
        options={[
          { value: 'given', label: t.yes },
          { value: 'refused', label: t.no },
        ]}
      />
      <Select name="how" label={t.how} value={how} onChange={(way) => setHow(way as Way)} error={fields['how']} options={WAYS.map((way) => ({ value: way, label: c[`how-${way}`] }))} />
      {how === 'witnessed-speech' && <TextField name="witness" label={t.witness} hint={t.witnessHint} value={witness} onChange={setWitness} error={fields['witness']} />}
      <DateField name="until" label={t.untilDate} value={until} onChange={setUntil} from={addDays(now, 1)} to={addDays(now, 365)} error={fields['until']} />
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem ?? notices.problem} />}
    </Dialog>
  )
}
