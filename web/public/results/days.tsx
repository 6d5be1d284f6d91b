import './results.css'
import { useRead } from '#web/api/index.ts'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { Badge, PageTitle, Skeleton, Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { ResultsNav } from './nav.tsx'
import { longPeriod, nameIn } from './said.ts'
import { resultsWords } from './words.ts'

/** When figures go out and are revised: what is to come by plan, and what has been. */
export function ReleaseDays() {
  const t = useWords(resultsWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const { data, problem, reload } = useRead('observatory.release-days', {})
  return (
    <PublicPage width="wide">
      <div className="results flow">
        <ResultsNav />
        <PageTitle tab={t.toDays}>{t.daysTitle}</PageTitle>
        <p>{t.daysLead}</p>
        <ProblemNotice problem={problem} retry={reload} />
        {data === undefined && problem === undefined && <Skeleton lines={6} />}
        {data && (
          <>
            <section className="results-section">
              <Table
                caption={t.coming}
                rows={data.coming}
                keyOf={({ plan, period }) => `${plan} ${period}`}
                columns={[
                  { id: 'at', header: t.moment, cell: ({ at }) => t.momentIs({ day: f.date(at, { style: 'full' }), time: f.time(at) }) },
                  { id: 'name', header: t.release, names: true, cell: (one) => nameIn(one, language) },
                  { id: 'period', header: t.newPeriod, cell: ({ period }) => longPeriod(period, language) },
                  { id: 'revised', header: t.alsoRevised, wideOnly: true, cell: ({ alsoRevised }) => (alsoRevised === 0 ? t.nothingThere : t.alsoRevisedIs({ count: alsoRevised })) },
                ]}
              />
            </section>
            <section className="results-section">
              <Table
                caption={t.past}
                rows={data.past}
                keyOf={({ dataset, number }) => `${dataset} ${number}`}
                empty={<p className="quiet">{t.pastNone}</p>}
                columns={[
                  { id: 'at', header: t.day, cell: ({ releasedAt }) => f.date(releasedAt, { style: 'full' }) },
                  {
                    id: 'name',
                    header: t.release,
                    names: true,
                    cell: (one) => (
                      <span className="results-name">
                        {nameIn(one, language)} · {t.vintage(one)} {!one.scheduled && <Badge tone="today">{t.unscheduled}</Badge>}
                      </span>
                    ),
                  },
                  { id: 'period', header: t.newPeriod, cell: ({ period }) => longPeriod(period, language) },
                  { id: 'why', header: t.why, wideOnly: true, cell: ({ revises }) => (revises === null ? t.first : language === 'fa' ? revises.reasonFa : revises.reasonEn) },
                ]}
              />
            </section>
          </>
        )}
      </div>
    </PublicPage>
  )
}
