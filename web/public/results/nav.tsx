import { Go, usePath, useWords } from '#web/ui/index.ts'
import { resultsWords } from './words.ts'

/** From one part of the observatory to the next. */
export function ResultsNav() {
  const t = useWords(resultsWords)
  const path = usePath().replace(/\/$/, '')
  const parts = [
    ['/results', t.toResults],
    ['/results/tables', t.toTables],
    ['/results/days', t.toDays],
    ['/results/api', t.toApi],
  ] as const
  return (
    <nav className="results-nav no-print" aria-label={t.sections}>
      {parts.map(([to, label]) => (
        <Go key={to} to={to} aria-current={path === to ? 'page' : to === '/results' && !parts.some(([other]) => other === path) ? 'true' : undefined}>
          {label}
        </Go>
      ))}
    </nav>
  )
}
