import { centreWords } from '#web/observatory/words.ts'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { More, Table, useFormatter, useWords } from '#web/ui/index.ts'
import { toJalali, requirePlainDate } from '#engines/calendar/index.ts'
import type { Centre } from './centre.ts'

type Day = Centre['days'][number]

/** Every fifth day has its number: the others are in the table. */
const NUMBERED = 5

/** The days of the month as bars, from left to right, and the same as a table. */
export function Days({ days, month }: { days: readonly Day[]; month: string }) {
  const t = useWords(centreWords)
  const f = useFormatter()
  const total = days.reduce((sum, { needsMet }) => sum + needsMet, 0)
  const best = days.reduce<Day | undefined>((most, day) => (most === undefined || day.needsMet > most.needsMet ? day : most), undefined)
  const says =
    best === undefined || total === 0
      ? t.byDayNone
      : t.byDaySays({ total, days: days.length, most: best.needsMet, best: f.date(best.day, { style: 'day-month' }) })
  const numberOf = (day: string) => (month.startsWith('P') ? toJalali(requirePlainDate(day)).day : Number(day.slice(8)))
  return (
    <section aria-labelledby="by-day" className="flow centre-section">
      <h2 id="by-day">{t.byDay}</h2>
      <p className="quiet">{says}</p>
      <BarChart
        says={says}
        bars={days.map(({ day, needsMet }, at) => ({
          key: day,
          value: needsMet,
          label: at === 0 || numberOf(day) % NUMBERED === 0 ? f.number(numberOf(day)) : undefined,
          figure: needsMet > 0 ? f.number(needsMet) : undefined,
        }))}
      />
      <More label={t.table} icon="list">
        <Table
          caption={t.byDay}
          hideCaption
          rows={[...days].reverse()}
          keyOf={({ day }) => day}
          columns={[
            { id: 'day', header: t.day, cell: ({ day }) => f.date(day, { style: 'day' }), names: true },
            { id: 'met', header: t.met, cell: ({ needsMet }) => f.number(needsMet), figures: true },
          ]}
        />
      </More>
    </section>
  )
}
