import { words } from '#domains/accounts/words.ts'
import { PublicPage } from '#web/parts/index.ts'
import { Demonstration } from '#web/parts/sign-in/demonstration.tsx'
import { Recovery } from '#web/parts/sign-in/recovery.tsx'
import { SignIn } from '#web/parts/sign-in/sign-in.tsx'
import { useWords } from '#web/ui/index.ts'

/** The way in for staff. The staff door itself sends here whoever is not signed in. */
export function StaffSignIn() {
  const t = useWords(words)
  return (
    <PublicPage>
      <SignIn title={t.signInStaff} recoverAt="/sign-in/recovery" below={<Demonstration />} />
    </PublicPage>
  )
}

export function StaffRecovery() {
  return (
    <PublicPage back="/sign-in">
      <Recovery />
    </PublicPage>
  )
}
