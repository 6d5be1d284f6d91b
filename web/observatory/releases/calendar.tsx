import type { PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import { releaseWords } from '#web/observatory/release-words.ts'
import { Code, Step, Thread, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { actOf, useOtherCalendar, type Line, type Releases } from './use-release.ts'

const MOST_PAST = 8

/** What went out, off the calendar or by it and why, and the days that come: in both calendars. */
export function Calendar({ releases: { plans, releases } }: { releases: Releases }) {
  const t = useWords(releaseWords)
  const { language } = useLanguage()
  return (
    <section aria-labelledby="release-calendar" className="flow">
      <h2 id="release-calendar">{t.calendar}</h2>
      {plans.map(({ plan, nameFa, nameEn, coming }) => {
        const past = releases.filter((line) => line.plan === plan && ['out', 'wait'].includes(actOf(line))).slice(0, MOST_PAST).reverse()
        const kept = new Set(past.filter((line) => line.scheduled).map((line) => line.periods.at(-1)))
        return (
          <div key={plan} className="flow flow--close">
            <h3>{language === 'fa' ? nameFa : nameEn}</h3>
            <Thread>
              {past.map((line) => (
                <Past key={line.release} line={line} />
              ))}
              {coming
                .filter(({ period }) => !kept.has(period))
                .map(({ period, at }, index) => (
                  <Step key={period} state={index === 0 ? 'now' : 'next'} title={periodName(period as PeriodCode, language)} when={index === 0 ? t.coming : undefined}>
                    <Moment at={at} note={t.scheduled} />
                  </Step>
                ))}
            </Thread>
          </div>
        )
      })}
    </section>
  )
}

function Past({ line }: { line: Line }) {
  const t = useWords(releaseWords)
  const { language } = useLanguage()
  const reason = language === 'fa' ? line.reasonFa : line.reasonEn
  return (
    <Step state="done" title={periodName((line.periods.at(-1) ?? '') as PeriodCode, language)} when={t.vintage({ number: line.number })}>
      <Moment at={line.releasesAt} note={line.scheduled ? t.scheduled : t.unscheduled} />
      {reason !== null && <p className="small">{t.reason({ reason })}</p>}
    </Step>
  )
}

function Moment({ at, note }: { at: string; note: string }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const otherOf = useOtherCalendar()
  return (
    <p className="small">
      {t.dayAndHour({ day: f.date(at, { style: 'full' }), hour: f.time(at) })}
      <span className="quiet release-other">
        {t.otherFa} <Code>{otherOf(at)}</Code> · {note}
      </span>
    </p>
  )
}
