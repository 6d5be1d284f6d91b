import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, Dialog, toast, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { words as needWords } from '#domains/casework/words.ts'
import type { CaseFile } from './use-case.ts'

type Reason = 'needs-met' | 'person-declined' | 'moved-away' | 'passed-on' | 'died'
const REASONS: readonly Reason[] = ['needs-met', 'person-declined', 'moved-away', 'passed-on', 'died']

export function CloseDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords(caseWords)
  const n = useWords(needWords)
  const [reason, setReason] = useState<Reason>()
  const { write, busy, problem } = useWrite('casework.close')
  const save = async () => {
    if (reason === undefined) return
    if ((await write({ params: { case: file.id }, body: { reason, revision: file.revision } })) === undefined) return
    toast(t.saved)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.closeTitle}
      footer={
        <>
          <Button look="primary" busy={busy} disabledReason={reason === undefined ? t.closeWhy : undefined} onClick={() => void save()}>
            {t.close}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <Choice<Reason>
        name="reason"
        label={t.closeWhy}
        value={reason}
        onChange={setReason}
        options={REASONS.map((one) => ({ value: one, label: n[`close-${one}`] }))}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
