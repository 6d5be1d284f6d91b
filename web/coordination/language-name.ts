import { useMemo } from 'react'
import { useLanguage } from '#web/ui/index.ts'

/** A language by its own code, in the reader's words. */
export function useLanguageName(): (code: string) => string {
  const { language } = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' })
    return (code) => {
      try {
        return names.of(code) ?? code
      } catch {
        return code
      }
    }
  }, [language])
}
