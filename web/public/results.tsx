import { PublicPage } from '#web/parts/index.ts'
import { PageTitle, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** "What has been done": says plainly that nothing has been released, and by which rule it will be. */
export function Results() {
  const t = useWords(words)
  return (
    <PublicPage>
      <PageTitle tab={t.results}>{t.resultsTitle}</PageTitle>
      <p>{t.resultsText}</p>
      <p>
        <a href="/api">{t.resultsApi}</a>
      </p>
    </PublicPage>
  )
}
