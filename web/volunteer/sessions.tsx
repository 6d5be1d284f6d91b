import { PhonePage } from '#web/parts/index.ts'
import { Sessions } from '#web/parts/sessions.tsx'
import { SignOut } from './sign-out.tsx'

/** Leaving from here empties the phone, as leaving from the list of visits does. */
export function VolunteerSessions() {
  return (
    <PhonePage back="/v">
      <Sessions signIn="/v/sign-in" signOut={<SignOut look="edged" />} />
    </PhonePage>
  )
}
