import { useState } from 'react'
import type { Args } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { boardWords } from './words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, Dialog, toast, useWords } from '#web/ui/index.ts'
import type { Proposal } from './use-board.ts'

type Reason = Args<'matching.reject'>['body']['reason']
const REASONS: readonly Reason[] = ['known-unsuitable', 'better-known', 'asked-off']

/** Not this volunteer for this need. The reason is the desk's own; nobody else is told. */
export function Reject({ open, onClose, proposal, name }: RejectProps) {
  const t = useWords(boardWords)
  const [reason, setReason] = useState<Reason>()
  const reject = useWrite('matching.reject', ['matching.'])
  const send = async () => {
    if (reason === undefined) return
    const done = await reject.write({ params: { proposal: proposal.id }, body: { revision: proposal.revision, reason } })
    if (done === undefined) return
    toast(t.rejected)
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.rejectTitle({ name })}
      lead={t.rejectLead}
      footer={
        <>
          <Button busy={reject.busy} disabledReason={reason === undefined ? t.rejectChoose : undefined} onClick={() => void send()}>
            {t.rejectDo}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.keep}
          </Button>
        </>
      }
    >
      <Choice<Reason>
        name="reason"
        label={t.rejectReason}
        look="plain"
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: t[`reject-${value}`] }))}
      />
      <ProblemNotice problem={reject.problem} />
    </Dialog>
  )
}
interface RejectProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly proposal: Proposal
  readonly name: string
}
