import { indicatorWords, wordOf } from '#web/observatory/indicator-words.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Select, Share, Table, useFormatter, useWords } from '#web/ui/index.ts'
import { valueOf, writeFigure, type Figures } from './figures.ts'

type Row = NonNullable<Figures['groups']>['figures'][number]

/** The last period that is over, told apart by one of the indicator's dimensions. */
export function Groups({ figures, by, onBy }: { figures: Figures; by: string | undefined; onBy: (by: string | undefined) => void }) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const kindName = useKindName()
  const dimensions = figures.versions[0]?.definition.dimensions ?? []
  if (dimensions.length === 0) return <p className="quiet">{t.noGroups}</p>
  const groups = by === undefined ? null : figures.groups
  const name = ({ value }: Row) => (groups?.dimension === 'kind' ? kindName(value) : wordOf(t, 'value', value))
  const isShare = groups?.figures.some(({ figure }) => figure.denominator !== null) === true
  const most = Math.max(1, ...(groups?.figures.map(({ figure }) => valueOf(figure) ?? 0) ?? []))
  return (
    <section className="flow centre-section indicator-groups">
      <Select
        name="by"
        label={t.by}
        optional
        value={by ?? ''}
        onChange={(to) => onBy(to === '' ? undefined : to)}
        options={dimensions.map((value) => ({ value, label: wordOf(t, 'dimension', value) }))}
      />
      {groups && (
        <Table<Row>
          caption={wordOf(t, 'dimension', groups.dimension)}
          rows={groups.figures}
          keyOf={({ value }) => value}
          empty={<p className="quiet">{t.empty}</p>}
          columns={[
            { id: 'group', header: t.group, names: true, cell: name },
            { id: 'figure', header: t.figure, figures: true, cell: ({ figure }) => writeFigure(f, figure, t.noShare) },
            ...(isShare ? [{ id: 'whole', header: t.whole, figures: true, cell: ({ figure }: Row) => f.number(figure.denominator ?? 0) }] : []),
            { id: 'share', header: '', wideOnly: true, cell: ({ figure }) => <Share value={(valueOf(figure) ?? 0) / most} /> },
          ]}
        />
      )}
      {groups && groups.overlap !== null && groups.overlap > 0 && <p className="quiet small">{t.overlap({ overlap: groups.overlap })}</p>}
    </section>
  )
}
