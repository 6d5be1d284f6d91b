import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { Facts, Share, Table, useFormatter, useWords } from '#web/ui/index.ts'
import type { Own, Wide } from './use-runs.ts'

/** Which requirement leaves how many needs without anybody; counts only. */
export function Without({ own }: { own: Pick<Own, 'unmatched'> & Partial<Pick<Own, 'left'>> }) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const most = Math.max(1, ...own.unmatched.map(({ needs }) => needs))
  return (
    <section className="flow">
      <h2>{t.without}</h2>
      <Table
        caption={t.without}
        hideCaption
        rows={own.unmatched}
        keyOf={({ reason }) => reason}
        empty={<p className="quiet">{t.withoutNone}</p>}
        columns={[
          { id: 'reason', header: t.reason, cell: ({ reason }) => t[`reason-${reason}`], names: true },
          { id: 'needs', header: t.needs, cell: ({ needs }) => f.number(needs), figures: true },
          { id: 'share', header: t.share, cell: ({ needs }) => <Share value={needs / most} />, wideOnly: true },
        ]}
      />
      {own.left !== undefined && own.left > 0 && <p className="quiet">{t.leftOver({ needs: own.left })}</p>}
    </section>
  )
}

/** What is different from the proposals that stood before; a count that is too small is not told. */
export function Changes({ counts }: { counts: Pick<Wide, 'newly' | 'changed' | 'dropped'> & { readonly same?: number } }) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const figure = (count: number | null) => (count === null ? t.tooFew : f.number(count))
  return (
    <section className="flow flow--close">
      <h2>{t.changes}</h2>
      <Facts
        rows={[
          { term: t.newly, value: figure(counts.newly) },
          { term: t.changed, value: figure(counts.changed) },
          { term: t.dropped, value: figure(counts.dropped) },
          ...(counts.same === undefined ? [] : [{ term: t.same, value: figure(counts.same) }]),
        ]}
      />
    </section>
  )
}

/** Beside what most systems do: the most pressing first, each with the nearest. */
export function Simpler({ own }: { own: Own }) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const measures = [
    { name: t.met, of: ({ matched }: Own['ours']) => matched },
    { name: t.waited, of: ({ waitingDays }: Own['ours']) => waitingDays },
    { name: t.travel, of: ({ travelKm }: Own['ours']) => travelKm },
  ]
  return (
    <section className="flow flow--close">
      <h2>{t.compared}</h2>
      <Table
        caption={t.compared}
        hideCaption
        rows={measures}
        keyOf={({ name }) => name}
        columns={[
          { id: 'measure', header: t.measure, cell: ({ name }) => name, names: true },
          { id: 'ours', header: t.ours, cell: ({ of }) => f.number(of(own.ours)), figures: true },
          { id: 'greedy', header: t.greedy, cell: ({ of }) => f.number(of(own.greedy)), figures: true },
        ]}
      />
      <p className="quiet">{t.comparedText}</p>
    </section>
  )
}
