import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { More, Table, useFormatter, useWords } from '#web/ui/index.ts'
import type { Own } from './use-runs.ts'

type Load = Own['before']

/** How many carry how much, now and if every proposal is taken. */
export function Loads({ own: { before, after } }: { own: Own }) {
  const t = useWords(nightlyWords)
  return (
    <Curves
      id="nightly-loads"
      title={t.loads}
      curves={[
        { side: 'before', title: t.before, loads: before },
        { side: 'after', title: t.after, loads: after },
      ]}
    />
  )
}

export interface CurvesProps {
  readonly id: string
  readonly title: string
  readonly curves: readonly { readonly side: string; readonly title: string; readonly loads: Load }[]
}

/** Load curves on one scale, side by side. */
export function Curves({ id, title, curves }: CurvesProps) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const most = Math.max(0, ...curves.flatMap(({ loads }) => loads.map(({ carried }) => carried)))
  const countAt = (loads: Load, wanted: number) => loads.find(({ carried }) => carried === wanted)?.volunteers ?? 0
  // A number of tasks that nobody carries is a gap in the curve, not a missing column.
  const steps = Array.from({ length: most + 1 }, (_, carried) => carried)
  const says = (loads: Load) => t.loadSays({ idle: countAt(loads, 0), most: Math.max(0, ...loads.map(({ carried }) => carried)) })
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="nightly-curves">
        {curves.map(({ side, title: name, loads }) => (
          <figure key={side}>
            <figcaption>
              <b>{name}</b> <span className="quiet">{says(loads)}</span>
            </figcaption>
            <BarChart
              says={`${name}: ${says(loads)}`}
              bars={steps.map((carried) => ({
                key: String(carried),
                value: countAt(loads, carried),
                label: f.number(carried),
                figure: f.number(countAt(loads, carried)),
                look: carried === 0 ? 'hollow' : 'full',
              }))}
            />
          </figure>
        ))}
      </div>
      <p className="quiet small">{t.axis}</p>
      <More label={t.table} icon="list">
        <Table
          caption={title}
          hideCaption
          rows={steps}
          keyOf={(carried) => String(carried)}
          columns={[
            { id: 'carried', header: t.carried, cell: (carried) => f.number(carried), names: true },
            ...curves.map(({ side, title: header, loads }) => ({
              id: side, header, cell: (carried: number) => f.number(countAt(loads, carried)), figures: true,
            })),
          ]}
        />
      </More>
    </section>
  )
}
