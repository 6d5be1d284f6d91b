import { useEffect } from 'react'

/** Where quick exit ends: nothing of ours is on it, not even our name. */
export function Leave() {
  useEffect(() => {
    document.title = ' '
  }, [])
  return <main className="leave" aria-label=" " />
}
