import { weightNames } from '#domains/matching/weights/lifecycle.ts'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { Facts, More, useFormatter, useWords } from '#web/ui/index.ts'
import type { Values, WeightsAnswer } from './use-weights.ts'

/** What is in force, and what was before. */
export function History({ weights: { inForce, past } }: { weights: WeightsAnswer }) {
  const t = useWords(weightsWords)
  const f = useFormatter()
  return (
    <section className="weights-history flow" aria-labelledby="weights-now">
      <h2 id="weights-now">{t.inForce}</h2>
      <p className="quiet">
        {inForce.since === null ? t.sinceBegin : t.since({ when: f.dateTime(inForce.since) })}
      </p>
      {inForce.reason !== null && <Reason>{inForce.reason}</Reason>}
      <All values={inForce.weights} />
      <p className="quiet small">{t.unit}</p>
      <h2>{t.history}</h2>
      {past.length === 0 && <p className="quiet">{t.historyNone}</p>}
      {past.map(({ version, weights, since, until, reason }) => {
        const from = since === null ? t.fromBegin : f.date(since, { style: 'numeric' })
        return (
          <More key={version} icon="list" label={t.versionLine({ version, from, until: until === null ? '' : f.date(until, { style: 'numeric' }) })}>
            {reason !== null && <Reason>{reason}</Reason>}
            <All values={weights} />
          </More>
        )
      })}
    </section>
  )
}

/** In whatever language the desk wrote it. */
function Reason({ children }: { children: string }) {
  return (
    <p className="quiet">
      <bdi>{children}</bdi>
    </p>
  )
}

function All({ values }: { values: Values }) {
  const t = useWords(weightsWords)
  const f = useFormatter()
  return <Facts rows={weightNames.map((name) => ({ term: t[name], value: f.number(values[name]) }))} />
}
