import { useState } from 'react'
import { isUnderWay } from '#domains/matching/runs/lifecycle.ts'
import { changedNames, whyNotYet } from '#domains/matching/weights/lifecycle.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Notice, Progress, Row, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { Compared } from './compared.tsx'
import { DraftForm } from './draft-form.tsx'
import type { Draft, WeightsAnswer } from './use-weights.ts'

/** The desk’s draft: written, tried on what waits, compared, and put to the second person. */
export function DraftPane({ weights }: { weights: WeightsAnswer }) {
  const t = useWords(weightsWords)
  const f = useFormatter()
  const [draft] = weights.drafts
  const [unsaved, setUnsaved] = useState(false)
  return (
    <div className="weights flow">
      {weights.refused && <Notice>{t.refused({ when: f.date(weights.refused.at), reason: weights.refused.reason })}</Notice>}
      {draft !== undefined && <Standing draft={draft} weights={weights} unsaved={unsaved} />}
      <section aria-labelledby="weights-draft" className="flow">
        <h2 id="weights-draft">{draft === undefined ? t.newDraft : t.draft}</h2>
        <p className="quiet">{t.newDraftText}</p>
        <DraftForm key={`${draft?.id} ${draft?.revision}`} draft={draft} now={weights.inForce.weights} onChanged={setUnsaved} />
      </section>
    </div>
  )
}

interface StandingProps {
  readonly draft: Draft
  readonly weights: WeightsAnswer
  readonly unsaved: boolean
}

/** The next step of a draft that is kept. */
function Standing({ draft, weights: { inForce }, unsaved }: StandingProps) {
  const t = useWords(weightsWords)
  const f = useFormatter()
  const attempt = useWrite('matching.try-weights', ['matching.'])
  const propose = useWrite('matching.propose-weights', ['matching.'])
  const discard = useWrite('matching.discard-draft', ['matching.'])
  const { trial, underWay } = useTrial(draft)
  const args = { params: { draft: draft.id }, body: { revision: draft.revision } }
  const tried = trial?.state === 'done'
  const lacks = whyNotYet({ changed: changedNames(inForce.weights, draft.weights).length > 0, tried })
  const whyNot = lacks && { same: t.whyNotSame, untried: t.whyNotUntried }[lacks]
  return (
    <section className="flow">
      {draft.state === 'proposed' && draft.proposedAt !== null && (
        <Notice tone="today">{t.waitsSince({ when: f.dateTime(draft.proposedAt) })}</Notice>
      )}
      {draft.state === 'draft' && (
        <Row>
          <Button look={tried || unsaved ? 'edged' : 'primary'} busy={attempt.busy || underWay} disabledReason={unsaved ? t.saveFirst : undefined} onClick={() => void attempt.write(args)}>
            {tried ? t.tryAgain : t.tryIt}
          </Button>
          <Button
            look={tried && !unsaved ? 'primary' : 'edged'}
            busy={propose.busy}
            disabledReason={unsaved ? t.saveFirst : whyNot}
            onClick={() => void propose.write(args).then((done) => done && toast(t.proposed))}
          >
            {t.propose}
          </Button>
        </Row>
      )}
      <Row>
        <Button look="text" busy={discard.busy} onClick={() => void discard.write(args).then((done) => done && toast(t.discarded))}>
          {t.discard}
        </Button>
      </Row>
      <p className="quiet">{t.proposeNote}</p>
      {[attempt, propose, discard].map(({ problem }, at) => (
        <ProblemNotice key={at} problem={problem} />
      ))}
      {underWay && <Progress label={t.trying} done={trial?.regionsDone ?? 0} {...(trial?.regions ? { of: trial.regions } : {})} note={t.tryingNote} />}
      {trial?.state === 'failed' && <Notice tone="today" icon="alert">{t.trialFailed}</Notice>}
      {tried && trial.trial !== null && <Compared trial={trial.trial} />}
      {tried && trial.trial === null && <p className="quiet">{t.trialNone}</p>}
    </section>
  )
}

/** The last trial of the draft as it stands, asked for until it is over. */
function useTrial(draft: Draft) {
  const run = draft.trial?.run
  const [over, setOver] = useState<string>()
  const live = run !== undefined && over !== run
  const { data } = useRead('matching.run', run === undefined ? undefined : { params: { run } }, live ? { everySeconds: 1 } : {})
  const trial = data !== undefined && data.id === run ? data : undefined
  if (trial !== undefined && !isUnderWay(trial.state) && over !== trial.id) setOver(trial.id)
  return { trial, underWay: run !== undefined && (trial === undefined || isUnderWay(trial.state)) }
}
