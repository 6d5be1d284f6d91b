import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { Facts, More, useFormatter, useWords } from '#web/ui/index.ts'
import type { Own, Run } from './use-runs.ts'

/** Whether it could have been done better, in words first. */
export function Certificate({ own: { primal, dual }, form }: { own: Own; form: Run['form'] }) {
  const t = useWords(nightlyWords)
  const gap = (100 * (primal - dual)) / Math.max(1, Math.abs(dual))
  const proven = primal === dual
  return (
    <section className="flow flow--close">
      <h2>{t.certificate}</h2>
      <p>
        <b>{proven ? t.proven : t.near}</b> {proven ? t.provenText : form === 'hours' ? t.hoursText({ gap }) : t.nearText({ gap })}
      </p>
      <p className="quiet">
        {t.bound({ primal, dual, gap })} {t.costText}
      </p>
    </section>
  )
}

/** The weights of the run, in words. */
export function Weights({ weights }: { weights: Run['weights'] }) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const rows = [
    { term: t.wTravel, value: weights.travelPerKm },
    { term: t.wWaiting({ days: weights.waitingDaysMost }), value: -weights.waitingPerDay },
    { term: t.wPriority, value: -weights.priorityStep },
    { term: t.wNewFace, value: weights.newFace },
    { term: t.wSex, value: weights.preferredSex },
    { term: t.wLoad, value: weights.loadStep },
    { term: t.wUnmatched, value: weights.unmatched },
  ]
  return (
    <More label={t.weights} icon="list">
      <Facts rows={rows.map(({ term, value }) => ({ term, value: f.number(value) }))} />
      <p className="quiet small">{t.weightsUnit(weights)}</p>
    </More>
  )
}
