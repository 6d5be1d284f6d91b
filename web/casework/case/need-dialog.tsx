import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { addDays, instantOf, today, type PlainDate } from '#engines/calendar/index.ts'
import { ProblemNotice, useAbout } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Check, Dialog, ErrorSummary, Segmented, Select, Notice, TextField, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { DateField } from '#web/ui/aria/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { words as needWords } from '#domains/casework/words.ts'
import type { CaseFile } from './use-case.ts'

type SameSex = 'none' | 'preferred' | 'required'

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** What the house will decide about two volunteers: said before it is saved. */
function useTakes(kind: string, { person: { birthYear } }: CaseFile): string | undefined {
  const t = useWords(caseWords)
  const about = useAbout()
  const pair = about?.needKinds.find(({ code }) => code === kind)?.pair
  if (about === undefined || kind === '') return undefined
  if (birthYear !== null && new Date().getFullYear() - birthYear <= about.ageOfMajority) return t['pair-child']
  return pair === undefined || pair === 'never' ? undefined : t[`pair-${pair}`]
}

/** One need: its kind brings its usual length; what is required of the helper is chosen, never typed. */
export function NeedDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords(caseWords)
  const n = useWords(needWords)
  const f = useFormatter()
  const about = useAbout()
  const kindName = useKindName()
  const timeZone = about?.timeZone ?? f.timeZone
  const [kind, setKind] = useState('')
  const [minutes, setMinutes] = useState('60')
  const [day, setDay] = useState<PlainDate>()
  const [from, setFrom] = useState('09:00')
  const [to, setTo] = useState('12:00')
  const [sameSex, setSameSex] = useState<SameSex>('none')
  const [vetting, setVetting] = useState(true)
  const [priority, setPriority] = useState('1')
  const { write, busy, problem, fields } = useWrite('casework.add-need')
  const choose = (code: string) => {
    setKind(code)
    const usual = about?.needKinds.find((one) => one.code === code)?.minutes
    if (usual !== undefined) setMinutes(String(usual))
  }
  const takes = useTakes(kind, file)
  const save = async () => {
    if (day === undefined) return
    const answer = await write({
      params: { case: file.id },
      body: {
        kind,
        requires: { skills: [], vetting, sameSex, languages: [] },
        minutes: Number(minutes),
        from: instantOf(day, minutesOf(from), timeZone).toISOString(),
        // an end that is not after the start is of the next day: somebody sits up with a patient
        to: instantOf(minutesOf(to) > minutesOf(from) ? day : addDays(day, 1), minutesOf(to), timeZone).toISOString(),
        priority: Number(priority),
      },
    })
    if (answer === undefined) return
    toast(t.saved)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.needTitle}
      footer={
        <>
          <Button look="primary" busy={busy} disabledReason={kind === '' ? t.kindFirst : day === undefined ? t.dayFirst : undefined} onClick={() => void save()}>
            {t.save}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <ErrorSummary fields={fields} />
      <Select name="kind" label={t.kind} error={fields['kind']} value={kind} onChange={choose} options={(about?.needKinds ?? []).map(({ code }) => ({ value: code, label: kindName(code) }))} />
      {takes !== undefined && <Notice icon="people">{takes}</Notice>}
      <DateField name="day" label={t.day} value={day} onChange={setDay} from={today(new Date(), timeZone)} />
      <div className="case-pair">
        <TextField name="from" label={t.from} type="time" dir="ltr" error={fields['from']} value={from} onChange={setFrom} />
        <TextField name="to" label={t.till} type="time" dir="ltr" error={fields['to']} value={to} onChange={setTo} />
      </div>
      <TextField name="minutes" label={t.minutes} inputMode="numeric" dir="ltr" error={fields['minutes']} value={minutes} onChange={setMinutes} />
      <Segmented<SameSex>
        name="sameSex"
        label={t.sameSex}
        value={sameSex}
        onChange={setSameSex}
        options={[
          { value: 'none', label: n['same-sex-none'] },
          { value: 'preferred', label: n['same-sex-preferred'] },
          { value: 'required', label: n['same-sex-required'] },
        ]}
      />
      {/* Where two go together both are vetted; there is nothing to choose. */}
      {takes === undefined && <Check name="vetting" label={t.vetting} hint={t.vettingHint} value={vetting} onChange={setVetting} />}
      <Select
        name="priority"
        label={t.priority}
        value={priority}
        onChange={setPriority}
        options={[
          { value: '0', label: t.priority0 },
          { value: '1', label: t.priority1 },
          { value: '2', label: t.priority2 },
          { value: '3', label: t.priority3 },
        ]}
      />
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}
