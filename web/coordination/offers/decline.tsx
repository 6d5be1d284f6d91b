import { useState } from 'react'
import { words as referralWords } from '#domains/referrals/words.ts'
import type { Args } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { offerWords } from './words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Choice, Dialog, toast, useWords } from '#web/ui/index.ts'
import type { Offer } from './card-lines.tsx'

type Reason = Args<'referrals.decline'>['body']['reason']
const REASONS: readonly Reason[] = ['nobody-free', 'too-far', 'not-our-work', 'other']

/** Four reasons to choose from; no free text in which somebody could be described. */
export function Decline({ open, onClose, offer, touched }: DeclineProps) {
  const t = useWords(offerWords)
  const reasons = useWords(referralWords)
  const kindName = useKindName()
  const [reason, setReason] = useState<Reason>()
  const decline = useWrite('referrals.decline', touched)
  const send = async () => {
    if (reason === undefined) return
    const done = await decline.write({ params: { referral: offer.id }, body: { revision: offer.revision, reason } })
    if (done === undefined) return
    toast(t.declined)
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.declineTitle}
      lead={`${kindName(offer.card.kind)}. ${t.declineLead}`}
      footer={
        <>
          <Button
            look="primary"
            busy={decline.busy}
            disabledReason={reason === undefined ? t.chooseReason : undefined}
            onClick={() => void send()}
          >
            {t.send}
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
        options={REASONS.map((value) => ({ value, label: reasons[`decline-${value}`] }))}
      />
      <ProblemNotice problem={decline.problem} />
    </Dialog>
  )
}
interface DeclineProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly offer: Offer
  readonly touched: readonly string[]
}
