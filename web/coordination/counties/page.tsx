import './counties.css'
import { useState } from 'react'
import { useRead } from '#web/api/query.tsx'
import { countiesWords } from '#web/coordination/counties-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Empty, PageTitle, Segmented, Skeleton, useWords } from '#web/ui/index.ts'
import { Lacks } from './lacks.tsx'
import { Idle, Loads, Waits } from './lists.tsx'
import { lacksOf, useNames, type Counties } from './use-counties.ts'

type View = 'lacks' | 'loads' | 'idle' | 'waits'

/** Counties side by side: where to recruit or train, how load is spread, who is idle, where it waits longest. */
export function CountiesPage() {
  const t = useWords(countiesWords)
  const { data, problem, reload } = useRead('matching.counties', {})
  const [view, setView] = useState<View>('lacks')
  const none = data !== undefined && data.counties.every(({ figures }) => figures === null)
  return (
    <StaffPage
      head={
        <>
          {data === undefined ? <PageTitle>{t.tab}</PageTitle> : <Headline counties={data} none={none} />}
          <p className="quiet">{t.about}</p>
          <ProblemNotice problem={problem} retry={reload} />
        </>
      }
    >
      {data === undefined && problem === undefined && <Skeleton lines={8} />}
      {none && <Empty title={t.titleNone}>{t.emptyText}</Empty>}
      {data !== undefined && !none && (
        <div className="counties flow">
          <Segmented<View>
            name="view"
            label={t.view}
            value={view}
            onChange={setView}
            options={[
              { value: 'lacks', label: t.viewLacks },
              { value: 'loads', label: t.viewLoads },
              { value: 'idle', label: t.viewIdle },
              { value: 'waits', label: t.viewWaits },
            ]}
          />
          {view === 'lacks' && <Lacks counties={data} />}
          {view === 'loads' && <Loads counties={data} />}
          {view === 'idle' && <Idle counties={data} />}
          {view === 'waits' && <Waits counties={data} />}
        </div>
      )}
    </StaffPage>
  )
}

function Headline({ counties, none }: { counties: Counties; none: boolean }) {
  const t = useWords(countiesWords)
  const names = useNames(counties)
  const [first] = lacksOf(counties)
  if (none) return <PageTitle>{t.tab}</PageTitle>
  return (
    <PageTitle tab={t.tab}>
      {first === undefined ? t.titleFine : t.titleLack({ county: names.county(first.county), what: names.lack(first.lack) })}
    </PageTitle>
  )
}
