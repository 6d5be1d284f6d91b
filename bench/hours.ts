import highsLoader from 'highs'
import { certifyHours, everyJob, hoursByEdge, solveHours, type HoursInstance } from '#engines/matching/index.ts'
import { kinds, literature, type Kind, type Literature } from './matching/literature.ts'
import { national, type Shape } from './matching/national.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)
const percent = (share: number): string => `${(100 * share).toFixed(4)} %`

/** Both have as long on an instance. */
const LITERATURE_SECONDS = 10
const NATIONAL_SECONDS = 30
const AIMS: readonly (readonly [Shape, number])[] = [
  ['plentiful', 0.0005],
  ['scarce', 0.005],
]

const solved = (instance: HoursInstance, seconds: number) => {
  const begun = performance.now()
  const answer = solveHours(instance, { spent: () => (performance.now() - begun) / (1000 * seconds) })
  const took = (performance.now() - begun) / 1000
  const certificate = certifyHours(instance, answer)
  if (certificate.faults.length > 0) throw new Error(certificate.faults.join('; '))
  return { ...certificate, took, unmatched: answer.edge.reduce((count, edge) => (edge === -1 ? count + 1 : count), 0) }
}

const programme = ({ agents, jobs, cost, hours, capacityHours }: Literature): string => {
  const every = (count: number) => Array.from({ length: count }, (_, index) => index)
  const x = (agent: number, job: number): string => `x${agent}_${job}`
  const pairs = every(agents).flatMap((agent) => every(jobs).map((job) => ({ name: x(agent, job), at: agent * jobs + job })))
  return [
    'Minimize',
    `cost: ${pairs.map(({ name, at }) => `${cost[at]} ${name}`).join('\n + ')}`,
    'Subject To',
    ...every(jobs).map((job) => `j${job}: ${every(agents).map((agent) => x(agent, job)).join(' + ')} = 1`),
    ...every(agents).map((agent) => `a${agent}: ${every(jobs).map((job) => `${hours[agent * jobs + job]} ${x(agent, job)}`).join('\n + ')} <= ${capacityHours[agent]}`),
    'Binary',
    ...pairs.map(({ name }) => name),
    'End',
  ].join('\n')
}

/** What `highs` has after as many seconds; Infinity where it has nothing. */
const byHighs = async (instance: Literature): Promise<number> => {
  const highs = await highsLoader()
  const { ObjectiveValue } = highs.solve(programme(instance), { time_limit: LITERATURE_SECONDS })
  return Number.isFinite(ObjectiveValue) ? Math.round(ObjectiveValue) : Infinity
}

const compare = async (kind: Kind, agents: number, jobs: number): Promise<boolean> => {
  const drawn = literature(kind, agents, jobs, agents + jobs)
  const { primal, dual, gap, unmatched } = solved(everyJob(agents, jobs, drawn.cost, drawn.hours, drawn.capacityHours), LITERATURE_SECONDS)
  const theirs = await byHighs(drawn)
  const ours = unmatched === 0 ? primal : Infinity
  print(`  ${kind} ${String(agents).padStart(2)} × ${jobs}   ours ${ours} (bound ${dual}, gap ${percent(gap)})   highs ${theirs}   ${ours <= theirs ? 'as good' : 'worse'}`)
  return ours <= theirs
}

const main = async (): Promise<void> => {
  print(`  every job to one agent, ${LITERATURE_SECONDS} s each`)
  let good = 0
  let all = 0
  for (const kind of kinds)
    for (const jobs of [100, 200])
      for (const agents of [5, 10, 20]) {
        all += 1
        if (await compare(kind, agents, jobs)) good += 1
      }
  print(`  at least as good on ${good} of ${all}   aim ≥ 80 %`)
  print(`  national, 200,000 needs, ${NATIONAL_SECONDS} s each`)
  for (const [shape, aim] of AIMS) {
    const problem = national(shape, 200_000)
    const instance = { ...problem, hours: hoursByEdge(problem.row, problem.hours, problem.col.length), penalty: Float64Array.from(problem.penalty) }
    const { primal, dual, gap, unmatched } = solved(instance, NATIONAL_SECONDS)
    print(`  ${shape.padEnd(10)} cost ${primal}, bound ${dual}, gap ${percent(gap)}, ${unmatched} unmatched   aim ≤ ${percent(aim)}`)
  }
}

await main()
