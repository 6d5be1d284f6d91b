import { useEffect } from 'react'
import { roleWords } from '#domains/accounts/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { useLanguage, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

export type Role = NonNullable<Answer<'accounts.me'>['role']>

/** A role and its unit in words. */
export function useRoleIn() {
  const t = useWords(words)
  const roles = useWords(roleWords)
  const { language } = useLanguage()
  return (as: { readonly role: Role; readonly unitFa: string | null; readonly unitEn: string | null }) => {
    const unit = language === 'fa' ? as.unitFa : as.unitEn
    return unit ? t.roleIn({ role: roles[as.role], unit }) : roles[as.role]
  }
}

/** Who is signed in, under which appointment; `undefined` while that is not known. */
export function useMe() {
  const { data, problem } = useRead('accounts.me', {})
  return { me: data, problem }
}

/** The staff door is for those who are signed in; everybody else comes back here after `/sign-in`. */
export function useSignedIn(signedIn: boolean | undefined) {
  useEffect(() => {
    if (signedIn !== false) return
    const next = encodeURIComponent(location.pathname + location.search)
    location.replace(`/sign-in?next=${next}`)
  }, [signedIn])
}
