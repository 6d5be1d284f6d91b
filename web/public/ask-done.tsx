import type { Answer } from '#web/api/index.ts'
import { PublicPage } from '#web/parts/index.ts'
import { Code, LinkButton, Notice, PageTitle, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import './home.css'
import { words } from './words.ts'

/** The office, the time by when it calls, the code, and what happens to the data. */
export function AskDone({ answer }: { answer: Answer<'desk.ask'> }) {
  const t = useWords(words)
  const f = useFormatter()
  const { language } = useLanguage()
  const office = language === 'fa' ? answer.officeFa : answer.officeEn
  return (
    <PublicPage>
      <PageTitle tab={t.askTab}>{t.doneTitle}</PageTitle>
      {answer.onBehalf && <Notice icon="people">{t.doneOnBehalf}</Notice>}
      <p>{answer.onBehalf && !answer.danger ? t.doneTheirs({ office }) : answer.danger ? t.doneDanger({ office }) : t.doneCall({ office, when: f.dateTime(answer.dueAt) })}</p>
      <section>
        <h2>{t.yourCode}</h2>
        <p className="public-code">
          <Code>{answer.code}</Code>
        </p>
        <p className="quiet">{t.codeNote}</p>
      </section>
      <Notice icon="lock">{t.dataNote}</Notice>
      <LinkButton to="/follow" look="primary" big>
        {t.toFollow}
      </LinkButton>
    </PublicPage>
  )
}
