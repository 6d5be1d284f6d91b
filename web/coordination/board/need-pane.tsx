import { useEffect, useRef } from 'react'
import { words as matchingWords } from '#domains/matching/words.ts'
import { useWrite } from '#web/api/query.tsx'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { standingWords } from '#web/coordination/standing-words.ts'
import { boardWords } from './words.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Badge, Card, Empty, Notice, Skeleton, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { Proposed } from './proposed.tsx'
import { Suggested } from './suggested.tsx'
import type { Need, Proposal } from './use-board.ts'

const proposalHeading = 'proposal-heading'

/** What was found for the chosen need, why, and the one step that sends it on its way. */
export function NeedPane({ need, none }: { need: Need | undefined; none: boolean }) {
  const t = useWords(boardWords)
  const kindName = useKindName()
  if (need === undefined) return none ? null : <p className="quiet">{t.choose}</p>
  return (
    <section className="board-pane flow" aria-labelledby={proposalHeading}>
      <h2 id={proposalHeading} className="board-pane-for">
        {t.proposalFor({ kind: kindName(need.card.kind) })}
      </h2>
      {need.beside !== null && need.referralState === 'ready' && <Beside need={need} beside={need.beside} />}
      {need.groupClosed && <Notice>{t.groupClosed}</Notice>}
      {need.vettingEnded && <Notice>{t.vettingEnded}</Notice>}
      {need.attempt > 1 && <Badge>{t.attempt({ attempt: need.attempt })}</Badge>}
      <Found need={need} />
    </section>
  )
}

/** Of two who go together one is there already. */
function Beside({ need, beside }: { need: Need; beside: NonNullable<Need['beside']> }) {
  const t = useWords(boardWords)
  const { language } = useLanguage()
  const who = { name: beside.name, unit: language === 'fa' ? beside.unitFa : beside.unitEn }
  return <p>{need.referralState === 'ready' ? t.beside(who) : t.besideOffered(who)}</p>
}

function Found({ need }: { need: Need }) {
  const { proposal } = need
  if (need.suggestion !== null) return <Suggested need={need} suggestion={need.suggestion} />
  if (need.referralState === 'offered') return <Offered need={need} />
  if (proposal === null) return <Fresh need={need} />
  if (proposal.volunteer === null || proposal.cost === null) return <Nobody proposal={proposal} />
  return <Proposed proposal={proposal} volunteer={proposal.volunteer} cost={proposal.cost} from={need.card.from} />
}

/** No run has seen it yet: it is matched while somebody looks at it. */
function Fresh({ need: { referral } }: { need: Need }) {
  const t = useWords(boardWords)
  const n = useWords(nightlyWords)
  const { write, problem } = useWrite('matching.propose-one', ['matching.'])
  const asked = useRef<string>(undefined)
  useEffect(() => {
    if (asked.current === referral) return
    asked.current = referral
    void write({ params: { referral }, body: {} }).then((done) => {
      if (done !== undefined && done.moved > 0) toast(n.moved({ count: done.moved }))
    })
  }, [referral, write, n])
  if (problem !== undefined) return <Empty title={t.notComputed}>{t.notComputedText}</Empty>
  return (
    <>
      <p role="status" className="quiet">
        {n.lookingNow}
      </p>
      <Skeleton lines={4} />
    </>
  )
}

function Offered({ need }: { need: Need }) {
  const t = useWords(boardWords)
  const standing = useWords(standingWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const unit = (language === 'fa' ? need.unitFa : need.unitEn) ?? ''
  return (
    <Card>
      <p>
        <b>{t.offeredTo({ unit })}</b>
      </p>
      {need.answerBy && <p>{t.offeredUntil({ when: f.dateTime(need.answerBy) })}</p>}
      {need.beside !== null && <Beside need={need} beside={need.beside} />}
      {need.byRule !== null && <p>{standing.byRule({ name: need.byRule })}</p>}
      <p className="quiet">{t.offeredNext}</p>
    </Card>
  )
}

/** The one condition to relax. Why somebody in particular is not proposed is never said. */
function Nobody({ proposal: { relax, short } }: { proposal: Proposal }) {
  const t = useWords(boardWords)
  const of = useWords(matchingWords)
  const f = useFormatter()
  const what = relax && f.list(relax.requirements.map((one) => of[`relax-${one}` as 'relax-travel'] ?? one))
  return (
    <Notice>
      <p>
        <b>{short ? t.shortTitle : t.nobodyTitle}</b>
      </p>
      {short && <p>{t.shortText}</p>}
      {what && relax ? (
        <>
          <p>{(short ? t.shortRelax : t.relax)({ what, candidates: relax.candidates })}</p>
          <p className="quiet">{t.relaxAsk}</p>
        </>
      ) : (
        <p>{t.relaxNobody}</p>
      )}
    </Notice>
  )
}
