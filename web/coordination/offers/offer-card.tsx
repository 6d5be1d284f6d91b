import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { offerWords } from './words.ts'
import { ClockFace, ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Badge, Button, Card, IconLine, Notice, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { CardLines, type InMind, type Offer } from './card-lines.tsx'
import { Decline } from './decline.tsx'
import { Suggest } from './suggest.tsx'

const touched = ['referrals.', 'visits.', 'network.', 'matching.']
const SOON_MS = 24 * 3_600_000

/** A nameless offer: yes and no are twins in size and weight. */
export function OfferCard({ offer, inMind }: { offer: Offer; inMind: InMind | undefined }) {
  const t = useWords(offerWords)
  const kindName = useKindName()
  const [declining, setDeclining] = useState(false)
  const [suggesting, setSuggesting] = useState(false)
  const suggestion = inMind?.suggestion
  const accept = useWrite('referrals.accept', touched)
  const say = async () => {
    const done = await accept.write({ params: { referral: offer.id }, body: { revision: offer.revision } })
    if (done !== undefined) toast(t.accepted)
  }
  return (
    <Card as="article" look="edged">
      <div className="offer-head">
        <h2>{kindName(offer.card.kind)}</h2>
        {offer.answerBy && <Deadline at={offer.answerBy} />}
      </div>
      <CardLines card={offer.card} />
      {inMind && <IconLine icon="hand">{t.inMind({ name: inMind.name })}</IconLine>}
      {suggestion && suggestion.state !== 'replaced' && (
        <Notice>
          <p>{t[`suggestion-${suggestion.state}`](suggestion)}</p>
        </Notice>
      )}
      <div className="offer-twins">
        <Button icon="check" busy={accept.busy} onClick={() => void say()}>
          {t.accept}
        </Button>
        <Button onClick={() => setDeclining(true)}>{t.decline}</Button>
      </div>
      {inMind && (
        <Button look="text" wide onClick={() => setSuggesting(true)}>
          {suggestion?.state === 'suggested' ? t.suggestAgain : t.suggest}
        </Button>
      )}
      <p className="quiet">{t.noCost}</p>
      <ProblemNotice problem={accept.problem} />
      <Decline open={declining} onClose={() => setDeclining(false)} offer={offer} touched={touched} />
      {inMind && suggesting && <Suggest onClose={() => setSuggesting(false)} offer={offer} inMind={inMind} />}
    </Card>
  )
}

function Deadline({ at }: { at: string }) {
  const t = useWords(offerWords)
  const f = useFormatter()
  const now = new Date()
  const soon = new Date(at).getTime() - now.getTime() < SOON_MS
  const state = soon ? 'today' : 'on-track'
  return (
    <Badge tone={soon ? 'today' : 'good'} icon={<ClockFace state={state} />}>
      {t.answerBy({ when: `${f.near(at, now)} ${f.time(at)}` })}
    </Badge>
  )
}
