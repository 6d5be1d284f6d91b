import { words } from '#domains/accounts/words.ts'
import { PhonePage } from '#web/parts/index.ts'
import { Demonstration } from '#web/parts/sign-in/demonstration.tsx'
import { Recovery } from '#web/parts/sign-in/recovery.tsx'
import { SignIn } from '#web/parts/sign-in/sign-in.tsx'
import { useWords } from '#web/ui/index.ts'

export function VolunteerSignIn() {
  const t = useWords(words)
  return (
    <PhonePage>
      <SignIn title={t.signInVolunteer} recoverAt="/v/recovery" below={<Demonstration only="volunteer" />} />
    </PhonePage>
  )
}

export function VolunteerRecovery() {
  return (
    <PhonePage back="/v/sign-in">
      <Recovery />
    </PhonePage>
  )
}
