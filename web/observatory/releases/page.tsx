import './releases.css'
import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '#web/api/query.tsx'
import { releaseWords } from '#web/observatory/release-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Icon, PageTitle, Progress, Skeleton, useFormatter, useWords } from '#web/ui/index.ts'
import { Acts } from './acts.tsx'
import { Attack } from './attack.tsx'
import { Changes } from './changes.tsx'
import { Failure } from './failure.tsx'
import { Files } from './files.tsx'
import { Hidden } from './hidden.tsx'
import { LostTable } from './lost-table.tsx'
import { Manifest } from './manifest.tsx'
import { StepsDone } from './steps-done.tsx'
import { actOf, useReleaseName, type Release } from './use-release.ts'

/** One release: what is to be done, what is hidden and why, what the attack came to, what it says anew. */
export function ReleasePage() {
  const t = useWords(releaseWords)
  const { release } = useParams({ from: '/staff/releases/$release' })
  const args = { params: { release: release as Release['release'] } }
  const first = useRead('observatory.release', args)
  const making = first.data !== undefined && actOf(first.data) === 'make'
  const { data, problem, reload } = useRead('observatory.release', args, making ? { everySeconds: 2 } : {})
  const nameOf = useReleaseName()
  const title = useTitle(data)
  return (
    <StaffPage
      layout="observatory"
      head={
        <>
          <p className="release-crumbs">
            <Link to="/staff/releases">{t.tab}</Link>
            {data && (
              <>
                <Icon name="go" size={16} /> {nameOf(data)}
              </>
            )}
          </p>
          <PageTitle tab={data === undefined ? t.tab : nameOf(data)}>{title}</PageTitle>
          <ProblemNotice problem={problem} retry={reload} />
          {data && <Acts release={data} />}
        </>
      }
      end={data && <Manifest release={data} />}
    >
      {data === undefined && problem === undefined && <Skeleton lines={8} />}
      {data && <Told release={data} />}
    </StaffPage>
  )
}

function Told({ release }: { release: Release }) {
  const t = useWords(releaseWords)
  const isMade = release.parts.length > 0
  return (
    <div className="release flow">
      {release.failure !== null && <Failure failure={release.failure} />}
      {actOf(release) === 'make' && (
        <Progress label={t.making} done={release.stepsDone} {...(release.steps === 0 ? {} : { of: release.steps })} note={t.makingNote} />
      )}
      <StepsDone release={release} />
      {release.changes !== null && <Changes release={release} changes={release.changes} />}
      {isMade && (
        <>
          <Hidden release={release} />
          {release.lost.length > 0 && <LostTable lost={release.lost} />}
          <Attack parts={release.parts} />
        </>
      )}
      <Files files={release.files} />
    </div>
  )
}

function useTitle(release: Release | undefined): string {
  const t = useWords(releaseWords)
  const f = useFormatter()
  if (release === undefined) return t.tab
  const when = f.dateTime(release.releasesAt)
  switch (actOf(release)) {
    case 'make':
      return release.steps === 0 ? t.pageMakeBegin : t.pageMake({ done: release.stepsDone, of: release.steps })
    case 'sign':
      return release.mine ? t.pageSignOther({ until: when }) : t.pageSignYou({ until: when })
    case 'mend':
      return t[`page-${release.failure?.what ?? 'broken'}`]
    case 'passed':
      return t.pagePassed
    case 'wait':
      return t.pageWait({ at: when })
    case 'out':
      return t.pageOut({ at: when })
    case 'withdrawn':
      return t.pageWithdrawn
  }
}
