import { longPeriod, nameIn, shortPeriod, valueOf, type Result } from '#web/public/results/said.ts'
import { Said, useSaid } from '#web/public/results/said-cell.tsx'
import { LineChart } from '#web/ui/line-chart.tsx'
import { More, Table, useFormatter, useLanguage, useWords, type Column } from '#web/ui/index.ts'
import type { LineProps } from './figure.tsx'
import { resultWords } from './words.ts'

type OnePeriod = Result['periods'][number]

/** The line, with what was revised marked and said, and the same as a table. */
export function Line({ result, periods }: LineProps) {
  const t = useWords(resultWords)
  const f = useFormatter()
  const said = useSaid()
  const { language } = useLanguage()
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return null
  const { revises } = result.release
  const revised = periods.filter(({ before }) => before !== null)
  const says = t.lineSays({
    name: nameIn(result, language),
    many: periods.length,
    first: longPeriod(first.period, language),
    last: longPeriod(last.period, language),
    from: said(first.cell, result),
    to: said(last.cell, result),
  })
  return (
    <section aria-labelledby="line" className="flow results-section">
      <h2 id="line">{t.line}</h2>
      <LineChart
        says={says}
        write={(value) => f.number(value)}
        points={periods.map(({ period, cell, before }) => ({
          key: period,
          label: shortPeriod(period, language, f),
          value: valueOf(cell) ?? null,
          beside: before === null ? null : (valueOf(before) ?? null),
          marked: before !== null,
          hidden: cell.state === 'hidden',
        }))}
      />
      {(revised.length > 0 || periods.some(({ cell }) => cell.state === 'hidden')) && <p className="quiet small">{t.lineNote}</p>}
      {revised.map(({ period, cell, before }) => (
        <p key={period} className="result-note">
          {t.revised({
            period: longPeriod(period, language),
            before: before === null ? '' : said(before, result),
            now: said(cell, result),
            reason: (language === 'fa' ? revises?.reasonFa : revises?.reasonEn) ?? '',
          })}
        </p>
      ))}
      <More label={t.asTable} icon="list">
        <LineTable result={result} periods={periods} />
      </More>
    </section>
  )
}

function LineTable({ result, periods }: LineProps) {
  const t = useWords(resultWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const isRevised = periods.some(({ before }) => before !== null)
  const day = (date: string) => f.date(date, { style: 'numeric' })
  const columns: Column<OnePeriod>[] = [
    { id: 'period', header: t.period, names: true, cell: ({ period }) => longPeriod(period, language) },
    { id: 'days', header: t.days, wideOnly: true, cell: ({ start, end }) => t.daysOf({ from: day(start), to: day(end) }) },
    { id: 'figure', header: t.figure, figures: true, cell: ({ cell }) => <Said cell={cell} of={result} /> },
    ...(isRevised ? [{ id: 'before', header: t.before, figures: true, cell: ({ before }: OnePeriod) => (before === null ? '' : <Said cell={before} of={result} />) }] : []),
    {
      id: 'reported',
      header: t.reported,
      figures: true,
      wideOnly: true,
      cell: ({ completeness }) => (completeness === null ? '' : t.reportedOf(completeness)),
    },
  ]
  return <Table caption={t.line} hideCaption rows={[...periods].reverse()} keyOf={({ period }) => period} columns={columns} />
}
