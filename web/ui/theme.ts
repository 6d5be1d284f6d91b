import { useState } from 'react'

export type Theme = 'light' | 'dark'

/** The theme on the screen, and a choice that is kept on this device; `first-paint.js` reads it next time. */
export function useTheme() {
  const [theme, setTheme] = useState<Theme>(() => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'))
  const choose = (next: Theme) => {
    document.documentElement.dataset.theme = next
    setTheme(next)
    try {
      localStorage.setItem('theme', next)
    } catch {
      return
    }
  }
  return { theme, choose }
}
