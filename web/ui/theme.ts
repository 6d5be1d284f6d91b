import { useState } from 'react'

export type Theme = 'light' | 'dark'

const root = () => document.documentElement

/** The theme on the screen, and a choice that is kept on this device; `first-paint.js` reads it next time. */
export function useTheme() {
  const [theme, setTheme] = useState<Theme>(() => (root().dataset.theme === 'dark' ? 'dark' : 'light'))
  const choose = (next: Theme) => {
    root().dataset.theme = next
    setTheme(next)
    try {
      localStorage.setItem('theme', next)
    } catch {
      return
    }
  }
  return { theme, choose }
}
