import { useState } from 'react'
import { KM } from '#domains/matching/standing/lifecycle.ts'
import { today, type PlainDate } from '#engines/calendar/index.ts'
import { latinDigits } from '#platform/words/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { standingWords } from '#web/coordination/standing-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Checks, Dialog, NativeDate, TextField, toast, useFormatter, useWords } from '#web/ui/index.ts'

interface SetRuleProps {
  readonly open: boolean
  readonly onClose: () => void
  /** What a rule may send. */
  readonly kinds: readonly string[]
  readonly latest: string
}

/** Nothing is ticked and no day is chosen beforehand: whoever sets a rule says each part of it. */
export function SetRule({ open, onClose, kinds, latest }: SetRuleProps) {
  const t = useWords(standingWords)
  const f = useFormatter()
  const kindName = useKindName()
  const set = useWrite('matching.set-standing-rule', ['matching.'])
  const [ticked, setTicked] = useState<string[]>([])
  const [km, setKm] = useState('5')
  const [until, setUntil] = useState<PlainDate>()
  const typed = latinDigits(km).trim()
  const send = async () => {
    // What is no number, and a day that was not chosen, are for the server to say at their fields.
    const withinKm = /^\d{1,3}$/.test(typed) ? Number(typed) : KM.to + 1
    if ((await set.write({ body: { kinds: ticked, withinKm, until: until ?? '' } })) === undefined) return
    onClose()
    toast(t.done)
  }
  const error = (field: string) => (set.fields[field] === undefined ? {} : { error: set.fields[field] })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.setTitle}
      lead={t.setLead}
      footer={
        <>
          <Button look="primary" busy={set.busy} onClick={() => void send()}>
            {t.confirm}
          </Button>
          <p className="quiet small">{t.confirmNote}</p>
        </>
      }
    >
      <Checks
        name="kinds"
        label={t.kinds}
        hint={t.kindsHint}
        look="plain"
        value={ticked}
        onChange={setTicked}
        options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        {...error('kinds')}
      />
      <TextField name="withinKm" label={t.withinKm} hint={t.withinKmHint} inputMode="numeric" dir="ltr" value={f.digits(km)} onChange={setKm} {...error('withinKm')} />
      <NativeDate
        name="until"
        label={t.until}
        hint={t.untilHint({ latest: f.date(latest, { style: 'full' }) })}
        value={until}
        onChange={setUntil}
        from={today(new Date(), f.timeZone)}
        to={latest as PlainDate}
        newestFirst={false}
        {...error('until')}
      />
      <ProblemNotice problem={Object.keys(set.fields).length > 0 ? undefined : set.problem} />
    </Dialog>
  )
}
