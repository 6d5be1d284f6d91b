import { useLanguage } from '#web/ui/index.ts'
import { useAbout } from './about.ts'

/** Names a kind of need in the reader's language; its code until the names have arrived. */
export function useKindName(): (code: string) => string {
  const about = useAbout()
  const { language } = useLanguage()
  return (code) => {
    const kind = about?.needKinds.find((known) => known.code === code)
    if (kind === undefined) return about === undefined ? '' : code
    return language === 'fa' ? kind.nameFa : kind.nameEn
  }
}
