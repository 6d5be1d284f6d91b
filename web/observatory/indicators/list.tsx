import './indicators.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { indicatorWords, wordOf } from '#web/observatory/indicator-words.ts'
import { useRead } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Badge, Empty, Notice, PageTitle, Skeleton, Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'

/** Everything that is counted, each with its unit and the version of its definition. */
export function IndicatorsPage() {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { data, problem, reload } = useRead('observatory.indicators', {})
  const open = (indicator: string) => void navigate({ to: '/staff/indicators/$indicator', params: { indicator } })
  return (
    <StaffPage>
      <PageTitle tab={t.tab}>{t.listTitle}</PageTitle>
      <Notice>
        <p>{t.listNote}</p>
      </Notice>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={8} />}
      {data && (
        <Table
          caption={t.listTitle}
          hideCaption
          rows={data.indicators}
          keyOf={({ id }) => id}
          onOpen={({ id }) => open(id)}
          empty={<Empty title={t.listFailed} />}
          columns={[
            {
              id: 'name',
              header: t.indicator,
              names: true,
              cell: ({ id, headline, newest }) => (
                <span className="indicator-name">
                  <Link to="/staff/indicators/$indicator" params={{ indicator: id }}>
                    {newest.definition.name[language]}
                  </Link>
                  {headline && <Badge>{t.headline}</Badge>}
                </span>
              ),
            },
            { id: 'unit', header: t.unit, cell: ({ newest }) => wordOf(t, 'unit', newest.definition.unit), width: '120px' },
            { id: 'version', header: t.version, cell: ({ newest }) => f.digits(newest.version), width: '96px', wideOnly: true },
          ]}
        />
      )}
    </StaffPage>
  )
}
