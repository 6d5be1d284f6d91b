import { PublicPage } from '#web/parts/index.ts'
import { Outbox } from '#web/parts/outbox.tsx'

export function PublicOutbox() {
  return (
    <PublicPage back="/sign-in">
      <Outbox />
    </PublicPage>
  )
}
