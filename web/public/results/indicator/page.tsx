import '#web/public/results/results.css'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { useRead } from '#web/api/index.ts'
import { ResultsNav } from '#web/public/results/nav.tsx'
import { nameIn, stripeOf, type Result } from '#web/public/results/said.ts'
import { resultsWords } from '#web/public/results/words.ts'
import { Go, Icon, Notice, PageTitle, Skeleton, useLanguage, useWords } from '#web/ui/index.ts'
import { Complete, Definition, Downloads } from './about.tsx'
import { useChosen, type Chosen, type ShownProps } from './chosen.ts'
import { Figure } from './figure.tsx'
import { Groups } from './groups.tsx'
import { Line } from './line.tsx'
import { Places } from './places.tsx'
import { Revisions } from './revisions.tsx'
import { Which } from './which.tsx'
import { resultWords } from './words.ts'

/** One released indicator: a figure, its line with what was revised, places on a map, groups, and what it means. */
export function ResultPage({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useWords(resultsWords)
  const [chosen, choose] = useChosen()
  const { place, vintage, period, group } = chosen
  const query = { dataset: params['dataset'] ?? '', indicator: params['indicator'] ?? '', place, vintage, period, group }
  const { data, problem, loading, reload } = useRead('observatory.result', { query })
  return (
    <PublicPage width="wide">
      <div className="results flow">
        <ResultsNav />
        {data === undefined && <PageTitle tab={t.tab}>{t.indicator}</PageTitle>}
        <ProblemNotice problem={problem} retry={reload} />
        {data === undefined && problem === undefined && <Skeleton lines={10} />}
        {data && <Shown key={data.indicator} result={data} chosen={chosen} choose={choose} busy={loading} />}
      </div>
    </PublicPage>
  )
}

/** The line's own periods: those of one calendar and length. */
const stripeIn = ({ periods, period }: Result, { stripe }: Chosen): string => {
  const there = periods.map((one) => stripeOf(one.period))
  return stripe !== undefined && there.includes(stripe) ? stripe : stripeOf(period)
}

function Shown({ result, chosen, choose, busy }: ShownProps & { busy: boolean }) {
  const t = useWords(resultWords)
  const { language } = useLanguage()
  const stripe = stripeIn(result, chosen)
  const periods = result.periods.filter(({ period }) => stripeOf(period) === stripe)
  const newest = result.vintages[0]?.number
  return (
    <div className="result flow" aria-busy={busy || undefined}>
      <Crumbs result={result} choose={choose} />
      <PageTitle tab={nameIn(result, language)}>{nameIn(result, language)}</PageTitle>
      <p className="result-to-choices">
        <a href="#which">{t.toChoices}</a>
      </p>
      {result.release.synthetic && <p className="quiet small">{t.synthetic}</p>}
      {newest !== undefined && result.release.number < newest && <Notice>{t.older}</Notice>}
      <div className="result-columns">
        <div className="flow">
          <Figure result={result} periods={periods} />
          <Line result={result} periods={periods} />
          <Places result={result} choose={choose} />
          <Groups result={result} chosen={chosen} choose={choose} />
          <Revisions result={result} periods={periods} />
        </div>
        <div className="result-side">
          <Which result={result} chosen={chosen} stripe={stripe} choose={choose} />
          <Definition result={result} />
          <Complete result={result} />
          <Downloads result={result} />
        </div>
      </div>
    </div>
  )
}

function Crumbs({ result, choose }: Pick<ShownProps, 'result' | 'choose'>) {
  const t = useWords(resultsWords)
  const w = useWords(resultWords)
  const { language } = useLanguage()
  return (
    <p className="result-crumbs">
      <Go to="/results">{t.toResults}</Go>
      {[...result.within].reverse().map((place) => (
        <span key={place.code} className="result-crumbs">
          <Icon name="go" size={16} />
          <button type="button" className="result-crumb" onClick={() => choose({ place: result.within.at(-1)?.code === place.code ? undefined : place.code })}>
            <span className="visually-hidden">{w.up({ place: nameIn(place, language) })}</span>
            <span aria-hidden="true">{nameIn(place, language)}</span>
          </button>
        </span>
      ))}
      <Icon name="go" size={16} />
      <span>{nameIn(result.place, language)}</span>
    </p>
  )
}
