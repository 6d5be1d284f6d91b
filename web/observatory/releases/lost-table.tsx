import { releaseWords } from '#web/observatory/release-words.ts'
import { Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import type { Release } from './use-release.ts'

type Lost = Release['lost'][number]

/** What readers do without, count by count: in each table cells, and the share of what is counted in them. */
export function LostTable({ lost }: { lost: Release['lost'] }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const measures = new Map(lost.map((one) => [one.measureEn, language === 'fa' ? one.measureFa : one.measureEn]))
  const levelOf = ({ level }: Lost) => t[`level-${level}` as 'level-country'] ?? level
  const tableOf = (one: Lost) => (one.apart ? t.apart({ level: levelOf(one) }) : t.together({ level: levelOf(one) }))
  return (
    <section aria-labelledby="release-lost" className="flow">
      <h2 id="release-lost">{t.lost}</h2>
      <p className="quiet">{t.lostNote}</p>
      {[...measures].map(([key, measure]) => (
        <Table
          key={key}
          caption={measure}
          rows={lost.filter(({ measureEn }) => measureEn === key)}
          keyOf={({ level, apart }) => `${level} ${apart}`}
          columns={[
            { id: 'table', header: t.table, names: true, cell: tableOf },
            { id: 'cells', header: t.hiddenCells, figures: true, width: '88px', cell: ({ hidden, cells }) => <Figure>{t.hiddenOf({ hidden, cells })}</Figure> },
            { id: 'quantity', header: t.hiddenQuantity, figures: true, width: '72px', cell: ({ permille }) => <Figure>{f.percent(permille / 10)}</Figure> },
          ]}
        />
      ))}
    </section>
  )
}

function Figure({ children }: { children: string }) {
  return <span className="nowrap">{children}</span>
}
