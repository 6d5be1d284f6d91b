import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { Curves } from '#web/coordination/nightly/loads.tsx'
import { Table, useFormatter, useWords } from '#web/ui/index.ts'
import type { Told, Tried } from './use-weights.ts'

interface Way {
  readonly matched: number
  readonly waitingDays: number
  readonly travelKm: number
  readonly unmatched: Tried['now']['unmatched'] | null
  /** Null where it is too few to be told; undefined where it is not known. */
  readonly idle: number | null | undefined
  readonly most: number | undefined
}

const wayOf = ({ after, ...side }: Tried['now']): Way => ({
  ...side,
  idle: after.find(({ carried }) => carried === 0)?.volunteers ?? 0,
  most: Math.max(0, ...after.map(({ carried }) => carried)),
})

/** What the desk’s own trial came to: every count, and the load curves. */
export function Compared({ trial }: { trial: Tried }) {
  const t = useWords(weightsWords)
  if (trial.needs === 0) return <p className="quiet">{t.trialNone}</p>
  return (
    <section className="flow" aria-labelledby="weights-compared">
      <h2 id="weights-compared">{t.compared}</h2>
      <p>
        <b>{t.differ({ count: trial.differ, needs: trial.needs })}</b>
      </p>
      <Ways needs={trial.needs} now={wayOf(trial.now)} draft={wayOf(trial.draft)} />
      <Curves
        id="weights-loads"
        title={t.loads}
        curves={[
          { side: 'now', title: t.now, loads: trial.now.after },
          { side: 'draft', title: t.inDraft, loads: trial.draft.after },
        ]}
      />
    </section>
  )
}

/** The same for whoever decides: without small counts. */
export function ComparedTold({ told }: { told: Told | null }) {
  const t = useWords(weightsWords)
  if (told === null) return <p className="quiet">{t.untold}</p>
  const way = (side: Told['now']): Way => ({ ...side, most: undefined })
  return (
    <>
      <p>{told.differ === null ? t.differFew : t.differ({ count: told.differ, needs: told.needs })}</p>
      <Ways needs={told.needs} now={way(told.now)} draft={way(told.draft)} />
    </>
  )
}

function Ways({ needs, now, draft }: { needs: number; now: Way; draft: Way }) {
  const t = useWords(weightsWords)
  const n = useWords(nightlyWords)
  const f = useFormatter()
  const figure = (value: number | null) => (value === null ? t.tooFew : f.number(value))
  const reasons = [...new Set([...(now.unmatched ?? []), ...(draft.unmatched ?? [])].map(({ reason }) => reason))]
  const without = (way: Way, reason: (typeof reasons)[number]) => way.unmatched?.find((row) => row.reason === reason)?.needs ?? 0
  const rows = [
    { name: t.met, of: (way: Way) => f.number(way.matched) },
    { name: t.left, of: (way: Way) => f.number(needs - way.matched) },
    ...reasons.map((reason) => ({ name: t.leftFor({ reason: n[`reason-${reason}`] }), of: (way: Way) => f.number(without(way, reason)) })),
    { name: t.travel, of: (way: Way) => f.number(way.travelKm) },
    { name: t.waited, of: (way: Way) => f.number(way.waitingDays) },
    ...(now.idle === undefined ? [] : [{ name: t.idle, of: (way: Way) => figure(way.idle ?? null) }]),
    ...(now.most === undefined ? [] : [{ name: t.most, of: (way: Way) => f.number(way.most ?? 0) }]),
  ]
  return (
    <Table
      caption={t.compared}
      hideCaption
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { id: 'measure', header: t.measure, cell: ({ name }) => name, names: true },
        { id: 'now', header: t.now, cell: ({ of }) => of(now), figures: true },
        { id: 'draft', header: t.inDraft, cell: ({ of }) => of(draft), figures: true },
      ]}
    />
  )
}
