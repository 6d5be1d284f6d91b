import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Badge, Button, Card, Empty, Facts, Icon, PageTitle, Row, Skeleton, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { callBackWords } from './words.ts'

type CallBack = Answer<'visits.call-backs'>['callBacks'][number]
type Opened = Answer<'visits.call-back'>

/** Visits to ask about, the most due first; whom to call is opened one at a time. */
export function CallBacks() {
  const t = useWords(callBackWords)
  const { data, problem, reload } = useRead('visits.call-backs', {})
  const [open, setOpen] = useState<string>()
  const count = data?.callBacks.length ?? 0
  return (
    <>
      <PageTitle tab={t.tab}>{data === undefined ? t.tab : count === 0 ? t.titleNone : t.title({ count })}</PageTitle>
      <p className="quiet">{t.why}</p>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data !== undefined && count === 0 && <Empty title={t.titleNone}>{t.emptyText}</Empty>}
      <ul className="case-list">
        {data?.callBacks.map((callBack, at) => (
          <li key={callBack.id}>
            <One callBack={callBack} first={at === 0} open={open === callBack.id} onOpen={() => setOpen(callBack.id)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function One({ callBack, first, open, onOpen }: { callBack: CallBack; first: boolean; open: boolean; onOpen: () => void }) {
  const t = useWords(callBackWords)
  const f = useFormatter()
  const kindName = useKindName()
  return (
    <Card as="article">
      <h2>{kindName(callBack.kind)}</h2>
      <p>
        {f.date(callBack.from, { style: 'day' })}، {f.timeRange(callBack.from, callBack.to)}
      </p>
      <Row>
        <Badge>{t[`reason-${callBack.reason}`]}</Badge>
        <span className="quiet">{t.due({ when: f.date(callBack.dueAt, { style: 'day' }) })}</span>
        {callBack.tries > 0 && <span className="quiet">{t.tries({ count: callBack.tries })}</span>}
      </Row>
      {open ? (
        <Asking callBack={callBack} />
      ) : (
        <Button look={first ? 'primary' : 'edged'} icon="phone" onClick={onOpen}>
          {t.open}
        </Button>
      )}
    </Card>
  )
}

const RESULTS = ['confirmed', 'not-confirmed', 'not-reached'] as const

function Asking({ callBack }: { callBack: CallBack }) {
  const t = useWords(callBackWords)
  const { data, problem, reload } = useRead('visits.call-back', { params: { callBack: callBack.id } })
  const record = useWrite('visits.record-call-back', ['visits.', 'casework.'])
  if (problem !== undefined) return <ProblemNotice problem={problem} retry={reload} />
  if (data === undefined) return <Skeleton />
  const say = async (result: (typeof RESULTS)[number]) => {
    const done = await record.write({ params: { callBack: callBack.id }, body: { revision: data.revision, result } })
    if (done !== undefined) toast(t.saved)
  }
  return (
    <div className="flow">
      <Reach opened={data} />
      <p>{t.ask}</p>
      <h3>{t.said}</h3>
      <Row>
        {RESULTS.map((result) => (
          <Button key={result} busy={record.busy} onClick={() => void say(result)}>
            {t[`result-${result}`]}
          </Button>
        ))}
      </Row>
      <p className="quiet">{t.notConfirmedNote}</p>
      <ProblemNotice problem={record.problem} />
    </div>
  )
}

/** How they can be called without making anything worse. */
function Reach({ opened: { name, phone, safeFrom, safeTo, callName, onlyThemselves } }: { opened: Opened }) {
  const t = useWords(callBackWords)
  const f = useFormatter()
  const safe = [
    ...(safeFrom !== null && safeTo !== null ? [t.between({ from: f.digits(safeFrom), to: f.digits(safeTo) })] : []),
    ...(onlyThemselves ? [t.onlyThem] : []),
  ]
  return (
    <>
      <p>
        <b>
          <PersonName>{name}</PersonName>
        </b>
      </p>
      <Facts
        rows={[
          ...(safe.length === 0 ? [] : [{ term: t.safe, value: f.list(safe) }]),
          ...(callName === null ? [] : [{ term: t.callName, value: callName }]),
        ]}
      />
      {phone === null ? (
        <p>{t.noPhone}</p>
      ) : (
        <a className="button button--edged" href={`tel:${phone}`}>
          <Icon name="phone" />
          {t.call} <bdi dir="ltr">{f.digits(phone)}</bdi>
        </a>
      )}
    </>
  )
}
