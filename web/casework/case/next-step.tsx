import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Knot, Row, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { whyNotClose } from '#domains/casework/lifecycle.ts'
import { StaffOutcome, TakeNeed } from './by-staff.tsx'
import { consentOf, inForce, isOpen, type Doing, type Visit, type Whole } from './use-case.ts'

interface NextProps {
  readonly whole: Whole
  readonly onDo: (doing: Doing) => void
}

const STANDING = ['accepted', 'approved', 'under-way', 'done']

/** What has to be done next, and by whom: one primary action. */
export function NextStep({ whole, onDo }: NextProps) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const kindName = useKindName()
  const { file, visits } = whole
  const need = [...file.needs].reverse().find(isOpen)
  const mine = visits.filter((one) => one.need === need?.id && ['accepted', 'approved', 'under-way', 'done'].includes(one.state))
  const [visit, beside] = mine.sort((one, other) => STANDING.indexOf(one.state) - STANDING.indexOf(other.state))
  const consent = need === undefined ? undefined : consentOf(whole, need)
  const kind = need === undefined ? '' : kindName(need.kind)
  const add = (
    <Button look={need === undefined && file.state !== 'closed' ? 'primary' : 'edged'} icon="plus" onClick={() => onDo({ what: 'need' })}>
      {t.addNeed}
    </Button>
  )
  if (file.state === 'closed') return <Said words={t.nextClosed} />
  if (need === undefined)
    return (
      <Said words={file.needs.length === 0 ? t.nextNeed : t.nextClose}>
        <Row>
          {add}
          <Close whole={whole} onDo={onDo} />
        </Row>
      </Said>
    )
  // Of two who go together the person is asked about both, once both said yes.
  if (visit?.state === 'accepted' && visit.pair && beside === undefined) return <Said words={t.nextWait({ kind })} />
  if (visit?.state === 'accepted') return <Approve visit={visit} beside={beside} />
  if (visit?.state === 'approved' || visit?.state === 'under-way')
    return <Said words={t.nextVisit({ when: f.dateTime(visit.from) })} />
  if (visit?.state === 'done') return <Said words={t.nextConfirm} />
  if (need.state === 'referred' || need.state === 'matched') return <Said words={t.nextWait({ kind })} />
  if (need.byStaff)
    return (
      <Said words={t.nextStaffEnd({ kind })}>
        <StaffOutcome need={need} />
      </Said>
    )
  if (consent?.state === 'refused')
    return (
      <Said words={t.nextStaff({ kind })}>
        <TakeNeed need={need} look="primary" />
      </Said>
    )
  if (consent === undefined || !inForce(consent))
    return (
      <Said words={t.nextConsent({ kind })}>
        <Button look="primary" icon="document" onClick={() => onDo({ what: 'consent', need })}>
          {t.askConsent}
        </Button>
      </Said>
    )
  return (
    <Said words={t.nextRefer({ kind })}>
      <Button look="primary" icon="sent" onClick={() => onDo({ what: 'refer', need, consent: consent.id })}>
        {t.refer}
      </Button>
    </Said>
  )
}

function Said({ words, children }: { words: string; children?: React.ReactNode }) {
  const t = useWords(caseWords)
  return (
    <section className="case-next flow" aria-labelledby="case-next">
      <Row>
        <Knot state="now" />
        <span className="quiet">{t.nextTitle}</span>
      </Row>
      <h2 id="case-next" className="case-next-words">
        {words}
      </h2>
      {children}
    </section>
  )
}

function Close({ whole, onDo }: NextProps) {
  const t = useWords(caseWords)
  const whyNot = whyNotClose(whole.file.state, whole.file.needs)
  const reason = whyNot === undefined ? undefined : { 'case-closed': t.whyNotClosed, 'needs-open': t.whyNotNeeds }[whyNot]
  return (
    <Button disabledReason={reason} onClick={() => onDo({ what: 'close' })}>
      {t.close}
    </Button>
  )
}

/** The person decides; staff write down that they were told so, in person or by telephone. */
function Approve({ visit, beside }: { visit: Visit; beside: Visit | undefined }) {
  const t = useWords(caseWords)
  const approve = useWrite('visits.approve')
  const refuse = useWrite('visits.refuse')
  const say = async (how: 'told-in-person' | 'by-phone') => {
    const answer = await approve.write({ params: { visit: visit.id }, body: { revision: visit.revision, how } })
    if (answer !== undefined) toast(t.approvedToast)
  }
  const no = async (refused: Visit) => {
    const answer = await refuse.write({ params: { visit: refused.id }, body: { revision: refused.revision } })
    if (answer !== undefined) toast(t.refusedToast)
  }
  return (
    <Said
      words={
        beside === undefined
          ? t.nextApproval({ name: visit.volunteerName })
          : t.nextApprovalTwo({ one: visit.volunteerName, other: beside.volunteerName })
      }
    >
      <Row>
        <Button busy={approve.busy} onClick={() => void say('told-in-person')}>
          {t.approveInPerson}
        </Button>
        <Button busy={approve.busy} onClick={() => void say('by-phone')}>
          {t.approveByPhone}
        </Button>
        {[visit, ...(beside === undefined ? [] : [beside])].map((one) => (
          <Button key={one.id} busy={refuse.busy} onClick={() => void no(one)}>
            {beside === undefined ? t.refuse : t.refuseOne({ name: one.volunteerName })}
          </Button>
        ))}
      </Row>
      <p className="quiet">{t.refuseNote}</p>
      <ProblemNotice problem={approve.problem ?? refuse.problem} />
    </Said>
  )
}
