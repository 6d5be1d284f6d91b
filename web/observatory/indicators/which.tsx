import type { PeriodCalendar, PeriodKind } from '#engines/calendar/index.ts'
import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { Segmented, Select, useFormatter, useWords } from '#web/ui/index.ts'
import type { Figures } from './figures.ts'

export interface Chosen {
  readonly calendar: PeriodCalendar
  readonly every: PeriodKind | undefined
  /** How many days ago what is shown was known; now when undefined. */
  readonly daysAgo: number | undefined
}

const KINDS: readonly PeriodKind[] = ['week', 'month', 'quarter', 'half', 'year']
const DAYS_AGO = [7, 30, 90, 180] as const

/** Which periods, in which calendar, and as known when. */
export function Which({ figures, chosen, shortest = 'month', onChange }: WhichProps) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const kinds = KINDS.slice(KINDS.indexOf(shortest))
  return (
    <section aria-labelledby="which" className="flow">
      <h2 id="which">{t.choose}</h2>
      <Segmented<PeriodCalendar>
        name="calendar"
        label={t.calendar}
        hideLabel
        value={chosen.calendar}
        onChange={(calendar) => onChange({ calendar })}
        options={[
          { value: 'P', label: t.persian },
          { value: 'G', label: t.gregorian },
        ]}
      />
      <Select
        name="every"
        label={t.every}
        optional
        empty={t[shortest]}
        value={chosen.every ?? ''}
        onChange={(every) => onChange({ every: every === '' ? undefined : (every as PeriodKind) })}
        options={kinds.slice(1).map((value) => ({ value, label: t[value] }))}
      />
      <Select
        name="as-of"
        label={t.asOf}
        optional
        empty={t.asOfNow}
        value={chosen.daysAgo === undefined ? '' : String(chosen.daysAgo)}
        onChange={(days) => onChange({ daysAgo: days === '' ? undefined : Number(days) })}
        options={DAYS_AGO.map((days) => ({ value: String(days), label: t.asOfDays({ days }) }))}
      />
      {chosen.daysAgo !== undefined && <p className="quiet small">{t.asOfNote({ moment: f.dateTime(figures.asOf) })}</p>}
    </section>
  )
}
interface WhichProps {
  readonly figures: Figures
  readonly chosen: Chosen
  readonly shortest: PeriodKind | undefined
  readonly onChange: (to: Partial<Chosen>) => void
}
