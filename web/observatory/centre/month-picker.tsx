import type { PeriodCalendar, PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import { centreWords } from '#web/observatory/words.ts'
import { Button, Segmented, useLanguage, useWords } from '#web/ui/index.ts'
import type { Centre } from './centre.ts'

/** One month back or forward, in either calendar. */
export function MonthPicker({ centre, calendar, onCalendar, onMonth }: MonthPickerProps) {
  const t = useWords(centreWords)
  const { language } = useLanguage()
  const named = (code: string) => periodName(code as PeriodCode, language)
  return (
    <section aria-labelledby="month" className="flow">
      <h2 id="month">{centre === undefined ? t.chooseMonth : named(centre.month)}</h2>
      <Segmented<PeriodCalendar>
        name="calendar"
        label={t.calendar}
        hideLabel
        value={calendar}
        onChange={onCalendar}
        options={[
          { value: 'P', label: t.persian },
          { value: 'G', label: t.gregorian },
        ]}
      />
      {centre && (
        <div className="centre-months">
          <Button icon="back" onClick={() => onMonth(centre.previous)}>
            {t.monthBefore({ month: named(centre.previous) })}
          </Button>
          <Button
            iconEnd="go"
            disabledReason={centre.next === null ? t.noMonthAfter : undefined}
            onClick={() => centre.next !== null && onMonth(centre.next)}
          >
            {centre.next === null ? t.chooseMonthAfter : t.monthAfter({ month: named(centre.next) })}
          </Button>
        </div>
      )}
    </section>
  )
}
interface MonthPickerProps {
  readonly centre: Centre | undefined
  readonly calendar: PeriodCalendar
  readonly onCalendar: (calendar: PeriodCalendar) => void
  readonly onMonth: (month: string) => void
}
