import { StaffPage } from '#web/parts/staff.ts'
import { useMe } from '#web/staff/me.tsx'
import { Skeleton } from '#web/ui/index.ts'
import { CallBacks } from './call-backs.tsx'
import { SharedPhones } from './shared-phones.tsx'

/** How confirmations are watched over: visits to ask about once more, and telephones that confirmed for several people. */
export function CallBacksPage() {
  const { me } = useMe()
  if (me === undefined)
    return (
      <StaffPage>
        <Skeleton lines={6} />
      </StaffPage>
    )
  const asks = me.role === 'clerk' || me.role === 'supervisor'
  const watches = me.role === 'supervisor' || me.role === 'safeguarding-lead'
  return (
    <StaffPage>
      {asks && <CallBacks />}
      {watches && <SharedPhones alone={!asks} />}
    </StaffPage>
  )
}
