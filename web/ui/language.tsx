import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { formatter, say, type Formatter, type Language, type Words } from '#platform/words/index.ts'

interface LanguageChoice {
  readonly language: Language
  readonly format: Formatter
  /** The country's own first language, whose week and weekend the calendars keep in every language. */
  readonly home: Language
  readonly direction: 'rtl' | 'ltr'
  readonly change: (language: Language) => void
}

const Choice = createContext<LanguageChoice | undefined>(undefined)

export const directionOf = (language: Language) => (language === 'fa' ? 'rtl' : 'ltr')

/** The cookie tells the server too, so that its messages and the first paint come in the same language. */
function remember(language: Language) {
  const year = 365 * 24 * 60 * 60
  document.cookie = `lang=${language}; path=/; max-age=${year}; samesite=lax`
}

/** The cookie goes first: a document from a cache may be older than the choice. */
function initialLanguage(): Language {
  const cookie = /(?:^|; )lang=(fa|en)/.exec(document.cookie)?.[1]
  return (cookie ?? document.documentElement.lang) === 'en' ? 'en' : 'fa'
}

export interface LanguageProviderProps {
  /** The country's time zone, once it is known: all times are its times, wherever the phone is. */
  readonly timeZone?: string
  readonly home?: Language
  readonly children: ReactNode
}

export function LanguageProvider({ timeZone, home = 'fa', children }: LanguageProviderProps) {
  const [language, setLanguage] = useState(initialLanguage)
  const direction = directionOf(language)
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }, [language, direction])
  const choice = useMemo<LanguageChoice>(() => {
    const change = (next: Language) => {
      remember(next)
      setLanguage(next)
    }
    const format = formatter(language, timeZone === undefined ? undefined : { timeZone })
    return { language, direction, format, home, change }
  }, [language, direction, timeZone, home])
  return <Choice value={choice}>{children}</Choice>
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Choice)
  if (choice === undefined) throw new Error('useLanguage needs a LanguageProvider around it')
  return choice
}

/** The typed speaker of a `words.ts` in the reader's language: `t.received`, `t.daysLeft({ days: 3 })`. */
export function useWords<Spoken extends Words>(words: Spoken) {
  const { language, format } = useLanguage()
  return useMemo(() => say(words, language, format), [words, language, format])
}

/** Numbers, dates and lists as the reader writes them. */
export const useFormatter = () => useLanguage().format
