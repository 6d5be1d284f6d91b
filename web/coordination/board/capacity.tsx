import { boardWords } from './words.ts'
import { FreeTasks } from '#web/coordination/free-tasks.tsx'
import { PersonName } from '#web/parts/index.ts'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { More, Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import type { Board } from './use-board.ts'

type CapacityData = Board['capacity']

/** Idle people first: unused capacity is a chance, not a fault. */
export function Capacity({ capacity }: { capacity: CapacityData }) {
  return (
    <div className="board-capacity">
      <Idle capacity={capacity} />
      <Curve capacity={capacity} />
    </div>
  )
}

function Idle({ capacity: { idle, idleFirst } }: { capacity: CapacityData }) {
  const t = useWords(boardWords)
  const { language } = useLanguage()
  return (
    <section aria-labelledby="board-idle" className="flow">
      <h2 id="board-idle">{t.idleFirst}</h2>
      {idleFirst.length === 0 && <p className="quiet">{t.idleNone}</p>}
      <ul className="board-idle">
        {idleFirst.map(({ name, unitFa, unitEn, offered }, at) => (
          <li key={`${name}-${at}`}>
            <span className="board-idle-who">
              <b>
                <PersonName>{name}</PersonName>
              </b>
              <span className="quiet">{language === 'fa' ? unitFa : unitEn}</span>
            </span>
            <span className="board-idle-free">
              <FreeTasks carried={0} offered={offered} />
              <span className="nowrap">{t.tasks({ count: offered })}</span>
            </span>
          </li>
        ))}
      </ul>
      {idle > idleFirst.length && <p className="quiet">{t.idleMore({ count: idle - idleFirst.length })}</p>}
    </section>
  )
}

/** Fairness as a curve: how many carry how much. */
function Curve({ capacity: { loads, volunteers, idle } }: { capacity: CapacityData }) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const most = Math.max(0, ...loads.map(({ carried }) => carried))
  const at = new Map(loads.map((row) => [row.carried, row.volunteers]))
  // A number of tasks that nobody carries is a gap in the curve, not a missing column.
  const rows = Array.from({ length: most + 1 }, (_, carried) => ({ carried, volunteers: at.get(carried) ?? 0 }))
  const tasks = rows.reduce((sum, row) => sum + row.carried * row.volunteers, 0)
  const says = t.curveSays({ volunteers, idle, mean: volunteers === 0 ? 0 : tasks / volunteers, most })
  return (
    <section aria-labelledby="board-curve" className="flow">
      <h2 id="board-curve">{t.curve}</h2>
      <p>{says}</p>
      <figure>
        <BarChart
          says={says}
          bars={rows.map((row) => ({
            key: String(row.carried),
            value: row.volunteers,
            label: f.number(row.carried),
            figure: f.number(row.volunteers),
            look: row.carried === 0 ? 'hollow' : 'full',
          }))}
        />
        <figcaption className="quiet small">{t.curveAxis}</figcaption>
      </figure>
      <More label={t.table} icon="list">
        <Table
          caption={t.curve}
          hideCaption
          rows={rows}
          keyOf={({ carried }) => String(carried)}
          columns={[
            { id: 'carried', header: t.carried, cell: ({ carried }) => f.number(carried), names: true },
            { id: 'volunteers', header: t.volunteers, cell: (row) => f.number(row.volunteers), figures: true },
          ]}
        />
      </More>
    </section>
  )
}
