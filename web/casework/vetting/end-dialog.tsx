import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, Dialog, toast, useWords } from '#web/ui/index.ts'
import { nameOf, type Vetted } from './vetted.ts'
import { vettingWords } from './words.ts'

type Reason = NonNullable<Vetted['ended']>['reason']
const REASONS: readonly Reason[] = ['evidence', 'concern', 'own-wish', 'mistake']

/** Says what will happen to whom before it happens. */
export function EndDialog({ volunteer, onClose }: { volunteer: Vetted; onClose: () => void }) {
  const t = useWords(vettingWords)
  const [reason, setReason] = useState<Reason>()
  const { write, busy, problem } = useWrite('network.end-vetting', ['network.', 'matching.'])
  const end = async () => {
    if (reason === undefined) return
    if ((await write({ params: { volunteer: volunteer.id }, body: { revision: volunteer.revision, reason } })) === undefined) return
    toast(t.endDone({ name: nameOf(volunteer) }))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.endTitle({ name: nameOf(volunteer) })}
      lead={t.endLead}
      footer={
        <>
          <Button look="warn" busy={busy} disabledReason={reason === undefined ? t.chooseReason : undefined} onClick={() => void end()}>
            {t.endDo}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <Choice<Reason>
        name="reason"
        label={t.reason}
        look="plain"
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: t[`reason-${value}`] }))}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
