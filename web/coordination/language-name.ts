import { useAbout } from '#web/parts/about.ts'
import { useLanguage } from '#web/ui/index.ts'

/** A language in the reader's words, as the country pack names it; its code where the pack does not know it. */
export function useLanguageName(): (code: string) => string {
  const spoken = useAbout()?.spokenLanguages
  const { language } = useLanguage()
  return (code) => {
    const known = spoken?.find((one) => one.code === code)
    if (known === undefined) return spoken === undefined ? '' : code
    return language === 'fa' ? known.nameFa : known.nameEn
  }
}
