import { useState } from 'react'
import { useWrite, type Answer } from '#web/api/index.ts'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { Button, Card, Choice, Code, Facts, Icon, Notice, PageTitle, TextField, go, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import './home.css'
import { words } from './words.ts'

type Status = Answer<'desk.follow'>

/** Following by code: state, office, deadline. The code stays in memory, never in the address. */
export function Follow() {
  const t = useWords(words)
  const [code, setCode] = useState('')
  const [status, setStatus] = useState<Status>()
  const { write, fields, problem, busy } = useWrite('desk.follow')
  const look = async (typed: string) => {
    const found = await write({ body: { code: typed } })
    if (found !== undefined) setStatus(found)
  }
  if (status !== undefined) return <Standing status={status} again={() => void look(status.code)} />
  return (
    <PublicPage>
      <PageTitle tab={t.followTab}>{t.followTitle}</PageTitle>
      <form
        className="flow"
        onSubmit={(event) => {
          event.preventDefault()
          void look(code)
        }}
      >
        <TextField name="code" label={t.code} hint={t.codeHint} error={fields['code']} dir="ltr" autoCapitalize="characters" spellCheck={false} value={code} onChange={setCode} />
        {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
        <Button type="submit" look="primary" big busy={busy}>
          {t.look}
        </Button>
      </form>
    </PublicPage>
  )
}

function Standing({ status, again }: { status: Status; again: () => void }) {
  const t = useWords(words)
  const desk = useWords(deskWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const office = language === 'fa' ? status.officeFa : status.officeEn
  return (
    <PublicPage>
      <p className="quiet">
        <Code>{status.code}</Code>
      </p>
      <PageTitle tab={t.followTab}>{desk[`sentence-${status.step}`]}</PageTitle>
      <Card look="edged">
        <Facts
          rows={[
            { term: t.responsible, value: office },
            ...(status.dueAt === null ? [] : [{ term: t.until, value: f.dateTime(status.dueAt) }]),
          ]}
        />
        {status.dueAt !== null && <p className="quiet">{t.untilNote}</p>}
        {status.officePhone !== null && (
          <a className="button button--edged" href={`tel:${status.officePhone}`}>
            <Icon name="phone" />
            {t.call}
          </a>
        )}
      </Card>
      {status.confirmable && <Confirm code={status.code} onDone={again} />}
      <OpenFile code={status.code} hasSecret={status.hasSecret} />
    </PublicPage>
  )
}

type Verdict = 'met' | 'partly' | 'not'

/** By the code that was sent to the person alone. */
function Confirm({ code, onDone }: { code: string; onDone: () => void }) {
  const t = useWords(words)
  const [confirmation, setConfirmation] = useState('')
  const [verdict, setVerdict] = useState<Verdict>()
  const [said, setSaid] = useState<string>()
  const { write, problem, busy } = useWrite('desk.confirm-visit')
  const send = async () => {
    if (verdict === undefined) return
    const latin = confirmation.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)).trim()
    const answer = await write({ body: { code, confirmation: latin, verdict } })
    if (answer === undefined) return
    if (answer.confirmed) return onDone()
    setSaid(answer.refusal === 'locked' ? t.locked : t.wrongCode)
  }
  return (
    <Card look="edged">
      <h2>{t.confirmTitle}</h2>
      <p className="quiet">{t.confirmNote}</p>
      <Choice<Verdict>
        name="verdict"
        label={t.confirmTitle}
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: 'met', label: t.met },
          { value: 'partly', label: t.partly },
          { value: 'not', label: t.not },
        ]}
      />
      <TextField name="confirmation" label={t.confirmCode} error={said} dir="ltr" inputMode="numeric" maxLength={6} value={confirmation} onChange={setConfirmation} />
      <ProblemNotice problem={problem} />
      <Button
        look="primary"
        big
        busy={busy}
        disabledReason={verdict === undefined ? t.confirmTitle : confirmation.trim() === '' ? t.confirmCode : undefined}
        onClick={() => void send()}
      >
        {t.confirm}
      </Button>
    </Card>
  )
}

function OpenFile({ code, hasSecret }: { code: string; hasSecret: boolean }) {
  const t = useWords(words)
  const [secret, setSecret] = useState('')
  const { write, problem, busy } = useWrite('desk.open-file')
  if (!hasSecret) return <Notice icon="lock">{t.noSecret}</Notice>
  const open = async () => {
    const answer = await write({ body: { code, secret } })
    if (answer !== undefined) go('/file', { replace: true })
  }
  return (
    <Card>
      <h2>{t.openTitle}</h2>
      <form
        className="flow"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <TextField name="secret" type="password" label={t.secret} hint={t.openNote} value={secret} onChange={setSecret} />
        <ProblemNotice problem={problem} />
        <Button type="submit" icon="lock" wide busy={busy}>
          {t.open}
        </Button>
      </form>
    </Card>
  )
}
