import type { ReactNode } from 'react'
import './sessions.css'
import { roleWords, words } from '#domains/accounts/words.ts'
import { useRead, useWrite, type Answer } from '#web/api/index.ts'
import { Badge, Button, PageTitle, Row, Skeleton, useFormatter, useWords } from '#web/ui/index.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Session = Answer<'accounts.sessions'>['sessions'][number]

export interface SessionsProps {
  readonly signIn: string
  /** What stands at the session one looks from, where leaving means more than ending it. */
  readonly signOut?: ReactNode
}

/** Where one is signed in. Ending the session that one looks from is signing out. */
export function Sessions({ signIn, signOut }: SessionsProps) {
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
            <Line session={session} busy={end.busy} onEnd={() => void finish(session)} signOut={signOut} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ session, busy, onEnd, signOut }: LineProps) {
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
      {session.here && signOut !== undefined ? (
        <div>{signOut}</div>
      ) : (
        <Button look={session.here ? 'edged' : 'warn'} busy={busy} onClick={onEnd}>
          {session.here ? t.signOut : t.endSession}
        </Button>
      )}
    </Row>
  )
}
interface LineProps {
  readonly session: Session
  readonly busy: boolean
  readonly onEnd: () => void
  readonly signOut: ReactNode
}
