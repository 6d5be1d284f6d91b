import { useState } from 'react'
import { missingEvidence } from '#domains/network/vetting/lifecycle.ts'
import { addYears, requirePlainDate, type PlainDate } from '#engines/calendar/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice, useAbout } from '#web/parts/index.ts'
import { Button, Checks, Dialog, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { DateField } from '#web/ui/aria/index.ts'
import { nameOf, type Vetted, type VettedGroup } from './vetted.ts'
import { vettingWords } from './words.ts'

type Purpose = Vetted['purposes'][number]
type Evidence = VettedGroup['rules']['asks'][Purpose][number]

const PURPOSES: readonly Purpose[] = ['home', 'children']
const EVIDENCE: readonly Evidence[] = ['identity', 'interview', 'references', 'certificate']

interface RecordDialogProps {
  readonly volunteer: Vetted
  readonly rules: VettedGroup['rules']
  readonly onClose: () => void
}

/** What for, what was seen, until when: homes and a year are filled in, since that is what most are vetted for. */
export function RecordDialog({ volunteer, rules, onClose }: RecordDialogProps) {
  const t = useWords(vettingWords)
  const f = useFormatter()
  const calendar = useAbout()?.calendar ?? 'gregorian'
  const [purposes, setPurposes] = useState<Purpose[]>(volunteer.purposes.length > 0 ? [...volunteer.purposes] : ['home'])
  const [evidence, setEvidence] = useState<Evidence[]>([])
  const [chosen, setChosen] = useState<PlainDate>()
  const { write, busy, problem, fields } = useWrite('network.record-vetting', ['network.', 'matching.'])
  const from = requirePlainDate(rules.from)
  const until = chosen ?? addYears(from, 1, calendar)
  const missing = missingEvidence(rules.asks, purposes, evidence)
  const asked = missingEvidence(rules.asks, purposes, [])
  const whyNot = purposes.length === 0 ? t.choosePurpose : missing.length > 0 ? t.chooseEvidence : undefined
  const save = async () => {
    const body = { revision: volunteer.revision, purposes, evidence, until }
    if ((await write({ params: { volunteer: volunteer.id }, body })) === undefined) return
    toast(t.saved({ name: nameOf(volunteer) }))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.recordTitle({ name: nameOf(volunteer) })}
      lead={t.recordLead}
      footer={
        <>
          <Button look="primary" busy={busy} disabledReason={whyNot} onClick={() => void save()}>
            {t.save}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <Checks<Purpose>
        name="purposes"
        label={t.purposes}
        look="rows"
        value={purposes}
        onChange={setPurposes}
        error={fields['purposes']}
        options={PURPOSES.map((value) => ({ value, label: t[`purpose-${value}`] }))}
      />
      <Checks<Evidence>
        name="evidence"
        label={t.evidence}
        look="rows"
        value={evidence}
        onChange={setEvidence}
        error={fields['evidence']}
        options={EVIDENCE.map((value) => ({ value, label: t[`evidence-${value}`], hint: asked.includes(value) ? t.needed : undefined }))}
      />
      <DateField
        name="until"
        label={t.until}
        hint={t.untilHint({ when: f.date(rules.to, { style: 'full' }) })}
        value={until}
        onChange={setChosen}
        from={from}
        to={requirePlainDate(rules.to)}
        error={fields['until']}
      />
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}
