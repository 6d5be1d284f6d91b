import { PhonePage } from '#web/parts/index.ts'
import { Sessions } from '#web/parts/sessions.tsx'

export function VolunteerSessions() {
  return (
    <PhonePage back="/v">
      <Sessions signIn="/v/sign-in" />
    </PhonePage>
  )
}
