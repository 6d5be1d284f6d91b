import type { PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import { releaseWords } from '#web/observatory/release-words.ts'
import { Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import type { Release } from './use-release.ts'

/** National numbers that moved since the vintage before, and what was out and is hidden now. */
export function Changes({ release, changes: { of, nowHidden, size } }: { release: Release; changes: NonNullable<Release['changes']> }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const reason = language === 'fa' ? release.reasonFa : release.reasonEn
  const rows = size.map((one) => ({ ...one, key: `${one.measure} ${one.period}` }))
  return (
    <section aria-labelledby="release-changes" className="flow">
      <h2 id="release-changes">{t.changes({ of })}</h2>
      {reason !== null && <p>{t.reason({ reason })}</p>}
      <Table
        caption={t.changes({ of })}
        hideCaption
        rows={rows}
        keyOf={({ key }) => key}
        empty={<p className="quiet">{t.changesNone}</p>}
        columns={[
          { id: 'measure', header: t.measure, names: true, cell: (one) => (language === 'fa' ? one.measureFa : one.measureEn) },
          { id: 'period', header: t.period, cell: (one) => periodName(one.period as PeriodCode, language) },
          { id: 'before', header: t.before, figures: true, cell: (one) => f.number(one.before) },
          { id: 'now', header: t.now, figures: true, cell: (one) => f.number(one.now) },
        ]}
      />
      {nowHidden > 0 && <p>{t.nowHidden({ count: nowHidden })}</p>}
    </section>
  )
}
