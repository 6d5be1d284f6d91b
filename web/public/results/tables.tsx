import './results.css'
import { useRead } from '#web/api/index.ts'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { Empty, LinkButton, PageTitle, Skeleton, useWords } from '#web/ui/index.ts'
import { ResultsNav } from './nav.tsx'
import { NoisedTable } from './table-shown.tsx'
import { TableChoices, useTableChosen } from './table-choices.tsx'
import { tableWords } from './tables-words.ts'
import { resultsWords } from './words.ts'

/** Anybody's own table: what, by what, where and when. Every number has its noise. */
export function Tables() {
  const t = useWords(tableWords)
  const r = useWords(resultsWords)
  const { data, problem, reload } = useRead('observatory.noised-cubes', {})
  const out = data?.cubes.filter(({ edition }) => edition !== null)
  const [chosen, choose] = useTableChosen(out?.[0])
  const cube = out?.find((one) => one.cube === chosen?.cube) ?? out?.[0]
  return (
    <PublicPage width="wide">
      <div className="results flow">
        <ResultsNav />
        <PageTitle tab={r.toTables}>{t.title}</PageTitle>
        <p>{t.lead}</p>
        <ProblemNotice problem={problem} retry={reload} />
        {data === undefined && problem === undefined && <Skeleton lines={6} />}
        {out?.length === 0 && (
          <Empty title={t.noneTitle} action={<LinkButton to="/results/days">{r.nothingNext}</LinkButton>}>
            {t.noneText}
          </Empty>
        )}
        {data && cube && chosen && (
          <>
            <TableChoices all={data} cube={cube} chosen={chosen} choose={choose} />
            <NoisedTable cube={cube} chosen={chosen} />
          </>
        )}
      </div>
    </PublicPage>
  )
}
