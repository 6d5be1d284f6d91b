import './centre.css'
import { useState } from 'react'
import { periodOf, requirePlainDate, type PeriodCalendar, type PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import type { Centre } from './centre.ts'
import { useRead } from '#web/api/query.tsx'
import { centreWords } from '#web/observatory/words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Notice, PageTitle, Skeleton, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { Days } from './days.tsx'
import { Kinds } from './kinds.tsx'
import { MonthPicker } from './month-picker.tsx'
import { Others } from './others.tsx'

/** What the centre's own work came to in a month: one figure, like compared with like, and where it comes from. */
export function CentrePage() {
  const t = useWords(centreWords)
  const { language } = useLanguage()
  const [calendar, setCalendar] = useState<PeriodCalendar>(language === 'fa' ? 'P' : 'G')
  const [month, setMonth] = useState<string>()
  const { data, problem, catchingUp, reload } = useRead('observatory.centre', { query: { month, calendar } })
  const change = (to: PeriodCalendar) => {
    setCalendar(to)
    setMonth(sameTime(data, to))
  }
  return (
    <StaffPage
      layout="observatory"
      end={
        <>
          <MonthPicker centre={data} calendar={calendar} onCalendar={change} onMonth={setMonth} />
          {data && <Others centre={data} />}
          <Notice>
            <p>
              <b>{t.exact}</b>
            </p>
            <p className="quiet">{t.exactWhy}</p>
          </Notice>
        </>
      }
    >
      <PageTitle tab={t.tab}>{t.title}</PageTitle>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data && (
        <div className="centre flow" aria-busy={catchingUp || undefined}>
          <Headline centre={data} />
          <Days days={data.days} month={data.month} />
          <Kinds kinds={data.byKind} />
        </div>
      )}
    </StaffPage>
  )
}

/** The month of the other calendar in which the last day shown lies. */
const sameTime = (centre: Centre | undefined, calendar: PeriodCalendar): string | undefined => {
  const last = centre?.days.at(-1)?.day
  return last === undefined ? undefined : periodOf(requirePlainDate(last), 'month', calendar).code
}

function Headline({ centre }: { centre: Centre }) {
  const t = useWords(centreWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const { counts, before, days, end } = centre
  const month = periodName(centre.month as PeriodCode, language)
  const last = days.at(-1)?.day
  const count = counts.needsMetOnTime
  return (
    <div className="centre-figure" role="status">
      <p className="centre-number">
        <b>{f.number(count)}</b> <span>{t.unit({ count })}</span>
      </p>
      <div>
        <p>
          <b>{last === undefined || last >= end ? t.whole({ month }) : t.soFar({ month, day: f.date(last, { style: 'day' }) })}</b>
        </p>
        <p className="quiet">{compared(t, count - before.needsMetOnTime, periodName(centre.previous as PeriodCode, language))}</p>
        <p className="quiet">{t.ofMet({ met: counts.needsMet })}</p>
      </div>
    </div>
  )
}

const compared = (t: Speaker, by: number, month: string): string => {
  if (by === 0) return t.same({ month })
  return by > 0 ? t.more({ by, month }) : t.fewer({ by: -by, month })
}
type Speaker = ReturnType<typeof useWords<typeof centreWords>>
