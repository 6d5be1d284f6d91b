import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { OwnWords, PersonName, ProblemNotice } from '#web/parts/index.ts'
import { Button, Card, Facts, Icon, Notice, Skeleton, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { AlarmClock, type Alarm } from './clock.tsx'
import { HandOverForm, HandOvers, type Receiver } from './hand-overs.tsx'
import { dangerWords } from './words.ts'

interface AlarmCardProps {
  readonly alarm: Alarm
  readonly receivers: readonly Receiver[]
  /** The one that waits longest has the page's primary action. */
  readonly first: boolean
}

export function AlarmCard({ alarm, receivers, first }: AlarmCardProps) {
  const t = useWords(dangerWords)
  const { language } = useLanguage()
  const answer = useWrite('danger.answer', ['danger.', 'desk.'])
  return (
    <Card as="article" look={alarm.state === 'ringing' ? 'edged' : 'plain'}>
      <div className="danger-head">
        <AlarmClock alarm={alarm} />
        <span className="quiet">{language === 'fa' ? alarm.officeFa : alarm.officeEn}</span>
      </div>
      {alarm.state !== 'over' && <Said request={alarm.request} />}
      {alarm.state === 'ringing' && (
        <Button look={first ? 'primary' : 'edged'} big busy={answer.busy} onClick={() => void answer.write({ params: { request: alarm.request }, body: {} })}>
          {t.iAmOnIt}
        </Button>
      )}
      <ProblemNotice problem={answer.problem} />
      <HandOvers alarm={alarm} receivers={receivers} />
      {alarm.state !== 'over' && <HandOverForm alarm={alarm} receivers={receivers} />}
    </Card>
  )
}

type Detail = Answer<'danger.get'>

function Said({ request }: { request: Alarm['request'] }) {
  const t = useWords(dangerWords)
  const { language } = useLanguage()
  const { data, problem, reload } = useRead('danger.get', { params: { request } })
  if (problem !== undefined) return <ProblemNotice problem={problem} retry={reload} />
  if (data === undefined) return <Skeleton />
  return (
    <>
      <h2>
        <PersonName>{`${data.givenName} ${data.familyName}`}</PersonName>{' '}
        <small className="quiet">{data.quarter ?? (language === 'fa' ? data.placeFa : data.placeEn)}</small>
      </h2>
      <p className="danger-spoken">{data.words === '' ? t.said : <OwnWords>{data.words}</OwnWords>}</p>
      <Reach detail={data} />
      {data.onBehalf && <Notice icon="people">{t.onBehalf}</Notice>}
    </>
  )
}

/** How they can be called without making it worse. */
function Reach({ detail }: { detail: Detail }) {
  const t = useWords(dangerWords)
  const f = useFormatter()
  const { phone, safeFrom, safeTo, callName, onlyThemselves } = detail
  const safe = [
    ...(safeFrom !== null && safeTo !== null ? [t.between({ from: f.digits(safeFrom), to: f.digits(safeTo) })] : []),
    ...(onlyThemselves ? [t.onlyThem] : []),
  ]
  return (
    <>
      <Facts rows={[...(safe.length === 0 ? [] : [{ term: t.safe, value: f.list(safe) }]), ...(callName === null ? [] : [{ term: t.callName, value: callName }])]} />
      {phone !== null && (
        <a className="button button--edged" href={`tel:${phone}`}>
          <Icon name="phone" />
          {t.called} <bdi dir="ltr">{f.digits(phone)}</bdi>
        </a>
      )}
    </>
  )
}
