import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { Share, useLanguage, useWords } from '#web/ui/index.ts'
import { lastOver, longName, type Figures } from './figures.ts'

/** Who reported of the period that the figure is of. */
export function Complete({ figures }: { figures: Figures }) {
  const t = useWords(indicatorWords)
  const { language } = useLanguage()
  const period = lastOver(figures.periods)
  const rule = figures.versions[0]?.definition.complete
  if (period === undefined || rule === undefined) return null
  const { expected, reported, late, complete } = period.completeness
  const percent = expected === 0 ? 0 : reported / expected
  return (
    <section aria-labelledby="complete" className="flow flow--close">
      <h2 id="complete">{t.completeness}</h2>
      <p>
        {longName(period.period, language)}: <b>{t.reportedOf({ reported, expected })}</b> ({t.reported})
      </p>
      <Share value={percent} label={t.reported} />
      <p className="quiet small">
        {complete === null && t.completeOpen({ days: rule.lateAfterDays })}
        {complete === true && t.completeYes} {complete !== null && reported < expected && t.completeNo({ missing: expected - reported })}
      </p>
      {late > 0 && <p className="quiet small">{t.lateNote({ late })}</p>}
    </section>
  )
}
