import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { words as matchingWords } from '#domains/matching/words.ts'
import { boardWords } from '#web/coordination/words.ts'
import { ProblemNotice, PersonName } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Badge, Button, Card, Empty, Icon, Notice, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { CostTable, headStart } from './cost-table.tsx'
import { Reject } from './reject.tsx'
import { RunnersUp } from './runners-up.tsx'
import { Suggested } from './suggested.tsx'
import type { Need, Proposal } from './use-board.ts'

export const proposalHeading = 'proposal-heading'

/** What was found for the chosen need, why, and the one step that sends it on its way. */
export function NeedPane({ need, none }: { need: Need | undefined; none: boolean }) {
  const t = useWords(boardWords)
  const kindName = useKindName()
  if (need === undefined) return none ? null : <p className="quiet">{t.choose}</p>
  return (
    <section className="board-pane flow" aria-labelledby={proposalHeading}>
      <h2 id={proposalHeading} tabIndex={-1} className="board-pane-for">
        {t.proposalFor({ kind: kindName(need.card.kind) })}
      </h2>
      {need.attempt > 1 && <Badge>{t.attempt({ attempt: need.attempt })}</Badge>}
      <Found need={need} />
    </section>
  )
}

function Found({ need }: { need: Need }) {
  const t = useWords(boardWords)
  const { proposal } = need
  if (need.suggestion !== null) return <Suggested need={need} suggestion={need.suggestion} />
  if (need.referralState === 'offered') return <Offered need={need} />
  if (proposal === null) return <Empty title={t.notComputed}>{t.notComputedText}</Empty>
  if (proposal.volunteer === null || proposal.cost === null) return <Nobody proposal={proposal} />
  return <Proposed proposal={proposal} volunteer={proposal.volunteer} cost={proposal.cost} />
}

function Offered({ need }: { need: Need }) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const unit = (language === 'fa' ? need.unitFa : need.unitEn) ?? ''
  return (
    <Card>
      <p>
        <b>{t.offeredTo({ unit })}</b>
      </p>
      {need.answerBy && <p>{t.offeredUntil({ when: f.dateTime(need.answerBy) })}</p>}
      <p className="quiet">{t.offeredNext}</p>
    </Card>
  )
}

/** The one condition to relax. Why somebody in particular is not proposed is never said. */
function Nobody({ proposal: { relax } }: { proposal: Proposal }) {
  const t = useWords(boardWords)
  const of = useWords(matchingWords)
  const f = useFormatter()
  const what = relax && f.list(relax.requirements.map((one) => of[`relax-${one}` as 'relax-travel'] ?? one))
  return (
    <Notice>
      <p>
        <b>{t.nobodyTitle}</b>
      </p>
      {what && relax ? (
        <>
          <p>{t.relax({ what, candidates: relax.candidates })}</p>
          <p className="quiet">{t.relaxAsk}</p>
        </>
      ) : (
        <p>{t.relaxNobody}</p>
      )}
    </Notice>
  )
}

function Proposed({ proposal, volunteer, cost }: ProposedProps) {
  const t = useWords(boardWords)
  const of = useWords(matchingWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const [rejecting, setRejecting] = useState(false)
  const release = useWrite('matching.release', ['matching.'])
  const unit = language === 'fa' ? volunteer.unitFa : volunteer.unitEn
  const offer = async () => {
    const done = await release.write({ params: { proposal: proposal.id }, body: { revision: proposal.revision } })
    if (done !== undefined) toast(t.released({ unit, when: f.dateTime(done.answerBy) }))
  }
  return (
    <>
      <div>
        <p className="board-volunteer">
          <PersonName>{volunteer.name}</PersonName>
        </p>
        <p className="quiet">{unit}</p>
      </div>
      <section>
        <h3>{t.why}</h3>
        <ul className="board-met">
          {proposal.met.map((one) => (
            <li key={one}>
              <Icon name="check" size={18} />
              {of[`met-${one}` as 'met-travel'] ?? one}
            </li>
          ))}
        </ul>
      </section>
      <CostTable cost={cost} />
      <RunnersUp runnersUp={proposal.runnersUp} less={headStart(cost)} />
      <Button look="text" wide onClick={() => setRejecting(true)}>
        {t.reject}
      </Button>
      <div className="board-act">
        <Button look="primary" wide busy={release.busy} onClick={() => void offer()}>
          {t.release({ unit })}
        </Button>
        <p className="quiet">{t.releaseNote}</p>
        <ProblemNotice problem={release.problem} />
      </div>
      <Reject open={rejecting} onClose={() => setRejecting(false)} proposal={proposal} name={volunteer.name} />
    </>
  )
}
interface ProposedProps {
  readonly proposal: Proposal
  readonly volunteer: NonNullable<Proposal['volunteer']>
  readonly cost: NonNullable<Proposal['cost']>
}
