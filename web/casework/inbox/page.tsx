import './inbox.css'
import { ClockFace, ProblemNotice } from '#web/parts/index.ts'
import { NavSearch, StaffPage } from '#web/parts/staff.ts'
import { Empty, Filters, PageTitle, Skeleton, undoLast, useFormatter, useKeys, useWords } from '#web/ui/index.ts'
import { DangerBand } from '#web/casework/danger/band.tsx'
import { inboxWords } from '#web/casework/words.ts'
import { RequestPage } from './request-page.tsx'
import { RequestPane } from './request-pane.tsx'
import { Rows } from './rows.tsx'
import { useInbox, type Inbox, type Show } from './use-inbox.ts'

/** What waits for triage, the late ones first; thirty requests before noon without typing anything twice. */
export function InboxPage() {
  const t = useWords(inboxWords)
  const f = useFormatter()
  const { inbox, problem, reload, shown, show, setShow, text, setText, isStacked, chosen, opened, choose, step, goOn } = useInbox()
  useKeys({ KeyJ: () => step(1), KeyK: () => step(-1), KeyZ: undoLast })
  const keyNext = { caps: ['J', 'K'], does: t.keyNext }
  const keyDecide = { caps: [f.digits('1'), f.digits('5')], does: t.keyDecide }
  const keyUndo = { caps: ['Z'], does: t.keyUndo }
  const keyFilter = { caps: ['/'], does: t.keyFilter }
  if (opened !== undefined)
    return <RequestPage key={opened} opened={opened} inbox={inbox} problem={problem} reload={reload} onDecided={goOn} keys={[keyNext, keyDecide, keyUndo]} />
  return (
    <StaffPage
      layout="inbox"
      end={!isStacked && chosen !== undefined && <RequestPane key={chosen.id} row={chosen} onDecided={goOn} />}
      keys={isStacked ? [keyNext, keyUndo, keyFilter] : [keyNext, keyDecide, keyUndo, keyFilter]}
    >
      <PageTitle tab={t.tab}>{inbox === undefined ? t.tab : headline(t, inbox)}</PageTitle>
      <DangerBand />
      <ProblemNotice problem={problem} retry={reload} />
      {inbox === undefined && problem === undefined && <Skeleton lines={8} />}
      {inbox !== undefined && (
        <>
          <div className="inbox-tools">
            <Chips inbox={inbox} show={show} onShow={setShow} />
            <NavSearch label={t.filter} value={text} onChange={setText} />
          </div>
          {shown.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
          <Rows rows={shown} chosen={chosen?.id} onChoose={choose} />
        </>
      )}
    </StaffPage>
  )
}

type Speaker = ReturnType<typeof useWords<typeof inboxWords>>

const headline = (t: Speaker, { danger, late, today, rows }: Inbox): string => {
  if (danger > 0) return t.dangerTitle({ count: danger })
  if (late > 0) return t.late({ count: late })
  if (today > 0) return t.todayTitle({ count: today })
  return rows.length > 0 ? t.calm : t.none
}

function Chips({ inbox, show, onShow }: { inbox: Inbox; show: Show; onShow: (show: Show) => void }) {
  const t = useWords(inboxWords)
  const f = useFormatter()
  const counts = [
    ...(inbox.danger > 0 ? [{ value: 'danger' as const, label: t.groupDanger, count: f.number(inbox.danger) }] : []),
    { value: 'late' as const, label: t.groupLate, count: f.number(inbox.late), icon: <ClockFace state="late" /> },
    { value: 'today' as const, label: t.groupToday, count: f.number(inbox.today), icon: <ClockFace state="today" /> },
    { value: 'on-track' as const, label: t.groupOnTrack, count: f.number(inbox.onTrack), icon: <ClockFace state="on-track" /> },
  ]
  return <Filters<Show> label={t.list} value={show} onChange={onShow} options={[{ value: 'all', label: t.all, count: f.number(inbox.rows.length) }, ...counts]} />
}
