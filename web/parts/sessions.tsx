import './sessions.css'
import { roleWords, words } from '#domains/accounts/words.ts'
import { useRead, useWrite, type Answer } from '#web/api/index.ts'
import { Badge, Button, PageTitle, Row, Skeleton, useFormatter, useWords } from '#web/ui/index.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Session = Answer<'accounts.sessions'>['sessions'][number]

/** Where one is signed in. Ending the session that one looks from is signing out. */
export function Sessions({ signIn }: { signIn: string }) {
  const t = useWords(words)
  const { data, problem, reload } = useRead('accounts.sessions', {})
  const end = useWrite('accounts.endSession')
  const finish = async (session: Session) => {
    if ((await end.write({ params: { session: session.id } })) === undefined) return
    if (session.here) location.replace(signIn)
    else reload()
  }
  return (
    <>
      <PageTitle>{t.sessions}</PageTitle>
      <p className="quiet">{t.sessionsWhy}</p>
      <ProblemNotice problem={problem ?? end.problem} />
      {data === undefined && problem === undefined && <Skeleton />}
      <ul className="sessions">
        {data?.sessions.map((session) => (
          <li key={session.id}>
            <Line session={session} busy={end.busy} onEnd={() => void finish(session)} />
          </li>
        ))}
      </ul>
    </>
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
