import { useWrite, type Answer } from '#web/api/index.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Card, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

type Visit = NonNullable<Answer<'desk.my-file'>['approval']>

function useDecision(onDone: () => void) {
  const approve = useWrite('visits.approve')
  const refuse = useWrite('visits.refuse')
  const t = useWords(words)
  const args = (visit: Visit) => ({ params: { visit: visit.id }, body: { revision: visit.revision } })
  const decide = async (write: () => Promise<unknown>, said: string) => {
    if ((await write()) === undefined) return
    toast(said)
    onDone()
  }
  return {
    yes: (visit: Visit) => void decide(() => approve.write(args(visit)), t.approved),
    no: (visit: Visit) => void decide(() => refuse.write(args(visit)), t.refused),
    saying: approve.busy,
    refusing: refuse.busy,
    problem: approve.problem ?? refuse.problem,
  }
}

function What({ visit }: { visit: Visit }) {
  const f = useFormatter()
  const kindName = useKindName()
  return (
    <p>
      {kindName(visit.kind)}، {f.date(visit.from, { style: 'day' })}، {f.timeRange(visit.from, visit.to)}
    </p>
  )
}

/** The person decides before any name, telephone or address opens. Yes and no weigh the same. */
export function Approval({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const t = useWords(words)
  const { language } = useLanguage()
  const { yes, no, saying, refusing, problem } = useDecision(onDone)
  return (
    <Card look="edged">
      <h2>{t.approveTitle({ name: visit.volunteerName, unit: language === 'fa' ? visit.unitFa : visit.unitEn })}</h2>
      <What visit={visit} />
      <p className="quiet">{t.approveNote}</p>
      <div className="public-twins">
        <Button icon="check" busy={saying} onClick={() => yes(visit)}>
          {t.approveYes}
        </Button>
        <Button busy={refusing} onClick={() => no(visit)}>
          {t.approveNo}
        </Button>
      </div>
      <p className="quiet">{t.approveNoNote}</p>
      <ProblemNotice problem={problem} />
    </Card>
  )
}

/** Two come together, and both are named: one yes for both, a no to either. */
export function ApprovalOfTwo({ visits, onDone }: { visits: readonly [Visit, Visit]; onDone: () => void }) {
  const t = useWords(words)
  const { language } = useLanguage()
  const { yes, no, saying, refusing, problem } = useDecision(onDone)
  const [one, other] = visits
  return (
    <Card look="edged">
      <h2>{t.approveTwo({ one: one.volunteerName, other: other.volunteerName })}</h2>
      <ul className="public-list">
        {visits.map((visit) => (
          <li key={visit.id}>
            {t.approveTwoFrom({ name: visit.volunteerName, unit: language === 'fa' ? visit.unitFa : visit.unitEn })}
          </li>
        ))}
      </ul>
      <What visit={one} />
      <p className="quiet">{t.approveNote}</p>
      <Button icon="check" wide busy={saying} onClick={() => yes(one)}>
        {t.approveYesTwo}
      </Button>
      <div className="public-twins">
        {visits.map((visit) => (
          <Button key={visit.id} busy={refusing} onClick={() => no(visit)}>
            {t.approveNoOne({ name: visit.volunteerName })}
          </Button>
        ))}
      </div>
      <p className="quiet">{t.approveNoNote}</p>
      <ProblemNotice problem={problem} />
    </Card>
  )
}
