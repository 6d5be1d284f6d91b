import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { LineChart } from '#web/ui/line-chart.tsx'
import { More, Table, useFormatter, useLanguage, useWords, type Column } from '#web/ui/index.ts'
import { longName, newestOf, olderOf, placeName, shortName, valueOf, writeFigure, type Figures, type OnePeriod } from './figures.ts'

/** Where another version begins: the first period under it whose neighbour is under the one before. */
const startsVersion = (periods: readonly OnePeriod[], at: number): boolean =>
  at > 0 && periods[at]?.figures[0]?.version !== periods[at - 1]?.figures[0]?.version

/** The line with its marks, what they mean in words, and the same as a table. */
export function Line({ figures }: { figures: Figures }) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const { periods, versions, comparable } = figures
  const name = (period: OnePeriod) => longName(period.period, language)
  const write = (period: OnePeriod) => writeFigure(f, newestOf(period), t.noShare)
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return null
  const says = t.lineSays({
    name: versions[0]?.definition.name[language] ?? '',
    many: periods.length,
    first: name(first),
    last: name(last),
    from: write(first),
    to: write(last),
  })
  const changes = periods.filter((_, at) => startsVersion(periods, at))
  const bridged = periods.find((period) => olderOf(period) !== undefined)
  return (
    <section aria-labelledby="line" className="flow centre-section">
      <h2 id="line">{t.line}</h2>
      <LineChart
        says={says}
        write={(value) => f.number(value)}
        points={periods.map((period, at) => {
          const older = olderOf(period)
          return {
            key: period.period,
            label: shortName(period.period, language, f),
            value: valueOf(newestOf(period)),
            beside: older === undefined ? null : valueOf(older),
            running: period.running,
            marked: startsVersion(periods, at),
          }
        })}
      />
      {comparable.length > 0 && <p className="indicator-note">{t.comparableNote({ places: comparable.map((place) => placeName(place, language)) })}</p>}
      {changes.map((period) => {
        const version = versions.find((one) => one.version === period.figures[0]?.version)
        return (
          <p key={period.period} className="indicator-note">
            {t.changedNote({ version: version?.version ?? '', period: name(period), reason: version?.reason ?? '' })}
          </p>
        )
      })}
      {bridged && <p className="quiet small">{t.bridgeNote({ version: bridged.figures[1]?.version ?? '' })}</p>}
      {last.running && <p className="quiet small">{t.runningNote({ period: name(last) })}</p>}
      <More label={t.table} icon="list">
        <LineTable periods={periods} bridged={bridged !== undefined} />
      </More>
    </section>
  )
}

function LineTable({ periods, bridged }: { periods: readonly OnePeriod[]; bridged: boolean }) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const isShare = periods.some((period) => newestOf(period).denominator !== null)
  const underOld = (period: OnePeriod) => {
    const older = olderOf(period)
    return older === undefined ? '' : writeFigure(f, older, t.noShare)
  }
  const columns: Column<OnePeriod>[] = [
    { id: 'period', header: t.period, names: true, cell: ({ period }) => longName(period, language) },
    { id: 'figure', header: t.figure, figures: true, cell: (period) => writeFigure(f, newestOf(period), t.noShare) },
    ...(isShare ? [{ id: 'whole', header: t.whole, figures: true, cell: (period: OnePeriod) => f.number(newestOf(period).denominator ?? 0) }] : []),
    ...(bridged ? [{ id: 'old', header: t.underOld, figures: true, cell: underOld }] : []),
    { id: 'reported', header: t.reported, figures: true, wideOnly: true, cell: ({ completeness }) => t.reportedOf(completeness) },
  ]
  return <Table caption={t.line} hideCaption rows={[...periods].reverse()} keyOf={({ period }) => period} columns={columns} />
}
