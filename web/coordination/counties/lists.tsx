import { countiesWords } from '#web/coordination/counties-words.ts'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { Empty, Table, useFormatter, useWords } from '#web/ui/index.ts'
import { useNames, type Counties, type County, type Figures } from './use-counties.ts'

type Known = County & { readonly figures: Figures }

const known = ({ counties }: Counties): Known[] => counties.filter((county): county is Known => county.figures !== null)

function useTold(): (count: number | null) => string {
  const t = useWords(countiesWords)
  const f = useFormatter()
  return (count) => (count === null ? t.tooFew : f.number(count))
}

/** How many carry nothing, one, two, three and more: together as far as it may be told, and county by county. */
export function Loads({ counties }: { counties: Counties }) {
  const t = useWords(countiesWords)
  const f = useFormatter()
  const told = useTold()
  const names = useNames(counties)
  const rows = known(counties)
  const carried = [0, 1, 2, 3, 4]
  const countOf = ({ figures }: Known, tasks: number) => figures.loads.find((load) => load.carried === tasks)?.count ?? null
  const sums = carried.map((tasks) => rows.reduce((sum, row) => sum + (countOf(row, tasks) ?? 0), 0))
  const says = t.loadsSays({ idle: sums[0] ?? 0, told: sums.reduce((all, one) => all + one, 0) })
  return (
    <div className="flow">
      <p>
        <b>{says}</b>
      </p>
      <figure>
        <BarChart
          says={says}
          bars={carried.map((tasks) => ({
            key: String(tasks), value: sums[tasks] ?? 0, label: t.tasks({ carried: tasks }), figure: f.number(sums[tasks] ?? 0), look: tasks === 0 ? 'hollow' : 'full',
          }))}
        />
        <figcaption className="quiet small">{t.loadsAxis}</figcaption>
      </figure>
      <Table
        caption={t.loadsAll}
        height="480px"
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          { id: 'county', header: t.county, cell: (county) => names.inProvince(county), names: true },
          ...carried.map((tasks) => ({
            id: String(tasks), header: t.tasksHeader({ carried: tasks }), cell: (county: Known) => told(countOf(county, tasks)), figures: true,
          })),
        ]}
      />
    </div>
  )
}

/** Numbers, not names: where the idle are, by what they can do. */
export function Idle({ counties }: { counties: Counties }) {
  const t = useWords(countiesWords)
  const told = useTold()
  const names = useNames(counties)
  const rows = known(counties)
    .flatMap((county) => county.figures.idle.map(({ skill, count }) => ({ key: `${county.code} ${skill}`, county, skill, count })))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
  return (
    <Table
      caption={t.idleAll}
      height="640px"
      rows={rows}
      keyOf={({ key }) => key}
      empty={<Empty title={t.idleNone}>{t.about}</Empty>}
      columns={[
        { id: 'county', header: t.county, cell: ({ county }) => names.inProvince(county), names: true },
        { id: 'skill', header: t.skill, cell: ({ skill }) => names.skill(skill) },
        { id: 'idle', header: t.idle, cell: ({ count }) => told(count), figures: true },
      ]}
    />
  )
}

/** The longest wait first. */
export function Waits({ counties }: { counties: Counties }) {
  const t = useWords(countiesWords)
  const f = useFormatter()
  const names = useNames(counties)
  const rows = known(counties)
    .flatMap((county) => (county.figures.longestDays === null ? [] : [{ county, waiting: county.figures.waiting ?? 0, days: county.figures.longestDays }]))
    .sort((a, b) => b.days - a.days || b.waiting - a.waiting)
  return (
    <Table
      caption={t.waitsAll}
      height="640px"
      rows={rows}
      keyOf={({ county }) => county.code}
      empty={<Empty title={t.waitsNone}>{t.about}</Empty>}
      columns={[
        { id: 'county', header: t.county, cell: ({ county }) => names.inProvince(county), names: true },
        { id: 'days', header: t.longest, cell: ({ days }) => f.number(days), figures: true },
        { id: 'waiting', header: t.waiting, cell: ({ waiting }) => f.number(waiting), figures: true },
      ]}
    />
  )
}
