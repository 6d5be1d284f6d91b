import { useState, type ReactNode } from 'react'
import './sign-in.css'
import { words } from '#domains/accounts/words.ts'
import { useWrite, type Answer } from '#web/api/index.ts'
import { Go, PageTitle, useQuery, useWords } from '#web/ui/index.ts'
import { AskContact } from './ask-contact.tsx'
import { AskCode, AskSecond } from './ask-codes.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Me = Answer<'accounts.me'>
type SecondKind = 'authenticator' | 'recovery'

/** Where the sign-in stands. Every step keeps what the next one sends again. */
type At =
  | { readonly step: 'contact' }
  | { readonly step: 'code'; readonly contact: string; readonly challenge: string }
  | { readonly step: 'second'; readonly challenge: string; readonly code: string; readonly setUp?: SetUp }
  | { readonly step: 'written'; readonly me: Me; readonly codes: readonly string[] }
interface SetUp {
  readonly secret: string
  readonly address: string
}

export interface SignInProps {
  readonly title: string
  /** The page for somebody whose telephone is lost. */
  readonly recoverAt: string
  /** Stands below the first step only. */
  readonly below?: ReactNode
}

/** Telephone, code, and for staff the second step; then on to where one wanted to go. */
export function SignIn({ title, recoverAt, below }: SignInProps) {
  const t = useWords(words)
  const [at, setAt] = useState<At>({ step: 'contact' })
  const finish = useWrite('accounts.finishSignIn')
  const forward = useForward()

  const send = async (challenge: string, code: string, second?: { kind: SecondKind; code: string }) => {
    const answer = await finish.write({ body: { challenge: challenge as never, code, second } })
    if (answer === undefined) return
    if (answer.step === 'second') setAt({ step: 'second', challenge, code })
    else if (answer.step === 'set-up') setAt({ step: 'second', challenge, code, setUp: answer })
    else if (answer.recoveryCodes.length === 0) forward(answer.me)
    else setAt({ step: 'written', me: answer.me, codes: answer.recoveryCodes })
  }
  const restart = () => {
    finish.reset()
    setAt({ step: 'contact' })
  }

  switch (at.step) {
    case 'contact':
      return (
        <>
          <PageTitle key="contact">{title}</PageTitle>
          <AskContact onSent={(contact, challenge) => setAt({ step: 'code', contact, challenge })} />
          <p>
            <Go to={recoverAt}>{t.lost}</Go>
          </p>
          {below}
        </>
      )
    case 'code':
      return (
        <>
          <PageTitle key="code">{t.code}</PageTitle>
          <AskCode
            contact={at.contact}
            sending={finish}
            onCode={(code) => void send(at.challenge, code)}
            onSentAgain={(challenge) => setAt({ ...at, challenge })}
            onOther={restart}
          />
        </>
      )
    case 'second':
      return (
        <>
          <PageTitle key="second">{at.setUp ? t.setUp : t.second}</PageTitle>
          <AskSecond
            setUp={at.setUp}
            sending={finish}
            onCode={(kind, code) => void send(at.challenge, at.code, { kind, code })}
            onOther={restart}
          />
        </>
      )
    case 'written':
      return (
        <>
          <PageTitle key="written">{t.recoveryCodes}</PageTitle>
          <RecoveryCodes codes={at.codes} onWritten={() => forward(at.me)} />
        </>
      )
  }
}

/** An address of ours, never one that a link of somebody else's smuggled in. */
const ownPath = (next: string | null) => (next !== null && /^\/(?![/\\])/.test(next) ? next : undefined)

/** On to the page one came from, or the first of one's role. The sign-in stays out of the browser's history. */
export function useForward() {
  const next = ownPath(useQuery().get('next'))
  return (me: Pick<Me, 'role'>) => location.replace(next ?? (me.role === 'volunteer' ? '/v' : '/staff'))
}
