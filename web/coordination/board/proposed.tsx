import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { hasPassed, isExpired } from '#domains/matching/lifecycle.ts'
import { problems, words as matchingWords } from '#domains/matching/words.ts'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { boardWords } from './words.ts'
import { ClockFace, ProblemNotice, PersonName } from '#web/parts/index.ts'
import { Badge, Button, Icon, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { CostTable, headStart } from './cost-table.tsx'
import { Reject } from './reject.tsx'
import { RunnersUp } from './runners-up.tsx'
import type { Proposal } from './use-board.ts'

const HOUR_MS = 3_600_000

interface ProposedProps {
  readonly proposal: Proposal
  readonly volunteer: NonNullable<Proposal['volunteer']>
  readonly cost: NonNullable<Proposal['cost']>
  /** When the visit would begin. */
  readonly from: string
}

function useUnitOf(): (who: { readonly unitFa: string; readonly unitEn: string }) => string {
  const { language } = useLanguage()
  return (who) => (language === 'fa' ? who.unitFa : who.unitEn)
}

/** Who is proposed, why, what it costs and who would come next: one volunteer, or two who go together. */
export function Proposed({ proposal, volunteer, cost, from }: ProposedProps) {
  const t = useWords(boardWords)
  const of = useWords(matchingWords)
  const [rejecting, setRejecting] = useState(false)
  const { companion } = proposal
  const two = companion !== null
  return (
    <>
      <Who who={volunteer} />
      {two && (
        <>
          <p className="quiet">{t.and}</p>
          <Who who={companion} />
        </>
      )}
      <section>
        <h3>{two ? t.whyTwo : t.why}</h3>
        <ul className="board-met">
          {proposal.met.map((one) => (
            <li key={one}>
              <Icon name="check" size={18} />
              {of[`met-${one}` as 'met-travel'] ?? one}
            </li>
          ))}
        </ul>
      </section>
      <CostTable cost={cost} title={two ? t.costOf({ name: volunteer.name }) : undefined} />
      {two && <CostTable cost={companion.cost} title={t.costOf({ name: companion.name })} />}
      <RunnersUp
        runnersUp={proposal.runnersUp}
        less={two ? 0 : headStart(cost)}
        title={two ? t.nextTwo : undefined}
      />
      <Button look="text" wide onClick={() => setRejecting(true)}>
        {t.reject}
      </Button>
      <Offer proposal={proposal} volunteer={volunteer} from={from} />
      <Reject open={rejecting} onClose={() => setRejecting(false)} proposal={proposal} name={volunteer.name} />
    </>
  )
}

function Who({ who }: { who: { readonly name: string; readonly unitFa: string; readonly unitEn: string } }) {
  const unitOf = useUnitOf()
  return (
    <div>
      <p className="board-volunteer">
        <PersonName>{who.name}</PersonName>
      </p>
      <p className="quiet">{unitOf(who)}</p>
    </div>
  )
}

function Offer({ proposal, volunteer, from }: Omit<ProposedProps, 'cost'>) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const of = useWords(problems)
  const unitOf = useUnitOf()
  const n = useWords(nightlyWords)
  const now = new Date()
  const whyNot = hasPassed({ from }, now) ? of['matching.time-passed'] : isExpired(proposal, now) ? t.expired : undefined
  const release = useWrite('matching.release', ['matching.'])
  const unit = unitOf(volunteer)
  const other = proposal.companion === null ? undefined : unitOf(proposal.companion)
  const back = useWrite('matching.take-back', ['matching.'])
  const undo = async () => {
    const done = await back.write({ body: { proposals: [proposal.id] } })
    if (done === undefined) return
    const [refused] = done.refused
    toast(refused === undefined ? n.takenBack({ count: 1 }) : (of[refused.code as 'matching.offer-seen'] ?? n.changedMeanwhile))
  }
  const offer = async () => {
    const done = await release.write({ params: { proposal: proposal.id }, body: { revision: proposal.revision } })
    if (done === undefined) return
    const when = f.dateTime(done.answerBy)
    toast(other === undefined ? t.released({ unit, when }) : t.releasedTwo({ when }), () => void undo())
  }
  return (
    <div className="board-act">
      <Button look="primary" wide busy={release.busy} disabledReason={whyNot} onClick={() => void offer()}>
        {other === undefined ? t.release({ unit }) : t.releaseTwo}
      </Button>
      {whyNot === undefined && (
        <>
          <p className="quiet">{other === undefined ? t.releaseNote : t.releaseTwoNote({ one: unit, other })}</p>
          <Holds until={proposal.expiresAt} now={now} />
        </>
      )}
      <ProblemNotice problem={release.problem} />
    </div>
  )
}

/** Within its last hour a proposal says so where nobody reads past it. */
function Holds({ until, now }: { until: string; now: Date }) {
  const t = useWords(boardWords)
  const f = useFormatter()
  if (new Date(until).getTime() - now.getTime() > HOUR_MS) return <p className="quiet">{t.holdsUntil({ when: f.dateTime(until) })}</p>
  return (
    <p>
      <Badge tone="today" icon={<ClockFace state="today" />}>
        {t.runsOut({ day: f.near(until, now), time: f.time(until) })}
      </Badge>
    </p>
  )
}
