import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { More, Table, useFormatter, useWords } from '#web/ui/index.ts'
import type { Own } from './use-runs.ts'

/** How many carry how much, now and if every proposal is taken: on one scale, side by side. */
export function Loads({ own: { before, after } }: { own: Own }) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const most = Math.max(0, ...[...before, ...after].map(({ carried }) => carried))
  const countAt = (rows: Own['before'], wanted: number) => rows.find(({ carried }) => carried === wanted)?.volunteers ?? 0
  // A number of tasks that nobody carries is a gap in the curve, not a missing column.
  const rows = Array.from({ length: most + 1 }, (_, carried) => ({
    carried,
    before: countAt(before, carried),
    after: countAt(after, carried),
  }))
  const says = (loads: Own['before']) =>
    t.loadSays({ idle: countAt(loads, 0), most: Math.max(0, ...loads.map(({ carried }) => carried)) })
  const curves = [
    { side: 'before', title: t.before, says: says(before) },
    { side: 'after', title: t.after, says: says(after) },
  ] as const
  return (
    <section className="flow" aria-labelledby="nightly-loads">
      <h2 id="nightly-loads">{t.loads}</h2>
      <div className="nightly-curves">
        {curves.map(({ side, title, says: sentence }) => (
          <figure key={side}>
            <figcaption>
              <b>{title}</b> <span className="quiet">{sentence}</span>
            </figcaption>
            <BarChart
              says={`${title}: ${sentence}`}
              bars={rows.map((row) => ({
                key: String(row.carried),
                value: row[side],
                label: f.number(row.carried),
                figure: f.number(row[side]),
                look: row.carried === 0 ? 'hollow' : 'full',
              }))}
            />
          </figure>
        ))}
      </div>
      <p className="quiet small">{t.axis}</p>
      <More label={t.table} icon="list">
        <Table
          caption={t.loads}
          hideCaption
          rows={rows}
          keyOf={({ carried }) => String(carried)}
          columns={[
            { id: 'carried', header: t.carried, cell: ({ carried }) => f.number(carried), names: true },
            { id: 'before', header: t.before, cell: (row) => f.number(row.before), figures: true },
            { id: 'after', header: t.after, cell: (row) => f.number(row.after), figures: true },
          ]}
        />
      </More>
    </section>
  )
}
