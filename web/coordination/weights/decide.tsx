import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Card, Dialog, Empty, TextArea, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { ComparedTold } from './compared.tsx'
import { Differences } from './differences.tsx'
import type { Draft, WeightsAnswer } from './use-weights.ts'

/** What desks put to the second person, each with what it changes and what its trial came to. */
export function Decide({ weights }: { weights: WeightsAnswer }) {
  const t = useWords(weightsWords)
  if (weights.drafts.length === 0) return <Empty title={t.decideNone}>{t.decideNoneText}</Empty>
  return (
    <section className="weights flow" aria-labelledby="weights-decide">
      <h2 id="weights-decide">{t.decide}</h2>
      {weights.drafts.map((draft) => (
        <Proposed key={draft.id} draft={draft} weights={weights} />
      ))}
    </section>
  )
}

function Proposed({ draft, weights: { inForce } }: { draft: Draft; weights: WeightsAnswer }) {
  const t = useWords(weightsWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const enforce = useWrite('matching.put-in-force', ['matching.'])
  const [refusing, setRefusing] = useState(false)
  const args = { params: { draft: draft.id }, body: { revision: draft.revision } }
  const put = async () => {
    if ((await enforce.write(args)) !== undefined) toast(t.enforced({ version: inForce.version + 1 }))
  }
  return (
    <Card look="edged">
      <h3>{t.of({ area: language === 'fa' ? draft.areaFa : draft.areaEn, when: f.dateTime(draft.proposedAt ?? draft.recordedAt) })}</h3>
      <p>
        <bdi>{draft.reason}</bdi>
      </p>
      <Differences now={inForce.weights} draft={draft.weights} />
      <h4>{t.compared}</h4>
      <ComparedTold told={draft.told} />
      <p className="quiet">{t.enforceNote}</p>
      <div className="weights-acts">
        <Button look="primary" busy={enforce.busy} disabledReason={draft.own ? t.ownDraft : undefined} onClick={() => void put()}>
          {t.enforce}
        </Button>
        <Button look="warn" disabledReason={draft.own ? t.ownDraft : undefined} onClick={() => setRefusing(true)}>
          {t.refuse}
        </Button>
      </div>
      <ProblemNotice problem={enforce.problem} />
      <Refuse open={refusing} onClose={() => setRefusing(false)} draft={draft} />
    </Card>
  )
}

function Refuse({ open, onClose, draft }: { open: boolean; onClose: () => void; draft: Draft }) {
  const t = useWords(weightsWords)
  const refuse = useWrite('matching.refuse-weights', ['matching.'])
  const [reason, setReason] = useState('')
  const send = async () => {
    const done = await refuse.write({ params: { draft: draft.id }, body: { revision: draft.revision, reason } })
    if (done === undefined) return
    onClose()
    toast(t.refuseDone)
  }
  const error = refuse.fields['reason']
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.refuse}
      footer={
        <Button look="warn" busy={refuse.busy} onClick={() => void send()}>
          {t.refuseSure}
        </Button>
      }
    >
      <TextArea name="reason" label={t.refuseWhy} value={reason} {...(error === undefined ? {} : { error })} onChange={setReason} />
      <ProblemNotice problem={error === undefined ? refuse.problem : undefined} />
    </Dialog>
  )
}
