import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Button, Empty, Filters, PageTitle, Table, useFormatter, useLanguage, useWords, type Column } from '#web/ui/index.ts'
import { caseWords } from './words.ts'

type Shown = 'open' | 'review' | 'closed'
type Row = Answer<'casework.list'>['cases'][number]

/** The worker's cases, newest first, those to look at again by the day that is due; the oldest open need of each stands beside it. */
export function CasesPage() {
  const t = useWords(caseWords)
  const f = useFormatter()
  const kindName = useKindName()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const [state, setState] = useState<Shown>('open')
  const [after, setAfter] = useState<string>()
  const { data, problem, reload } = useRead('casework.list', { query: { state, after } })
  const title = (count: number) => {
    if (state === 'review') return count === 0 ? t.reviewNone : t.listReview({ count })
    if (count === 0) return t.listNone
    return state === 'open' ? t.listTitle({ count }) : t.listClosed({ count })
  }
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t.name,
      names: true,
      cell: (row) => (
        <Link to="/staff/cases/$case" params={{ case: row.id }}>
          <PersonName>{`${row.givenName} ${row.familyName}`}</PersonName>
        </Link>
      ),
    },
    { id: 'place', header: t.place, wideOnly: true, cell: (row) => (language === 'fa' ? row.placeFa : row.placeEn) },
    { id: 'need', header: t.need, wideOnly: state === 'review', cell: (row) => (row.oldestKind === null ? '—' : kindName(row.oldestKind)) },
    { id: 'since', header: t.since, wideOnly: true, cell: (row) => f.date(row.oldestSince ?? row.openedAt, { style: 'day-month' }) },
    { id: 'review', header: t.review, wideOnly: state !== 'review', cell: (row) => (row.reviewOn === null ? '—' : f.date(row.reviewOn, { style: 'day-month' })) },
  ]
  return (
    <StaffPage>
      <PageTitle tab={t.tab}>
        {data === undefined ? t.tab : title(data.total)}
      </PageTitle>
      <Filters<Shown>
        label={t.show}
        value={state}
        onChange={(next) => {
          setState(next)
          setAfter(undefined)
        }}
        options={[
          { value: 'open', label: t.open },
          { value: 'review', label: t.review, count: data === undefined ? undefined : f.number(data.review) },
          { value: 'closed', label: t.closed },
        ]}
      />
      <ProblemNotice problem={problem} retry={reload} />
      <Table
        caption={t.tab}
        hideCaption
        columns={columns}
        rows={data?.cases}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/staff/cases/$case', params: { case: row.id } })}
        empty={state === 'review' ? <Empty title={t.reviewNone}>{t.reviewNoneText}</Empty> : <Empty title={t.listNone}>{t.listNoneText}</Empty>}
      />
      {typeof data?.next === 'string' && (
        <p>
          <Button onClick={() => setAfter(data.next ?? undefined)}>{t.more}</Button>
        </p>
      )}
    </StaffPage>
  )
}
