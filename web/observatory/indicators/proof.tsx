import { useState } from 'react'
import { useRead } from '#web/api/query.tsx'
import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Skeleton, useWords } from '#web/ui/index.ts'
import { lastOver, type Figures } from './figures.ts'

/** The root of the figure that the page shows, when somebody asks for it. */
export function Proof({ figures, asOf }: { figures: Figures; asOf: string | undefined }) {
  const t = useWords(indicatorWords)
  const [wanted, setWanted] = useState<string>()
  const period = lastOver(figures.periods)
  const query = { indicator: figures.indicator, place: figures.place.code, period: period?.period, version: period?.figures[0]?.version, asOf }
  const key = JSON.stringify(query)
  const { data, problem, catchingUp, reload } = useRead('observatory.proof', wanted === key ? { query } : undefined)
  const shown = wanted === key && !catchingUp ? data : undefined
  return (
    <section aria-labelledby="proof" className="flow flow--close">
      <h2 id="proof">{t.proof}</h2>
      <p className="quiet small">{t.proofNote}</p>
      {wanted !== key && <Button onClick={() => setWanted(key)}>{t.showProof}</Button>}
      {wanted === key && <ProblemNotice problem={problem} retry={reload} />}
      {wanted === key && shown === undefined && problem === undefined && <Skeleton lines={2} />}
      {shown && (
        <p role="status">
          {shown.facts === 0 ? t.proofNone : t.proofFacts({ facts: shown.facts })}
          {shown.facts > 0 && <code className="indicator-root">{shown.root}</code>}
        </p>
      )}
    </section>
  )
}
