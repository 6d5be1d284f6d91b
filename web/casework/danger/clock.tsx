import { roleWords } from '#domains/accounts/words.ts'
import type { Answer } from '#web/api/index.ts'
import { Badge, useFormatter, useWords } from '#web/ui/index.ts'
import { dangerWords } from './words.ts'

export type Alarm = Answer<'danger.open'>['alarms'][number]

/** Its own clock, in minutes, until somebody answered; then who did. */
export function AlarmClock({ alarm }: { alarm: Alarm }) {
  const t = useWords(dangerWords)
  const roles = useWords(roleWords)
  const f = useFormatter()
  const { state, minutes, answeredAt, answeredRole, rings } = alarm
  if (state === 'over') return <span className="quiet">{t.over}</span>
  if (state === 'answered' && answeredAt !== null) {
    const role = answeredRole !== null && answeredRole in roles ? roles[answeredRole as keyof typeof roles] : ''
    return <span>{t.answeredBy({ role, when: f.time(answeredAt) })}</span>
  }
  return (
    <>
      <Badge tone="late" icon="alert">
        {minutes < 0 ? t.minutesLate({ minutes: -minutes }) : t.minutesLeft({ minutes })}
      </Badge>
      <span>{t.nobodyYet({ rings })}</span>
    </>
  )
}
