import { useRead } from '#web/api/query.tsx'
import { useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

export interface Me {
  readonly name: string
  readonly role: Role
  /** Role and unit in words, for the navigation. */
  readonly note: string
}

export type Role = keyof typeof words

/** Who is signed in, under which appointment. */
export function useMe() {
  const t = useWords(words)
  const { data, problem } = useRead('session.get', {})
  if (data === undefined || !(data.role in words)) return { me: undefined, problem }
  const role = data.role as Role
  const me: Me = { name: data.name, role, note: data.unit === null ? t[role] : `${t[role]}، ${data.unit}` }
  return { me, problem }
}
