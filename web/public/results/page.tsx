import './results.css'
import { useRead } from '#web/api/index.ts'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { Badge, Go, LinkButton, PageTitle, Skeleton, Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { ResultsNav } from './nav.tsx'
import { Said } from './said-cell.tsx'
import { longPeriod, nameIn, valueOf, writeValue, type Results as All } from './said.ts'
import { resultsWords } from './words.ts'

/** "What has been done": the latest release as one sentence, what it changed and why, and all that is out. */
export function Results() {
  const t = useWords(resultsWords)
  const { data, problem, reload } = useRead('observatory.results', {})
  return (
    <PublicPage width="wide">
      <div className="results flow">
        <ResultsNav />
        {data === undefined && <PageTitle tab={t.tab}>{t.tab}</PageTitle>}
        <ProblemNotice problem={problem} retry={reload} />
        {data === undefined && problem === undefined && <Skeleton lines={8} />}
        {data && (data.releases.length === 0 ? <Nothing /> : <Released all={data} />)}
      </div>
    </PublicPage>
  )
}

function Nothing() {
  const t = useWords(resultsWords)
  return (
    <>
      <PageTitle tab={t.tab}>{t.nothingTitle}</PageTitle>
      <p>{t.nothingText}</p>
      <p>
        <LinkButton to="/results/days" icon="calendar">
          {t.nothingNext}
        </LinkButton>
      </p>
    </>
  )
}

function Released({ all }: { all: All }) {
  return (
    <>
      <Headline all={all} />
      <Changed all={all} />
      <Indicators all={all} />
      <Releases all={all} />
    </>
  )
}

function Headline({ all: { headline } }: { all: All }) {
  const t = useWords(resultsWords)
  const f = useFormatter()
  const { language } = useLanguage()
  if (headline === null) return <PageTitle tab={t.tab}>{t.tab}</PageTitle>
  const { onTime, share, before, beside } = headline
  const period = longPeriod(headline.period, language)
  const count = valueOf(onTime)
  const [part, old] = [valueOf(share), before === null ? undefined : valueOf(before.cell)]
  return (
    <>
      <div className="results-head">
        <PageTitle tab={t.tab}>{count === undefined ? t.headlineHidden({ period }) : t.headline({ period, count })}</PageTitle>
      </div>
      {part !== undefined && <p>{t.headlineShare({ share: part })}</p>}
      <p className="quiet">
        {language === 'fa' ? headline.placeFa : headline.placeEn}
        {before !== null && old !== undefined && <> · {t.headlineBefore({ period: longPeriod(before.period, language), count: old })}</>}
      </p>
      {beside.length > 0 && (
        <section aria-labelledby="beside">
          <h2 id="beside">{t.beside}</h2>
          <ul className="results-beside">
            {beside.map((one) => (
              <li key={`${one.dataset} ${one.indicator}`}>
                <b>{one.cell.state === 'value' ? writeValue(f, one.cell.value, one) : <Said cell={one.cell} of={one} />}</b>
                <span className="quiet">{nameIn(one, language)}</span>
              </li>
            ))}
          </ul>
          <p className="quiet small">{t.besideNote}</p>
        </section>
      )}
    </>
  )
}

const MOST_LINES = 6

/** Of the newest release: its reason, and by how much the national numbers moved. */
function Changed({ all: { releases } }: { all: All }) {
  const t = useWords(resultsWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const [newest] = releases
  if (newest === undefined) return null
  const { revises } = newest
  return (
    <section aria-labelledby="changed" className="flow results-section">
      <h2 id="changed">{t.changed}</h2>
      <p className="quiet">
        {nameIn(newest, language)} · {t.vintage(newest)} · {f.date(newest.releasedAt, { style: 'full' })}{' '}
        {!newest.scheduled && <Badge tone="today">{t.unscheduled}</Badge>}
      </p>
      {revises === null ? (
        <p>{t.changedNothing}</p>
      ) : (
        <>
          <p>{language === 'fa' ? revises.reasonFa : revises.reasonEn}</p>
          {revises.size.length === 0 && <p className="quiet">{t.changedNone}</p>}
          <ul className="results-lines">
            {revises.size.slice(-MOST_LINES).map(({ indicator, period, before, now, ...names }) => (
              <li key={`${indicator} ${period}`}>{t.changedLine({ name: nameIn(names, language), period: longPeriod(period, language), before: f.number(before), now: f.number(now) })}</li>
            ))}
          </ul>
          {revises.nowHidden > 0 && <p>{t.nowHidden({ count: revises.nowHidden })}</p>}
        </>
      )}
    </section>
  )
}

function Indicators({ all: { indicators } }: { all: All }) {
  const t = useWords(resultsWords)
  const { language } = useLanguage()
  return (
    <section aria-labelledby="indicators" className="flow results-section">
      <h2 id="indicators">{t.indicators}</h2>
      <Table
        caption={t.indicators}
        hideCaption
        rows={indicators}
        keyOf={({ dataset, indicator }) => `${dataset} ${indicator}`}
        columns={[
          { id: 'name', header: t.indicator, names: true, cell: (one) => <Go to={`/results/${one.dataset}/${one.indicator}`}>{nameIn(one, language)}</Go> },
          { id: 'period', header: t.period, wideOnly: true, cell: ({ latest }) => longPeriod(latest.period, language) },
          { id: 'latest', header: t.latest, figures: true, cell: (one) => <Said cell={one.latest.cell} of={one} /> },
        ]}
      />
      {indicators.some(({ latest }) => latest.cell.state === 'hidden') && <p className="quiet small">{t.notPublishedMeans}</p>}
    </section>
  )
}

function Releases({ all: { releases } }: { all: All }) {
  const t = useWords(resultsWords)
  const f = useFormatter()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="releases" className="flow results-section">
      <h2 id="releases">{t.releases}</h2>
      <p className="quiet">{t.releasesNote}</p>
      <Table
        caption={t.releases}
        hideCaption
        rows={releases}
        keyOf={({ dataset, number }) => `${dataset} ${number}`}
        columns={[
          { id: 'day', header: t.day, cell: ({ releasedAt }) => f.date(releasedAt, { style: 'full' }) },
          {
            id: 'name',
            header: t.release,
            names: true,
            cell: (one) => (
              <span className="results-name">
                {nameIn(one, language)} {!one.scheduled && <Badge tone="today">{t.unscheduled}</Badge>}
              </span>
            ),
          },
          { id: 'number', header: t.vintageColumn, figures: true, cell: ({ number }) => f.number(number) },
          { id: 'why', header: t.why, wideOnly: true, cell: ({ revises }) => (revises === null ? t.first : language === 'fa' ? revises.reasonFa : revises.reasonEn) },
        ]}
      />
      <p>
        <a href="/api/releases/catalogue">{t.catalogue}</a>
      </p>
    </section>
  )
}
