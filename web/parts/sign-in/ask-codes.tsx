import { useState } from 'react'
import { words } from '#domains/accounts/words.ts'
import { useWrite, type Writing } from '#web/api/index.ts'
import { Button, Stack, TextField, toast, useWords } from '#web/ui/index.ts'
import { ProblemNotice } from '#web/parts/problem-notice.tsx'
import { HowToSetUp, type SetUp } from './set-up.tsx'

type Sending = Pick<Writing<'accounts.finishSignIn'>, 'problem' | 'busy' | 'reset'>

interface AskCodeProps {
  readonly contact: string
  readonly sending: Sending
  readonly onCode: (code: string) => void
  readonly onSentAgain: (challenge: string) => void
  readonly onOther: () => void
}

/** A wrong code is said at its field; anything else above it. */
const split = ({ problem }: Sending, code: string) =>
  problem?.code === code ? { error: problem.title } : { notice: problem }

export function AskCode({ contact, sending, onCode, onSentAgain, onOther }: AskCodeProps) {
  const t = useWords(words)
  const [code, setCode] = useState('')
  const again = useWrite('accounts.startSignIn')
  const { error, notice } = split(sending, 'sign-in.wrong')
  const sendAgain = async () => {
    const answer = await again.write({ body: { contact } })
    if (answer === undefined) return
    sending.reset()
    setCode('')
    onSentAgain(answer.challenge)
    toast(t.codeSent({ contact: isolated(contact) }))
  }
  return (
    <form
      noValidate
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        onCode(code)
      }}
    >
      <p>{t.codeSent({ contact: isolated(contact) })}</p>
      <ProblemNotice problem={notice ?? again.problem} />
      <TextField
        name="code"
        label={t.code}
        hint={t.codeHint}
        error={error}
        value={code}
        onChange={setCode}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        autoFocus
      />
      <Stack gap={8}>
        <Button type="submit" look="primary" big busy={sending.busy}>
          {t.next}
        </Button>
        <Button look="text" wide busy={again.busy} onClick={() => void sendAgain()}>
          {t.again}
        </Button>
        <Button look="text" wide onClick={onOther}>
          {t.otherContact}
        </Button>
      </Stack>
    </form>
  )
}

/** A number keeps its order inside a Persian sentence: LRI … PDI. */
const isolated = (text: string) => `\u2066${text}\u2069`

interface AskSecondProps {
  readonly setUp?: SetUp
  readonly sending: Sending
  readonly onCode: (kind: 'authenticator' | 'recovery', code: string) => void
  readonly onOther: () => void
}

export function AskSecond({ setUp, sending, onCode, onOther }: AskSecondProps) {
  const t = useWords(words)
  const [code, setCode] = useState('')
  const [kind, setKind] = useState<'authenticator' | 'recovery'>('authenticator')
  const { error, notice } = split(sending, 'second-step.wrong')
  const change = () => {
    sending.reset()
    setCode('')
    setKind(kind === 'authenticator' ? 'recovery' : 'authenticator')
  }
  const authenticator = kind === 'authenticator'
  return (
    <form
      noValidate
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        onCode(kind, code)
      }}
    >
      {setUp && <HowToSetUp {...setUp} />}
      <ProblemNotice problem={notice} />
      <TextField
        key={kind}
        name="second"
        label={setUp ? t.setUpConfirm : authenticator ? t.authenticatorCode : t.recoveryCode}
        hint={authenticator ? t.authenticatorHint : t.recoveryCodeHint}
        error={error}
        value={code}
        onChange={setCode}
        dir="ltr"
        inputMode={authenticator ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        autoFocus={setUp === undefined}
      />
      <Stack gap={8}>
        <Button type="submit" look="primary" big busy={sending.busy}>
          {t.next}
        </Button>
        {setUp === undefined && (
          <Button look="text" wide onClick={change}>
            {authenticator ? t.useRecoveryCode : t.useAuthenticator}
          </Button>
        )}
        <Button look="text" wide onClick={onOther}>
          {t.otherContact}
        </Button>
      </Stack>
    </form>
  )
}
