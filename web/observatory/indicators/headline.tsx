import { indicatorWords, wordOf } from '#web/observatory/indicator-words.ts'
import { useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { lastOver, longName, newestOf, placeName, valueOf, type Figures } from './figures.ts'

/** The last period that is over, beside the one before it. */
export function Headline({ figures }: { figures: Figures }) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const period = lastOver(figures.periods)
  if (period === undefined) return null
  const figure = newestOf(period)
  const value = valueOf(figure)
  const share = figure.denominator !== null
  const before = figures.periods[figures.periods.indexOf(period) - 1]
  return (
    <div className="centre-figure" role="status">
      <p className="centre-number">
        <b>{value === null ? '—' : f.number(value, { decimals: share ? 1 : 0 })}</b>{' '}
        <span>{value === null ? t.noShare : wordOf(t, 'unit', figures.versions[0]?.definition.unit ?? '')}</span>
      </p>
      <div>
        <p>
          <b>{t.at({ period: longName(period.period, language), place: placeName(figures.place, language) })}</b>
        </p>
        {before && <Compared value={value} before={valueOf(newestOf(before))} period={longName(before.period, language)} share={share} />}
        {figure.denominator !== null && <p className="quiet">{t.of({ numerator: figure.numerator, denominator: figure.denominator })}</p>}
      </div>
    </div>
  )
}

function Compared({ value, before, period, share }: ComparedProps) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  if (value === null || before === null) return null
  const by = value - before
  const size = Math.abs(by)
  if (by === 0) return <p className="quiet">{t.same({ period })}</p>
  const said = share ? t.points({ by: size }) : f.number(size)
  return <p className="quiet">{by > 0 ? t.more({ by: said, period }) : t.fewer({ by: said, period })}</p>
}
interface ComparedProps {
  readonly value: number | null
  readonly before: number | null
  readonly period: string
  readonly share: boolean
}
