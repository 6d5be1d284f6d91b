import { useState } from 'react'
import { useRead, useWrite, type Answer } from '#web/api/index.ts'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { Button, Dialog, LinkButton, More, PageTitle, Skeleton, Step, Thread, go, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { words as consentWords } from '#domains/consents/words.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import './home.css'
import { Approval, ApprovalOfTwo } from './approval.tsx'
import { words } from './words.ts'

type MyFile = Answer<'desk.my-file'>

/** The person's own file, open for half an hour: what waits for them stands first. */
export function File() {
  const t = useWords(words)
  const desk = useWords(deskWords)
  const { data, problem, reload } = useRead('desk.my-file', {})
  if (problem !== undefined)
    return (
      <PublicPage>
        <PageTitle tab={t.fileTab}>{t.closed}</PageTitle>
        {problem.code !== 'sign-in.required' && problem.code !== 'record.not-found' && <ProblemNotice problem={problem} retry={reload} />}
        <LinkButton to="/follow" look="primary" big>
          {t.toFollow}
        </LinkButton>
      </PublicPage>
    )
  if (data === undefined)
    return (
      <PublicPage>
        <Skeleton lines={6} />
      </PublicPage>
    )
  return (
    <PublicPage>
      <PageTitle tab={t.fileTab}>{desk[`sentence-${data.step}`]}</PageTitle>
      {data.approval !== null && data.companion === null && <Approval visit={data.approval} onDone={reload} />}
      {data.approval !== null && data.companion !== null && <ApprovalOfTwo visits={[data.approval, data.companion]} onDone={reload} />}
      <Progress file={data} />
      <Saw file={data} />
      <Consents file={data} onDone={reload} />
      <Ways file={data} onDone={reload} />
    </PublicPage>
  )
}

function Progress({ file }: { file: MyFile }) {
  const t = useWords(words)
  const desk = useWords(deskWords)
  const f = useFormatter()
  const { language } = useLanguage()
  return (
    <section>
      <h2>{t.thread}</h2>
      <Thread>
        {file.thread.map(({ step, state, at }) => (
          <Step key={step} state={state} title={desk[`step-${step}`]} when={at === null ? undefined : f.date(at, { style: 'day-month' })}>
            {state === 'now' && (
              <p>
                {t.responsible}: <b>{language === 'fa' ? file.officeFa : file.officeEn}</b>
                {file.dueAt !== null && ` · ${t.until} ${f.dateTime(file.dueAt)}`}
              </p>
            )}
          </Step>
        ))}
      </Thread>
    </section>
  )
}

function Saw({ file }: { file: MyFile }) {
  const t = useWords(words)
  const c = useWords(consentWords)
  const f = useFormatter()
  const nameOf = (field: string) => {
    const key = `field-${field}`
    return key in c ? (c[key as keyof typeof c] as string) : field
  }
  return (
    <section>
      <h2>{t.saw}</h2>
      {file.offerSeenBy > 0 && <p>{t.offerSeen({ count: file.offerSeenBy })}</p>}
      {file.seen.length === 0 && file.offerSeenBy === 0 && <p className="quiet">{t.sawNobody}</p>}
      <ul className="public-list">
        {file.seen.map((row, at) => (
          <li key={at}>
            <p className="public-list-line">
              <span>
                <b>{row.who === 'volunteer' ? t.sawVolunteer : t.sawUnit}:</b> {f.list(row.fields.map(nameOf))}
              </span>
              <span className="quiet">{t.sawReads({ count: row.reads })}</span>
            </p>
            <p className="quiet">
              {f.dateTime(row.from)} {t.to} {f.dateTime(row.until)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Consents({ file, onDone }: { file: MyFile; onDone: () => void }) {
  const t = useWords(words)
  const c = useWords(consentWords)
  const f = useFormatter()
  const { write, problem, busy } = useWrite('consents.withdraw')
  if (file.consents.length === 0) return null
  const withdraw = async (consent: MyFile['consents'][number]) => {
    if ((await write({ params: { consent: consent.id }, body: { revision: consent.revision } })) === undefined) return
    toast(t.consentWithdrawn)
    onDone()
  }
  return (
    <section>
      <h2>{t.consents}</h2>
      <ul className="public-list">
        {file.consents.map((consent) => (
          <li key={consent.id} className="public-list-line">
            <span>
              <b>{c[consent.state]}</b>{' '}
              <span className="quiet">{t.consentUntil({ date: f.date(consent.until, { style: 'day-month' }) })}</span>
            </span>
            {consent.state === 'refused' && <span className="quiet">{t.refusedRoute}</span>}
            {consent.state === 'given' && (
              <Button look="warn" busy={busy} onClick={() => void withdraw(consent)}>
                {t.withdrawConsent}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={problem} />
    </section>
  )
}

function Ways({ file, onDone }: { file: MyFile; onDone: () => void }) {
  const t = useWords(words)
  const [asking, setAsking] = useState(false)
  const stop = useWrite('desk.withdraw')
  const out = useWrite('accounts.signOut')
  const ended = file.step === 'withdrawn' || file.step === 'closed' || file.step === 'met'
  const doStop = async () => {
    if ((await stop.write({ body: { revision: file.requestRevision } })) === undefined) return
    setAsking(false)
    toast(t.stopped)
    onDone()
  }
  const close = async () => {
    await out.write({})
    go('/', { replace: true })
  }
  return (
    <>
      <More label={t.complain} icon="flag">
        <p>{t.complainText}</p>
      </More>
      <div className="public-twins">
        {!ended && (
          <Button look="warn" icon="stop" onClick={() => setAsking(true)}>
            {t.stop}
          </Button>
        )}
        <Button icon="lock" busy={out.busy} onClick={() => void close()}>
          {t.close}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t.stopTitle}
        footer={
          <>
            <Button look="warn" busy={stop.busy} onClick={() => void doStop()}>
              {t.stopYes}
            </Button>
            <Button onClick={() => setAsking(false)}>{t.keep}</Button>
          </>
        }
      >
        <p>{t.stopText}</p>
        <ProblemNotice problem={stop.problem} />
      </Dialog>
    </>
  )
}
