import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, Dialog, toast, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { words as needWords } from '#domains/casework/words.ts'
import type { Need } from './use-case.ts'

type Reason = 'person-declined' | 'no-longer-needed' | 'mistake'
const REASONS: readonly Reason[] = ['person-declined', 'no-longer-needed', 'mistake']

export function WithdrawDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useWords(caseWords)
  const n = useWords(needWords)
  const [reason, setReason] = useState<Reason>()
  const { write, busy, problem } = useWrite('casework.withdraw-need')
  const save = async () => {
    if (reason === undefined) return
    if ((await write({ params: { need: need.id }, body: { reason, revision: need.revision } })) === undefined) return
    toast(t.withdrawnToast)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.withdrawTitle}
      footer={
        <>
          <Button look="warn" busy={busy} disabledReason={reason === undefined ? t.withdrawWhy : undefined} onClick={() => void save()}>
            {t.withdrawNeed}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <Choice<Reason>
        name="reason"
        label={t.withdrawWhy}
        value={reason}
        onChange={setReason}
        options={REASONS.map((one) => ({ value: one, label: n[`withdraw-${one}`] }))}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
