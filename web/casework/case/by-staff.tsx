import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { caseWords } from '#web/casework/words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Segmented, toast, useWords } from '#web/ui/index.ts'
import type { Need } from './use-case.ts'

/** The route that remains after a no, and a way that is always open: staff do it themselves. */
export function TakeNeed({ need, look }: { need: Need; look: 'primary' | 'edged' }) {
  const t = useWords(caseWords)
  const { write, problem, busy } = useWrite('casework.take')
  const take = async () => {
    if ((await write({ params: { need: need.id }, body: { revision: need.revision } })) !== undefined) toast(t.taken)
  }
  return (
    <>
      <Button look={look} busy={busy} onClick={() => void take()}>
        {t.take}
      </Button>
      <ProblemNotice problem={problem} />
    </>
  )
}

type Outcome = 'met' | 'partly' | 'not'
type Heard = 'in-person' | 'by-phone'

/** What the person said came of it, in their own words to the worker. */
export function StaffOutcome({ need }: { need: Need }) {
  const t = useWords(caseWords)
  const [outcome, setOutcome] = useState<Outcome>()
  const [heard, setHeard] = useState<Heard>()
  const { write, problem, busy } = useWrite('casework.staff-outcome')
  const save = async () => {
    if (outcome === undefined || heard === undefined) return
    if ((await write({ params: { need: need.id }, body: { revision: need.revision, outcome, heard } })) !== undefined) toast(t.saved)
  }
  return (
    <>
      <Segmented<Outcome>
        name="outcome"
        label={t.staffOutcome}
        value={outcome}
        onChange={setOutcome}
        options={[
          { value: 'met', label: t['staffOutcome-met'] },
          { value: 'partly', label: t['staffOutcome-partly'] },
          { value: 'not', label: t['staffOutcome-not'] },
        ]}
      />
      <Segmented<Heard>
        name="heard"
        label={t.heard}
        value={heard}
        onChange={setHeard}
        options={[
          { value: 'in-person', label: t['heard-in-person'] },
          { value: 'by-phone', label: t['heard-by-phone'] },
        ]}
      />
      <ProblemNotice problem={problem} />
      <Button look="primary" busy={busy} disabledReason={outcome === undefined ? t.outcomeFirst : heard === undefined ? t.heardFirst : undefined} onClick={() => void save()}>
        {t.save}
      </Button>
    </>
  )
}
