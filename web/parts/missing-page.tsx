import { LinkButton, PageTitle, useWords } from '#web/ui/index.ts'
import { PublicPage } from './public-page.tsx'
import { words } from './words.ts'

export function MissingPage({ start = '/' }: { start?: string }) {
  const t = useWords(words)
  return (
    <PublicPage>
      <PageTitle>{t.pageMissing}</PageTitle>
      <p>{t.pageMissingDetail}</p>
      <LinkButton to={start}>{t.toTheStart}</LinkButton>
    </PublicPage>
  )
}
