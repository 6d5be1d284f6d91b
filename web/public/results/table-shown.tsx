import { addressOf, useRead, type Answer } from '#web/api/index.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Facts, Icon, More, Notice, Skeleton, Table, useFormatter, useLanguage, useWords, type Column } from '#web/ui/index.ts'
import { Copyable } from './copyable.tsx'
import { longPeriod, nameIn } from './said.ts'
import type { Cube, TableChosen } from './table-choices.tsx'
import { tableWords } from './tables-words.ts'

type Shown = Answer<'observatory.noised-table'>
type Row = Shown['rows']['codes'][number] & { readonly numbers: readonly number[] }

export function NoisedTable({ cube, chosen }: { cube: Cube; chosen: TableChosen }) {
  const { data, problem, loading, reload } = useRead('observatory.noised-table', { query: chosen })
  return (
    <div className="result flow" aria-busy={loading || undefined}>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={8} />}
      {data && (
        <>
          <Numbers table={data} />
          <Noise table={data} />
          <Files table={data} cube={cube} chosen={chosen} />
        </>
      )}
    </div>
  )
}

/** More rows than this scroll under their heading. */
const MOST_SHOWN = 40

function Numbers({ table }: { table: Shown }) {
  const t = useWords(tableWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const { rows, columns, numbers } = table
  const lines: Row[] = rows.codes.map((code, at) => ({ ...code, numbers: numbers[at] ?? [] }))
  const figure = (header: string, at: number, id: string): Column<Row> => ({ id, header, figures: true, cell: (row) => f.number(row.numbers[at] ?? 0) })
  return (
    <Table<Row>
      caption={t.caption({ name: nameIn(table, language), place: nameIn(table.place, language), period: table.period === null ? '' : longPeriod(table.period, language) })}
      rows={lines}
      keyOf={({ code }) => code}
      wide={columns !== null}
      height={lines.length > MOST_SHOWN ? '70vh' : undefined}
      columns={[
        { id: 'name', header: nameIn(rows, language), names: true, cell: (row) => nameIn(row, language) },
        ...(columns === null ? [figure(t.count, 0, 'count')] : columns.codes.map((code, at) => figure(nameIn(code, language), at, code.code))),
      ]}
    />
  )
}

/** Said beside the numbers, not in small print. */
function Noise({ table: { edition } }: { table: Shown }) {
  const t = useWords(tableWords)
  const f = useFormatter()
  return (
    <Notice>
      <b>{t.noiseTitle}</b>
      <p>{t.noiseText(edition.noise)}</p>
      <p className="quiet small">
        {t.edition({ number: edition.number, date: f.date(edition.outAt, { style: 'full' }) })}
        {edition.synthetic && ` · ${t.synthetic}`}
      </p>
    </Notice>
  )
}

function Files({ table, cube, chosen }: { table: Shown; cube: Cube; chosen: TableChosen }) {
  const t = useWords(tableWords)
  const { language } = useLanguage()
  const pick = (fa: string, en: string) => (language === 'fa' ? fa : en)
  return (
    <>
      <ul className="result-files">
        {[
          [table.csv, t.csv],
          [table.jsonStat, t.jsonStat],
        ].map(([address, label]) => (
          <li key={address}>
            <a href={address} download>
              <Icon name="download" size={18} />
              {label}
            </a>
          </li>
        ))}
      </ul>
      <More label={t.about} icon="info">
        <Facts rows={[{ term: nameIn(cube, language), value: pick(cube.explanationFa, cube.explanationEn) }]} />
        <p>{pick(cube.caveatsFa, cube.caveatsEn)}</p>
      </More>
      <Copyable wide label={t.call} text={`curl '${location.origin}${addressOf('observatory.noised-table', { query: chosen })}'`} />
    </>
  )
}
