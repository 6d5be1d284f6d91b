import type { PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import { releaseWords } from '#web/observatory/release-words.ts'
import { Code, Facts, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { useOtherCalendar, type Release } from './use-release.ts'

/** What the release was made from and by which rules. */
export function Manifest({ release }: { release: Release }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const otherOf = useOtherCalendar()
  const { k, dominancePercent, pPercent, wholeRows } = release.protection
  return (
    <>
      <section aria-labelledby="release-facts" className="flow flow--close release-facts">
        <h2 id="release-facts">{t.facts}</h2>
        <Facts
          rows={[
            { term: t.covers, value: f.list(release.periods.map((code) => periodName(code as PeriodCode, language))) },
            { term: t.asOf, value: f.date(new Date(Date.parse(release.asOf) - 1), { style: 'full' }) },
            {
              term: t.goesOut,
              value: (
                <>
                  {t.dayAndHour({ day: f.date(release.releasesAt, { style: 'full' }), hour: f.time(release.releasesAt) })}
                  <span className="quiet release-other">
                    {t.otherFa} <Code>{otherOf(release.releasesAt)}</Code> · {release.scheduled ? t.scheduled : t.unscheduled}
                  </span>
                </>
              ),
            },
            { term: t.madeBy, value: release.mine ? t.you : t.colleague },
          ]}
        />
        {release.hash !== null && (
          <>
            <h3>{t.hash}</h3>
            <code className="release-hash">{release.hash}</code>
            <p className="quiet small">{t.howCounted}</p>
          </>
        )}
      </section>
      <section aria-labelledby="release-rules" className="flow flow--close release-facts">
        <h2 id="release-rules">{t.rules}</h2>
        <Facts
          rows={[
            { term: t.ruleK, value: f.number(k) },
            { term: t.ruleDominance, value: f.percent(dominancePercent) },
            { term: t.ruleP, value: f.percent(pPercent) },
            { term: t.ruleRows, value: t[`rows-${wholeRows}`] },
          ]}
        />
      </section>
    </>
  )
}
