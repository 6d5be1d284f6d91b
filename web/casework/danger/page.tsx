import './danger.css'
import { useRead } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffOverdue, StaffPage, useOverdue } from '#web/parts/staff.ts'
import { useMe } from '#web/staff/me.tsx'
import { Empty, PageTitle, Skeleton, useWords } from '#web/ui/index.ts'
import { AlarmCard } from './alarm-card.tsx'
import { dangerWords } from './words.ts'

/** Everybody who is in danger now, on a clock of minutes; asked again by itself. */
export function DangerPage() {
  const t = useWords(dangerWords)
  const { data, problem, reload } = useRead('danger.open', {}, { everySeconds: 15 })
  const { me } = useMe()
  const { watch, title: overdue } = useOverdue(me !== undefined && me.role !== 'safeguarding-lead')
  const ringing = data?.alarms.filter(({ state }) => state === 'ringing').length ?? 0
  const alarms = data?.alarms.length ?? 0
  const calm = alarms > 0 ? t.answeredTitle({ count: alarms }) : t.none
  const title = ringing > 0 ? t.ringing({ count: ringing }) : (overdue ?? (data === undefined ? t.tab : calm))
  return (
    <StaffPage>
      <PageTitle tab={t.tab}>{title}</PageTitle>
      <ProblemNotice problem={problem} retry={reload} />
      {watch && ringing > 0 && <h2>{overdue}</h2>}
      {watch && <StaffOverdue watch={watch} />}
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data !== undefined && alarms === 0 && watch === undefined && <Empty title={t.none}>{t.noneText}</Empty>}
      <ul className="danger-list">
        {data?.alarms.map((alarm, at) => (
          <li key={alarm.request}>
            <AlarmCard alarm={alarm} receivers={data.receivers} first={at === 0} />
          </li>
        ))}
      </ul>
    </StaffPage>
  )
}
