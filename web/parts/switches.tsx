import './switches.css'
import { IconButton, useLanguage, useTheme, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** The other language, in its own words. */
export function LanguageSwitch() {
  const t = useWords(words)
  const { language, change } = useLanguage()
  const other = language === 'fa' ? 'en' : 'fa'
  return (
    <button type="button" className="language-switch" lang={other} onClick={() => change(other)}>
      {t.otherLanguage}
    </button>
  )
}

export function ThemeSwitch() {
  const t = useWords(words)
  const { theme, choose } = useTheme()
  const dark = theme === 'dark'
  return (
    <IconButton
      icon={dark ? 'sun' : 'moon'}
      size={20}
      name={t.switchTheme({ dark })}
      onClick={() => choose(dark ? 'light' : 'dark')}
    />
  )
}
