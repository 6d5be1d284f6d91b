import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { releaseWords } from '#web/observatory/release-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Dialog, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { actOf, type Release } from './use-release.ts'

/** A second person signs; as long as it is not out, it can be withdrawn. */
export function Acts({ release }: { release: Release }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const sign = useWrite('observatory.sign-release', ['observatory.'])
  const [withdrawing, setWithdrawing] = useState(false)
  const act = actOf(release)
  const put = async () => {
    const done = await sign.write({ params: { release: release.release }, body: { revision: release.revision } })
    if (done !== undefined) toast(t.signed({ at: f.dateTime(release.releasesAt) }))
  }
  if (!release.mayWithdraw) return null
  return (
    <div className="release-acts">
      {(act === 'sign' || act === 'make') && (
        <Button look="primary" busy={sign.busy} disabledReason={release.notSigned === null ? undefined : t[`notSigned-${release.notSigned}`]} onClick={() => void put()}>
          {t.sign}
        </Button>
      )}
      <Button look="warn" onClick={() => setWithdrawing(true)}>
        {t.withdraw}
      </Button>
      <ProblemNotice problem={sign.problem} />
      <Withdraw open={withdrawing} release={release} onClose={() => setWithdrawing(false)} />
    </div>
  )
}

function Withdraw({ open, release, onClose }: { open: boolean; release: Release; onClose: () => void }) {
  const t = useWords(releaseWords)
  const { write, busy, problem } = useWrite('observatory.withdraw-release', ['observatory.'])
  const take = async () => {
    if ((await write({ params: { release: release.release }, body: { revision: release.revision } })) === undefined) return
    onClose()
    toast(t.withdrawn)
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.withdrawTitle}
      lead={t.withdrawLead}
      footer={
        <>
          <Button look="warn" busy={busy} onClick={() => void take()}>
            {t.withdraw}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
