import { useEffect } from 'react'
import { isKiosk, startOver } from '#web/ui/index.ts'

/** Where quick exit ends: nothing of ours is on it, not even our name. */
export function Leave() {
  useEffect(() => {
    document.title = ' '
    // The next person at a kiosk finds its first page.
    if (!isKiosk()) return undefined
    const timer = setTimeout(startOver, 3_000)
    return () => clearTimeout(timer)
  }, [])
  return <main className="leave" aria-label=" " />
}
