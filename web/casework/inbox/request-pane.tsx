import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { OwnWords, PersonName, ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Choice, Code, Facts, More, Notice, Select, Skeleton, TextArea, TextField, toast, useFormatter, useKeys, useLanguage, useWords } from '#web/ui/index.ts'
import { mayDecideUnconfirmed, whyNotRaise } from '#domains/desk/lifecycle.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import { inboxWords } from '#web/casework/words.ts'
import { OwnWord } from './own-word.tsx'
import type { Row } from './use-inbox.ts'

type Detail = Answer<'desk.request'>
type Move = 'open-case' | 'answer' | 'pass-on' | 'duplicate' | 'withdrawn'

const MOVES: readonly Move[] = ['open-case', 'answer', 'pass-on', 'duplicate', 'withdrawn']

interface RequestPaneProps {
  readonly row: Row
  /** The page's heading has the name. */
  readonly isPage?: boolean
  readonly onDecided: () => void
}

/** One request: the words as spoken are the largest; five decisions on five keys. */
export function RequestPane({ row, isPage = false, onDecided }: RequestPaneProps) {
  const { data, problem, reload } = useRead('desk.request', { params: { request: row.id } })
  if (problem !== undefined) return <ProblemNotice problem={problem} retry={reload} />
  if (data === undefined || data.id !== row.id) return <Skeleton lines={6} />
  return (
    <>
      <Said request={data} isPage={isPage} />
      <Decide request={data} onDecided={onDecided} />
    </>
  )
}

function Said({ request, isPage }: { request: Detail; isPage: boolean }) {
  const t = useWords(inboxWords)
  const f = useFormatter()
  const kindName = useKindName()
  const { language } = useLanguage()
  const age = request.birthYear === null ? undefined : new Date().getFullYear() - request.birthYear
  const place = request.quarter ?? (language === 'fa' ? request.placeFa : request.placeEn)
  const about = f.beside([...(age === undefined ? [] : [t.age({ years: age })]), place])
  return (
    <>
      <p className="quiet">{f.dateTime(request.recordedAt)}</p>
      {isPage ? (
        <p className="quiet">{about}</p>
      ) : (
        <h2>
          <PersonName>{`${request.givenName} ${request.familyName}`}</PersonName> <small className="quiet">{about}</small>
        </h2>
      )}
      <p className="inbox-spoken">{request.words === '' ? t.said : <OwnWords>{request.words}</OwnWords>}</p>
      {request.kinds.length > 0 && <p className="quiet">{f.list(request.kinds.map(kindName))}</p>}
      <Facts
        rows={[
          { term: t.due, value: f.dateTime(request.dueAt), late: request.clock === 'late' },
          {
            term: t.safe,
            value: f.beside([
              request.safeFrom !== null && request.safeTo !== null ? t.between({ from: f.digits(request.safeFrom), to: f.digits(request.safeTo) }) : t.anyTime,
              ...(request.onlyThemselves ? [t.onlyThem] : []),
            ]),
          },
          ...(request.callName === null ? [] : [{ term: t.callName, value: request.callName }]),
          ...(request.phone === null ? [] : [{ term: t.phone, value: <Code>{request.phone}</Code> }]),
        ]}
      />
      <Raise request={request} />
      {request.onBehalf && <OwnWord request={request} />}
      {request.unwanted > 0 && <Notice icon="shield">{t.unwanted}</Notice>}
      {request.duplicateOf !== null && (
        <Notice icon="link">{t.duplicate({ date: f.date(request.duplicateOf.recordedAt, { style: 'day-month' }) })}</Notice>
      )}
    </>
  )
}

/** What came as ordinary and is not: it is opened first, so that nobody rings the duty list by a slip. */
function Raise({ request }: { request: Detail }) {
  const t = useWords(inboxWords)
  const { write, problem, busy } = useWrite('desk.raise', ['desk.', 'danger.'])
  if (whyNotRaise('received', request.urgency) !== undefined) return null
  const raise = async () => {
    if ((await write({ params: { request: request.id }, body: { revision: request.revision } })) !== undefined) toast(t.raised)
  }
  return (
    <More label={t.isDanger} icon="alert">
      <div className="flow flow--close">
        <p>{t.raiseText}</p>
        <ProblemNotice problem={problem} />
        <Button busy={busy} icon="alert" onClick={() => void raise()}>
          {t.raise}
        </Button>
      </div>
    </More>
  )
}

function Decide({ request, onDecided }: { request: Detail; onDecided: () => void }) {
  const t = useWords(inboxWords)
  const desk = useWords(deskWords)
  const f = useFormatter()
  const { data } = useRead('desk.workers', {})
  const triage = useWrite('desk.triage', ['desk.'])
  const untriage = useWrite('desk.untriage', ['desk.'])
  const [move, setMove] = useState<Move>(request.unconfirmed ? 'withdrawn' : 'open-case')
  const [worker, setWorker] = useState('')
  const [text, setText] = useState('')
  const [to, setTo] = useState('')
  useKeys(Object.fromEntries(MOVES.map((one, at) => [`Digit${at + 1}`, () => setMove(one)])))
  const chosenWorker = worker === '' ? (data?.workers[0]?.account ?? '') : worker
  const decision = (): Parameters<typeof triage.write>[0]['body']['decision'] => {
    switch (move) {
      case 'open-case':
        return { decision: move, worker: chosenWorker }
      case 'answer':
        return { decision: move, answer: text }
      case 'pass-on':
        return { decision: move, to, answer: text }
      case 'duplicate':
        return { decision: move, of: request.duplicateOf?.id ?? '' }
      case 'withdrawn':
        return { decision: move }
    }
  }
  const blocked =
    request.unconfirmed && !mayDecideUnconfirmed(move)
      ? t.ownWordFirst
      : (move === 'answer' && text.trim().length < 2) || (move === 'pass-on' && to.trim().length < 2)
      ? t.fillFirst
      : move === 'duplicate' && request.duplicateOf === null
        ? t.noDuplicate
        : undefined
  const save = async () => {
    const answer = await triage.write({ params: { request: request.id }, body: { revision: request.revision, decision: decision() } })
    if (answer === undefined) return
    const undo = async () => {
      const done = await untriage.write({ params: { request: request.id }, body: { revision: answer.revision } })
      if (done !== undefined) toast(t.undone)
    }
    toast(t.done({ name: request.familyName }), move === 'open-case' || request.unconfirmed ? undefined : () => void undo())
    onDecided()
  }
  return (
    <form
      className="flow"
      onSubmit={(event) => {
        event.preventDefault()
        if (blocked === undefined) void save()
      }}
    >
      <Choice<Move>
        name="decision"
        label={t.what}
        look="plain"
        value={move}
        onChange={setMove}
        options={MOVES.map((one, at) => ({ value: one, label: desk[`decision-${one}`], keyCap: f.digits(String(at + 1)) }))}
      />
      {move === 'open-case' && data !== undefined && (
        <Select
          name="decision.worker"
          label={t.worker}
          value={chosenWorker}
          onChange={setWorker}
          options={data.workers.map(({ account, name, cases }) => ({ value: account, label: t.workerNote({ name, cases }) }))}
        />
      )}
      {move === 'pass-on' && <TextField name="decision.to" label={t.passTo} value={to} onChange={setTo} error={triage.fields['decision.to']} />}
      {(move === 'answer' || move === 'pass-on') && (
        <TextArea name="decision.answer" label={t.answer} optional={move === 'pass-on'} value={text} onChange={setText} error={triage.fields['decision.answer']} />
      )}
      <ProblemNotice problem={triage.problem ?? untriage.problem} />
      <Button type="submit" look="primary" wide busy={triage.busy} disabledReason={blocked}>
        {t.do}
      </Button>
    </form>
  )
}
