import { roleWords, words } from '#domains/accounts/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Badge, Button, PageTitle, Row, Skeleton, useFormatter, useWords } from '#web/ui/index.ts'
import '#web/admin/lines.css'

type Session = Answer<'accounts.sessions'>['sessions'][number]

/** Where one is signed in. Ending the session that one looks from is signing out. */
export function Sessions() {
  const t = useWords(words)
  const { data, problem } = useRead('accounts.sessions', {})
  const end = useWrite('accounts.endSession', ['accounts.'])
  const finish = async (session: Session) => {
    if ((await end.write({ params: { session: session.id } })) && session.here) location.replace('/sign-in')
  }
  return (
    <StaffPage>
      <PageTitle>{t.sessions}</PageTitle>
      <p className="quiet">{t.sessionsWhy}</p>
      <ProblemNotice problem={problem ?? end.problem} />
      {data === undefined && problem === undefined && <Skeleton />}
      <ul className="admin-lines">
        {data?.sessions.map((session) => (
          <li key={session.id}>
            <Line session={session} busy={end.busy} onEnd={() => void finish(session)} />
          </li>
        ))}
      </ul>
    </StaffPage>
  )
}

function Line({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const t = useWords(words)
  const f = useFormatter()
  const roles = useWords(roleWords)
  return (
    <Row spread="apart">
      <div>
        <Row>
          <b dir="auto">{session.device || t.unknownDevice}</b>
          {session.here && <Badge tone="good">{t.here}</Badge>}
          {session.role && <span className="quiet">{roles[session.role]}</span>}
        </Row>
        <p className="quiet">
          {t.seenAt({ at: f.dateTime(session.seenAt) })} · {t.startedAt({ at: f.dateTime(session.startedAt) })}
        </p>
      </div>
      <Button look={session.here ? 'edged' : 'warn'} busy={busy} onClick={onEnd}>
        {session.here ? t.signOut : t.endSession}
      </Button>
    </Row>
  )
}
