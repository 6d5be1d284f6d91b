import { words } from '#domains/accounts/words.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { PageTitle, useWords } from '#web/ui/index.ts'
import { Proposals } from './proposals.tsx'

/** Supervisors and coordinators: the people of their unit who lost a telephone. */
export function Confirmations() {
  const t = useWords(words)
  return (
    <StaffPage>
      <PageTitle>{t.recoveries}</PageTitle>
      <Proposals />
    </StaffPage>
  )
}
