import { Sessions } from '#web/parts/sessions.tsx'
import { StaffPage } from '#web/parts/staff.ts'

export function StaffSessions() {
  return (
    <StaffPage>
      <Sessions signIn="/sign-in" />
    </StaffPage>
  )
}
