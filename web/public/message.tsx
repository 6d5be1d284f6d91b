import { useEffect, useState } from 'react'
import { useWrite, type Answer } from '#web/api/index.ts'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { Button, Card, Code, LinkButton, PageTitle, TextField, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import './home.css'
import { words } from './words.ts'

type Look = Answer<'desk.look-at-message'>
type Said = Answer<'desk.answer-message'>

/** The code that the link brought. */
const codeOfLink = (): string => location.hash.slice(1)

/** Behind a neutral message: somebody asked for this person, and they say themselves whether it may go on. */
export function Message() {
  const t = useWords(words)
  const [brought] = useState(codeOfLink)
  const [code, setCode] = useState(brought)
  const [seen, setSeen] = useState<Look>()
  const [said, setSaid] = useState<Said>()
  const { write, fields, problem, busy } = useWrite('desk.look-at-message')
  const look = async () => {
    const found = await write({ body: { code } })
    if (found !== undefined) setSeen(found)
  }
  useEffect(() => {
    if (brought === '') return
    // The history keeps none. Not while drawing: a page that is drawn twice would find its code gone.
    history.replaceState(history.state, '', location.pathname)
    void look()
    // Only the code of the link opens by itself; a typed one waits for its button.
  }, [brought])
  if (said !== undefined) return <Done said={said} />
  if (seen !== undefined) return <Question code={code} seen={seen} onSaid={setSaid} />
  return (
    <PublicPage>
      <PageTitle tab={t.messageTab}>{t.messageTitle}</PageTitle>
      <form
        className="flow"
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <TextField name="code" label={t.messageCode} hint={t.codeHint} error={fields['code']} dir="ltr" autoCapitalize="characters" spellCheck={false} value={code} onChange={setCode} />
        {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
        <Button type="submit" look="primary" big busy={busy}>
          {t.messageSee}
        </Button>
      </form>
    </PublicPage>
  )
}

/** Whoever holds the telephone may read this: it names an office and nothing of what was written. Yes and no weigh the same. */
function Question({ code, seen, onSaid }: { code: string; seen: Look; onSaid: (said: Said) => void }) {
  const t = useWords(words)
  const f = useFormatter()
  const { language } = useLanguage()
  const [secret, setSecret] = useState('')
  const { write, fields, problem, busy } = useWrite('desk.answer-message')
  const answer = async (given: 'yes' | 'no') => {
    const done = await write({ body: { code, answer: given, secret: given === 'no' || secret.trim() === '' ? null : secret } })
    if (done !== undefined) onSaid(done)
  }
  return (
    <PublicPage>
      <PageTitle tab={t.messageTab}>{t.messageAsk({ office: language === 'fa' ? seen.officeFa : seen.officeEn })}</PageTitle>
      <p>{t.messageWhy}</p>
      <TextField name="secret" label={t.secret} hint={t.secretHint} optional maxLength={60} error={fields['secret']} value={secret} onChange={setSecret} />
      <div className="public-twins">
        <Button icon="check" busy={busy} onClick={() => void answer('yes')}>
          {t.messageYes}
        </Button>
        <Button busy={busy} onClick={() => void answer('no')}>
          {t.messageNo}
        </Button>
      </div>
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
      <p className="quiet">{t.messageUntil({ date: f.date(seen.until, { style: 'day' }) })}</p>
    </PublicPage>
  )
}

function Done({ said }: { said: Said }) {
  const t = useWords(words)
  if (said.code === null)
    return (
      <PublicPage>
        <PageTitle tab={t.messageTab}>{t.messageNoTitle}</PageTitle>
        <p>{t.messageNoText}</p>
      </PublicPage>
    )
  return (
    <PublicPage>
      <PageTitle tab={t.messageTab}>{t.messageYesTitle}</PageTitle>
      <Card look="edged">
        <h2>{t.yourCode}</h2>
        <p className="public-code">
          <Code>{said.code}</Code>
        </p>
        <p className="quiet">{t.messageOwnCode}</p>
      </Card>
      <LinkButton to="/follow" look="primary" big>
        {t.toFollow}
      </LinkButton>
    </PublicPage>
  )
}
