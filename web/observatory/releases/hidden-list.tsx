import { useState } from 'react'
import type { PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { releaseWords } from '#web/observatory/release-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Filters, Row, Table, useLanguage, useWords } from '#web/ui/index.ts'
import { cellColumns } from './cell-columns.tsx'
import type { Release } from './use-release.ts'

type Why = Answer<'observatory.release-hidden'>['cells'][number]['why']
const WHY = ['few', 'whole-row', 'cover', 'earlier'] as const
const PAGE = 50

/** The hidden cells by their words, page by page. */
export function HiddenList({ release }: { release: Release['release'] }) {
  const t = useWords(releaseWords)
  const { language } = useLanguage()
  const [why, setWhy] = useState<Why | 'all'>('all')
  const [after, setAfter] = useState(0)
  const { data, problem, catchingUp, reload } = useRead('observatory.release-hidden', { params: { release }, query: { after, ...(why === 'all' ? {} : { why }) } })
  const choose = (next: Why | 'all') => {
    setWhy(next)
    setAfter(0)
  }
  return (
    <div className="flow" aria-busy={catchingUp || undefined}>
      <p className="quiet">{t.hiddenListNote}</p>
      <Filters<Why | 'all'> label={t.why} value={why} onChange={choose} options={[{ value: 'all', label: t.all }, ...WHY.map((one) => ({ value: one, label: t[`short-${one}`] }))]} />
      <ProblemNotice problem={problem} retry={reload} />
      {problem === undefined && (
        <Table
          caption={t.hiddenList}
          hideCaption
          rows={data?.cells}
          total={data?.total ?? 0}
          keyOf={({ key }) => key}
          empty={<p className="quiet">{t.hiddenListEmpty}</p>}
          columns={[
            ...cellColumns<Answer<'observatory.release-hidden'>['cells'][number]>(t, language, (period) => periodName(period as PeriodCode, language)),
            { id: 'why', header: t.why, cell: (cell) => t[`short-${cell.why}`] },
          ]}
        />
      )}
      {data && data.total > 0 && (
        <Row spread="apart">
          <span className="quiet">{t.shown({ from: after + 1, to: after + data.cells.length, total: data.total })}</span>
          {data.total > PAGE && (
            <Row>
              {after > 0 && <Button onClick={() => setAfter(Math.max(0, after - PAGE))}>{t.previous}</Button>}
              {data.next !== null && <Button onClick={() => setAfter(data.next ?? 0)}>{t.next}</Button>}
            </Row>
          )}
        </Row>
      )}
    </div>
  )
}
