import {
  GregorianCalendar,
  PersianCalendar,
  getDayOfWeek,
  setLocalTimeZone,
  isWeekend,
  parseDate,
  startOfWeek,
  toCalendar,
  type DateValue,
} from '@internationalized/date'
import { use, useLayoutEffect, useState, type ReactNode } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  I18nProvider,
  Label,
  Popover,
  Text,
} from 'react-aria-components'
import type { PlainDate } from '#engines/calendar/index.ts'
import { FieldError, Optional, fieldId, type FieldProps } from '#web/ui/field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useFormatter, useLanguage, useWords } from '#web/ui/language.tsx'
import { words } from '#web/ui/words.ts'
import './date-field.css'

/** The calendar and digits of the reader's language. */
export const locales = { fa: 'fa-u-ca-persian-nu-arabext', en: 'en-GB-u-ca-gregory' } as const

export type DateFieldProps = FieldProps & {
  readonly value: PlainDate | undefined
  readonly onChange: (value: PlainDate | undefined) => void
  readonly from?: PlainDate
  readonly to?: PlainDate
  /** Days that cannot be chosen, such as holidays. */
  readonly closed?: (day: PlainDate) => boolean
  /** Under the month: what choosing a day would mean. */
  readonly note?: ReactNode
}

const gregorian = new GregorianCalendar()
const calendars = { fa: new PersianCalendar(), en: gregorian } as const
const plain = (date: DateValue) => toCalendar(date, gregorian).toString().slice(0, 10) as PlainDate

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
/** The first day of any week, as the language's own country counts. */
const firstDayOf = (language: string) =>
  weekdays[getDayOfWeek(startOfWeek(parseDate('2026-01-07'), language), 'en-US')]

/** Typed part by part or picked from the month, in the calendar of the reader's language. Staff door only. */
export function DateField({ value, onChange, from, to, closed, note, ...field }: DateFieldProps) {
  const t = useWords(words)
  const { language, home } = useLanguage()
  const { timeZone } = useFormatter()
  // Today is the country's: the month is drawn from this, wherever the browser is.
  useLayoutEffect(() => setLocalTimeZone(timeZone), [timeZone])
  const [box, setBox] = useState<HTMLElement | null>(null)
  // A month that opens on its first allowed day keeps the calendar in which that day was given.
  const shown = (day: PlainDate) => toCalendar(parseDate(day), calendars[language])
  return (
    <I18nProvider locale={locales[language]}>
      <DatePicker
        className={`field date-field${field.error ? ' field--wrong' : ''}`}
        value={value === undefined ? null : shown(value)}
        onChange={(date) => onChange(date === null ? undefined : plain(date))}
        minValue={from && shown(from)}
        maxValue={to && shown(to)}
        isDateUnavailable={closed && ((date) => closed(plain(date)))}
        isInvalid={field.error !== undefined}
        isRequired={!field.optional}
        validationBehavior="aria"
        firstDayOfWeek={firstDayOf(home)}
      >
        <Label className="field-label">
          {field.label} {field.optional && <Optional />}
        </Label>
        {field.hint && (
          <Text slot="description" className="field-hint">
            {field.hint}
          </Text>
        )}
        <Group className="date-box" id={fieldId(field.name)} ref={setBox}>
          <DateInput className="date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          <Button className="icon-button" aria-label={t.openCalendar}>
            <Icon name="calendar" />
          </Button>
        </Group>
        <FieldError name={field.name}>{field.error}</FieldError>
        {/* A modal dialog makes everything outside it inert: the month opens inside the dialog it belongs to. */}
        <Popover
          className="date-popover"
          placement="bottom start"
          UNSTABLE_portalContainer={box?.closest('dialog') ?? undefined}
        >
          <Dialog className="date-dialog" aria-label={t.openCalendar}>
            <Calendar>
              <MonthHead />
              <CalendarGrid weekdayStyle="narrow">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell className="date-weekday">{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => (
                    <CalendarCell
                      date={date}
                      className={({ defaultClassName }) =>
                        `${defaultClassName} date-day${isWeekend(date, home) ? ' date-day--weekend' : ''}`
                      }
                    />
                  )}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
            {note && <p className="date-note">{note}</p>}
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}

/** «آذر ۱۴۰۵»: the engine's own heading would add the era and, in Persian, turn the two round. */
function MonthHead() {
  const t = useWords(words)
  const f = useFormatter()
  const state = use(CalendarStateContext)
  return (
    <header className="date-head">
      <Button slot="previous" className="icon-button" aria-label={t.previousMonth}>
        <Icon name="back" />
      </Button>
      <h2 aria-live="polite">{state && f.date(plain(state.visibleRange.start), { style: 'month-year' })}</h2>
      <Button slot="next" className="icon-button" aria-label={t.nextMonth}>
        <Icon name="go" />
      </Button>
    </header>
  )
}
