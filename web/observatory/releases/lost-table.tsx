import { releaseWords } from '#web/observatory/release-words.ts'
import { Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import type { Release } from './use-release.ts'

type Lost = Release['lost'][number]

/** What readers do without, table by table: cells, and the share of what is counted in them. */
export function LostTable({ lost }: { lost: Release['lost'] }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const levelOf = ({ level }: Lost) => t[`level-${level}` as 'level-country'] ?? level
  const tableOf = (one: Lost) => (one.apart ? t.apart({ level: levelOf(one) }) : t.together({ level: levelOf(one) }))
  return (
    <section aria-labelledby="release-lost" className="flow">
      <h2 id="release-lost">{t.lost}</h2>
      <p className="quiet">{t.lostNote}</p>
      <Table
        caption={t.lost}
        hideCaption
        wide
        rows={lost}
        keyOf={({ measureEn, level, apart }) => `${measureEn} ${level} ${apart}`}
        columns={[
          { id: 'measure', header: t.measure, names: true, cell: (one) => (language === 'fa' ? one.measureFa : one.measureEn) },
          { id: 'table', header: t.table, cell: tableOf },
          { id: 'cells', header: t.hiddenCells, figures: true, width: '128px', cell: ({ hidden, cells }) => t.hiddenOf({ hidden, cells }) },
          { id: 'quantity', header: t.hiddenQuantity, figures: true, width: '128px', cell: ({ permille }) => f.percent(permille / 10) },
        ]}
      />
    </section>
  )
}
