import { longPeriod } from '#web/public/results/said.ts'
import { Said } from '#web/public/results/said-cell.tsx'
import { resultsWords } from '#web/public/results/words.ts'
import { More, Table, useFormatter, useLanguage, useWords, type Column } from '#web/ui/index.ts'
import type { LineProps } from './figure.tsx'
import { resultWords } from './words.ts'

type Vintage = LineProps['result']['vintages'][number]

/** What every vintage said of the same periods, one beside the other. */
export function Revisions({ result, periods }: LineProps) {
  const t = useWords(resultWords)
  const r = useWords(resultsWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const columns: Column<Vintage>[] = [
    { id: 'vintage', header: r.vintageColumn, names: true, cell: ({ number, releasedAt }) => t.vintage({ number, date: f.date(releasedAt, { style: 'full' }) }) },
    ...periods.map(
      ({ period }): Column<Vintage> => ({
        id: period,
        header: longPeriod(period, language),
        figures: true,
        cell: ({ said }) => {
          const found = said.find((one) => one.period === period)
          return found === undefined ? '' : <Said cell={found.cell} of={result} />
        },
      }),
    ),
    { id: 'why', header: r.why, cell: ({ revises }) => (revises === null ? r.first : language === 'fa' ? revises.reasonFa : revises.reasonEn) },
  ]
  return (
    <section aria-labelledby="revisions" className="flow results-section">
      <h2 id="revisions" className="visually-hidden">
        {t.revisions}
      </h2>
      <More label={t.revisions} icon="undo" note={f.number(result.vintages.length)}>
        <Table caption={t.revisions} hideCaption rows={result.vintages} keyOf={({ number }) => String(number)} columns={columns} height="480px" />
      </More>
    </section>
  )
}
