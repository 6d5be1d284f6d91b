import './danger.css'
import { Link } from '@tanstack/react-router'
import { useRead } from '#web/api/query.tsx'
import { useOverdue } from '#web/parts/staff.ts'
import { Icon, useLanguage, useWords } from '#web/ui/index.ts'
import { AlarmClock } from './clock.tsx'
import { dangerWords } from './words.ts'

/** Above the inbox and apart from it: danger, to those who ask or to a volunteer, does not stand in the line of working days. */
export function DangerBand() {
  const t = useWords(dangerWords)
  const { language } = useLanguage()
  const { data } = useRead('danger.open', {}, { everySeconds: 15 })
  const { title: overdue } = useOverdue()
  const alarms = data?.alarms ?? []
  if (alarms.length === 0 && overdue === undefined) return null
  return (
    <ul className="danger-band" aria-label={t.tab}>
      {overdue !== undefined && (
        <li>
          <Icon name="alert" />
          <b>{overdue}</b>
          <Link to="/staff/danger">{t.open}</Link>
        </li>
      )}
      {alarms.map((alarm) => (
        <li key={alarm.request}>
          <AlarmClock alarm={alarm} />
          <span>{language === 'fa' ? alarm.placeFa : alarm.placeEn}</span>
          <Link to="/staff/danger">{t.open}</Link>
        </li>
      ))}
    </ul>
  )
}
