import './inbox.css'
import { useMemo, useRef, useState } from 'react'
import { useRead } from '#web/api/query.tsx'
import { ClockBadge, ClockFace, OwnWords, PersonName, ProblemNotice } from '#web/parts/index.ts'
import { NavSearch, StaffPage } from '#web/parts/staff.ts'
import { Badge, Empty, Filters, PageTitle, Skeleton, undoLast, useFormatter, useKeys, useLanguage, useWords } from '#web/ui/index.ts'
import type { Answer } from '#web/api/index.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import { DangerBand } from './danger/band.tsx'
import { RequestPane } from './request-pane.tsx'
import { inboxWords } from './words.ts'

type Inbox = Answer<'desk.inbox'>
type Row = Inbox['rows'][number]
type Group = 'danger' | 'late' | 'today' | 'on-track'

const GROUPS: readonly Group[] = ['danger', 'late', 'today', 'on-track']
const groupOf = (row: Row): Group => (row.urgency === 'danger' ? 'danger' : row.clock)

/** What waits for triage, the late ones first; thirty requests before noon without typing anything twice. */
export function InboxPage() {
  const t = useWords(inboxWords)
  const f = useFormatter()
  const { data, problem, reload } = useRead('desk.inbox', {}, { everySeconds: 30 })
  const [show, setShow] = useState<'all' | Group>('all')
  const [text, setText] = useState('')
  const [chosenId, setChosenId] = useState<string>()
  const list = useRef<HTMLUListElement>(null)
  const shown = useMemo(() => visible(data, show, text), [data, show, text])
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0]
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === chosen?.id)
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
    setChosenId(next?.id)
    list.current?.querySelector(`[data-request="${next?.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({ KeyJ: () => step(1), KeyK: () => step(-1), KeyZ: undoLast })
  const after = () => {
    const at = shown.findIndex(({ id }) => id === chosen?.id)
    setChosenId(shown[at + 1]?.id ?? shown[at - 1]?.id)
  }
  return (
    <StaffPage
      layout="inbox"
      end={chosen === undefined ? undefined : <RequestPane key={chosen.id} row={chosen} onDecided={after} />}
      keys={[
        { caps: ['J', 'K'], does: t.keyNext },
        { caps: [f.digits('1'), f.digits('5')], does: t.keyDecide },
        { caps: ['Z'], does: t.keyUndo },
        { caps: ['/'], does: t.keyFilter },
      ]}
    >
      <PageTitle tab={t.tab}>{data === undefined ? t.tab : headline(t, data)}</PageTitle>
      <DangerBand />
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={8} />}
      {data !== undefined && (
        <>
          <div className="inbox-tools">
            <Chips data={data} show={show} onShow={setShow} />
            <NavSearch label={t.filter} value={text} onChange={setText} />
          </div>
          {shown.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
          <ul ref={list} className="inbox-list" aria-label={t.list}>
            {GROUPS.map((group) => (
              <GroupRows key={group} group={group} rows={shown.filter((row) => groupOf(row) === group)} chosen={chosen?.id} onChoose={setChosenId} />
            ))}
          </ul>
        </>
      )}
    </StaffPage>
  )
}

const visible = (data: Inbox | undefined, show: 'all' | Group, text: string): Row[] => {
  const wanted = text.trim().toLowerCase()
  return (data?.rows ?? []).filter(
    (row) =>
      (show === 'all' || groupOf(row) === show) &&
      (wanted === '' || `${row.givenName} ${row.familyName} ${row.placeFa} ${row.placeEn} ${row.quarter ?? ''} ${row.words}`.toLowerCase().includes(wanted)),
  )
}

type Speaker = ReturnType<typeof useWords<typeof inboxWords>>

const headline = (t: Speaker, { danger, late, today, rows }: Inbox): string => {
  if (danger > 0) return t.dangerTitle({ count: danger })
  if (late > 0) return t.late({ count: late })
  if (today > 0) return t.todayTitle({ count: today })
  return rows.length > 0 ? t.calm : t.none
}

function Chips({ data, show, onShow }: { data: Inbox; show: 'all' | Group; onShow: (show: 'all' | Group) => void }) {
  const t = useWords(inboxWords)
  const f = useFormatter()
  const counts = [
    ...(data.danger > 0 ? [{ value: 'danger' as const, label: t.groupDanger, count: f.number(data.danger) }] : []),
    { value: 'late' as const, label: t.groupLate, count: f.number(data.late), icon: <ClockFace state="late" /> },
    { value: 'today' as const, label: t.groupToday, count: f.number(data.today), icon: <ClockFace state="today" /> },
    { value: 'on-track' as const, label: t.groupOnTrack, count: f.number(data.onTrack), icon: <ClockFace state="on-track" /> },
  ]
  return <Filters<'all' | Group> label={t.list} value={show} onChange={onShow} options={[{ value: 'all', label: t.all, count: f.number(data.rows.length) }, ...counts]} />
}

interface GroupProps {
  readonly group: Group
  readonly rows: readonly Row[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function GroupRows({ group, rows, chosen, onChoose }: GroupProps) {
  const t = useWords(inboxWords)
  const desk = useWords(deskWords)
  const { language } = useLanguage()
  if (rows.length === 0) return null
  const title = { danger: t.groupDanger, late: t.groupLate, today: t.groupToday, 'on-track': t.groupOnTrack }[group]
  return (
    <li>
      <h2 className="inbox-group">{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} data-request={row.id}>
            <button type="button" className={`inbox-row${row.id === chosen ? ' inbox-row--on' : ''}`} aria-pressed={row.id === chosen} onClick={() => onChoose(row.id)}>
              <span className="inbox-clock">
                {group === 'danger' ? <Badge tone="late" icon="alert">{t.groupDanger}</Badge> : <ClockBadge state={row.clock} days={row.days} due={row.dueAt} />}
              </span>
              <span className="inbox-words">
                <b>
                  <PersonName>{`${row.givenName} ${row.familyName}`}</PersonName>
                </b>
                {row.unconfirmed && <span className="quiet">{t.unconfirmed}</span>}
                <span className="inbox-said">{row.words === '' ? t.said : <OwnWords>{row.words}</OwnWords>}</span>
              </span>
              <span className="inbox-place">
                {row.quarter ?? (language === 'fa' ? row.placeFa : row.placeEn)}
                <span className="quiet">{channelOf(desk, row.channel)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </li>
  )
}

const channelOf = (desk: ReturnType<typeof useWords<typeof deskWords>>, channel: string): string => {
  const key = `channel-${channel}`
  return key in desk ? (desk[key as keyof typeof desk] as string) : channel
}
