import { Outlet, createRootRoute, createRoute, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProblemNotice, SkipLink, SyntheticMark } from '#web/parts/index.ts'
import { StaffNav, StaffPage } from '#web/parts/staff.ts'
import { words as partWords } from '#web/parts/words.ts'
import { Button, PageTitle, Skeleton, Stack, Toaster, useLanguage, useWords } from '#web/ui/index.ts'
import { AccountMenu, useChangeOfAppointment } from './account-menu.tsx'
import { useMe, useRoleIn, useSignedIn } from './me.tsx'
import { tabsOf } from './tabs.ts'
import { words } from './words.ts'

/** The parent of every staff route: `createRoute({ getParentRoute: () => root, … })`. */
export const root = createRootRoute({ component: Shell, notFoundComponent: Missing })

/** `/staff` itself leads to the first tab of one's role. */
export const start = createRoute({ getParentRoute: () => root, path: '/staff', component: Start })

function Shell() {
  const { me } = useMe()
  const { language } = useLanguage()
  useSignedIn(me?.signedIn)
  const tabs = tabsOf(me?.role).map((tab) => ({ to: tab.to, label: tab.label[language] }))
  return (
    <div className="staff-door">
      <SkipLink />
      <StaffNav tabs={tabs} account={me?.signedIn && <AccountMenu me={me} />} />
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
  const t = useWords(words)
  const navigate = useNavigate()
  const first = tabsOf(me?.role)[0]?.to
  useEffect(() => {
    if (first !== undefined) void navigate({ to: first, replace: true })
  }, [first, navigate])
  if (me?.signedIn && me.role === null) return <ChooseAppointment />
  return (
    <StaffPage>
      <ProblemNotice problem={problem} />
      {me?.role && first === undefined && <PageTitle>{t.noTabs}</PageTitle>}
      {me === undefined && problem === undefined && <Skeleton />}
    </StaffPage>
  )
}

/** Somebody with several appointments works under one at a time. */
function ChooseAppointment() {
  const t = useWords(words)
  const roleIn = useRoleIn()
  const { me } = useMe()
  const { change, problem, busy } = useChangeOfAppointment()
  return (
    <StaffPage>
      <PageTitle>{t.chooseAppointment}</PageTitle>
      <ProblemNotice problem={problem} />
      <Stack gap={8}>
        {me?.appointments.map((one) => (
          <Button key={one.id} busy={busy} onClick={() => void change(one.id)}>
            {roleIn(one)}
          </Button>
        ))}
      </Stack>
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
