import { Outlet, createRootRoute, createRoute, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProblemNotice, SkipLink, SyntheticMark } from '#web/parts/index.ts'
import { StaffNav, StaffPage } from '#web/parts/staff.ts'
import { words as partWords } from '#web/parts/words.ts'
import { PageTitle, Skeleton, Toaster, useLanguage, useWords } from '#web/ui/index.ts'
import { useMe } from './me.tsx'
import { tabsOf } from './tabs.ts'

/** The parent of every staff route: `createRoute({ getParentRoute: () => root, … })`. */
export const root = createRootRoute({ component: Shell, notFoundComponent: Missing })

/** `/staff` itself leads to the first tab of one's role. */
export const start = createRoute({ getParentRoute: () => root, path: '/staff', component: Start })

function Shell() {
  const { me } = useMe()
  const { language } = useLanguage()
  const tabs = tabsOf(me?.role).map((tab) => ({ to: tab.to, label: tab.label[language] }))
  return (
    <div className="staff-door">
      <SkipLink />
      <StaffNav tabs={tabs} me={me} />
      <Outlet />
      <footer>
        <SyntheticMark />
      </footer>
      <Toaster />
    </div>
  )
}

function Start() {
  const { me, problem } = useMe()
  const navigate = useNavigate()
  const first = tabsOf(me?.role)[0]?.to
  useEffect(() => {
    if (first !== undefined) void navigate({ to: first, replace: true })
  }, [first, navigate])
  return (
    <StaffPage>
      <ProblemNotice problem={problem} />
      {problem === undefined && <Skeleton />}
    </StaffPage>
  )
}

function Missing() {
  const t = useWords(partWords)
  return (
    <StaffPage>
      <PageTitle>{t.pageMissing}</PageTitle>
      <p>{t.pageMissingDetail}</p>
    </StaffPage>
  )
}
