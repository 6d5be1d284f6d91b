import { Outbox } from '#web/parts/outbox.tsx'
import { StaffPage } from '#web/parts/staff.ts'

export function StaffOutbox() {
  return (
    <StaffPage>
      <Outbox />
    </StaffPage>
  )
}
