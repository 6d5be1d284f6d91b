import { roleWords, words } from '#domains/accounts/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Badge, Button, Empty, Row, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import '#web/admin/lines.css'

type Proposal = Answer<'accounts.proposals'>['proposals'][number]

/** What waits for a second person, and why one cannot say yes to it now. */
export function Proposals() {
  const t = useWords(words)
  const { data, problem } = useRead('accounts.proposals', {})
  const agree = useWrite('accounts.agree', ['accounts.'])
  const refuse = useWrite('accounts.refuse', ['accounts.'])
  return (
    <section className="admin-section" aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      <ProblemNotice problem={problem ?? agree.problem ?? refuse.problem} />
      {data?.proposals.length === 0 && <Empty title={t.nothingWaits}>{t.nothingWaitsDetail}</Empty>}
      <ul className="admin-lines">
        {data?.proposals.map((one) => (
          <li key={one.id}>
            <Line
              one={one}
              busy={agree.busy || refuse.busy}
              onAgree={() => void agree.write({ params: { proposal: one.id } })}
              onRefuse={() => void refuse.write({ params: { proposal: one.id } })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ one, busy, onAgree, onRefuse }: LineProps) {
  const t = useWords(words)
  const f = useFormatter()
  return (
    <>
      <Row spread="apart">
        <div>
          <Row>
            <b>{one.name}</b>
            <Badge>{t.agreed({ agreed: one.agreed, needed: one.needed })}</Badge>
          </Row>
          <What one={one} />
        </div>
        <Row>
          <Button look="primary" busy={busy} onClick={onAgree} disabledReason={useWhyNot(one)}>
            {t.agree}
          </Button>
          <Button look="warn" busy={busy} onClick={onRefuse}>
            {t.refuse}
          </Button>
        </Row>
      </Row>
      <p className="quiet">{t.proposedAt({ at: f.dateTime(one.proposedAt) })}</p>
    </>
  )
}
interface LineProps {
  readonly one: Proposal
  readonly busy: boolean
  readonly onAgree: () => void
  readonly onRefuse: () => void
}

function What({ one }: { one: Proposal }) {
  const t = useWords(words)
  const roles = useWords(roleWords)
  const { language } = useLanguage()
  if (one.role !== null) {
    const unit = language === 'fa' ? one.unitFa : one.unitEn
    return <p>{t.proposalAppointment({ role: roles[one.role], unit })}</p>
  }
  return (
    <>
      <p>
        {t.recovery}: {t.proposalRecovery({ end: one.newContactEnd ?? '' })}
      </p>
      <p className="quiet">{t.recoveryCheck}</p>
    </>
  )
}

/** The server refuses the same; here it is said beforehand. */
function useWhyNot(one: Proposal): string | undefined {
  const t = useWords(words)
  const f = useFormatter()
  if (one.mine) return t.youAgreed
  if (new Date(one.notBefore) > new Date()) return t.notBefore({ at: f.dateTime(one.notBefore) })
  return undefined
}
