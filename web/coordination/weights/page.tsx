import '#web/coordination/nightly/nightly.css'
import './weights.css'
import { useRead } from '#web/api/query.tsx'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { useMe } from '#web/staff/me.tsx'
import { PageTitle, Skeleton, useWords } from '#web/ui/index.ts'
import { Decide } from './decide.tsx'
import { DraftPane } from './draft-pane.tsx'
import { History } from './history.tsx'

/** What counts how much in the matching: a desk drafts and tries, somebody else decides. */
export function WeightsPage() {
  const t = useWords(weightsWords)
  const { me } = useMe()
  const { data, problem, reload } = useRead('matching.weights', {})
  return (
    <StaffPage
      layout="observatory"
      head={
        <>
          <PageTitle tab={t.tab}>{data === undefined ? t.tab : t.title(data.inForce)}</PageTitle>
          <p className="quiet">{t.about}</p>
          <ProblemNotice problem={problem} retry={reload} />
        </>
      }
      end={data && <History weights={data} />}
    >
      {(data === undefined || me === undefined) && problem === undefined && <Skeleton lines={6} />}
      {data && me?.role === 'administrator' && <Decide weights={data} />}
      {data && me?.role === 'liaison' && <DraftPane weights={data} />}
    </StaffPage>
  )
}
