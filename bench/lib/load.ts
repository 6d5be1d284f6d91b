import { readdirSync, readFileSync } from 'node:fs'
import autocannon from 'autocannon'

export interface Load {
  readonly url: string
  readonly method: 'GET' | 'POST'
  /** The next request's path, headers and body. */
  readonly next: () => { readonly path: string; readonly headers?: Record<string, string>; readonly body?: string }
}

const CONNECTIONS = 8
const SECONDS = 4

/** Answers a second, and the processor time of one answer in this process (the load's own included) and in PostgreSQL. */
interface Figure {
  readonly rate: number
  readonly nodeMicros: number
  readonly postgresMicros: number
}

const TICK_MICROS = 10_000

/** Processor time of a server and its processes so far, in µs; 0 where the system does not tell it this way. */
const microsOf = (postmaster: number): number => {
  let ticks = 0
  try {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      // "(name with spaces) state parent …": user and system time are the 12th and 13th after the name.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12])
    }
  } catch {
    return 0
  }
  return ticks * TICK_MICROS
}

/** One contestant for a while; every answer must be a success, or the figure means nothing. */
const measure = async ({ url, method, next }: Load, postmaster: number): Promise<Figure> => {
  // The first request of each connection is made before `setupRequest` is asked.
  const refused = new Set<string>()
  const [nodeBefore, postgresBefore] = [process.cpuUsage(), microsOf(postmaster)]
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method,
        ...next(),
        setupRequest: (request) => ({ ...request, ...next() }),
        onResponse: (status, body) => {
          if (status >= 300) refused.add(`${status} ${body.slice(0, 300)}`)
        },
      },
    ],
  })
  if (refused.size > 0 || result.errors > 0) throw new Error(`${url}: ${result.errors} broken; ${[...refused].slice(0, 3).join('; ')}`)
  const { user, system } = process.cpuUsage(nodeBefore)
  return {
    rate: result.requests.average,
    nodeMicros: (user + system) / result.requests.total,
    postgresMicros: (microsOf(postmaster) - postgresBefore) / result.requests.total,
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ROUNDS = 5

const medianOf = (figures: readonly Figure[]): Figure => ({
  rate: median(figures.map(({ rate }) => rate)),
  nodeMicros: median(figures.map(({ nodeMicros }) => nodeMicros)),
  postgresMicros: median(figures.map(({ postgresMicros }) => postgresMicros)),
})

/** Contestants in turn, round by round, after one round that is not counted. */
export const compare = async (contestants: Readonly<Record<string, Load>>, postmaster: number): Promise<Record<string, Figure[]>> => {
  const figures: Record<string, Figure[]> = {}
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, load] of Object.entries(contestants)) {
      const figure = await measure(load, postmaster)
      if (round > 0) figures[name] = [...(figures[name] ?? []), figure]
    }
  return figures
}

/** Medians; a ratio is the median of the rounds' ratios, so that a busy moment of the machine falls on both sides. */
export const printRatios = (ours: string, figures: Readonly<Record<string, Figure[]>>, goals: Readonly<Record<string, number>>): void => {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  for (const [name, all] of Object.entries(figures)) {
    const { rate, nodeMicros, postgresMicros } = medianOf(all)
    const cost = `${Math.round(nodeMicros)} µs Node, ${Math.round(postgresMicros)} µs PostgreSQL`
    print(`  ${name.padEnd(58)} ${Math.round(rate).toString().padStart(7)} a second   ${cost}`)
  }
  for (const [peer, goal] of Object.entries(goals)) {
    const own = figures[ours] ?? []
    const ratio = median((figures[peer] ?? []).map(({ rate }, round) => (own[round]?.rate ?? 0) / rate))
    print(`  ${`${ours} ÷ ${peer}`.padEnd(58)} ${ratio.toFixed(2).padStart(7)}   goal ≥ ${goal}   ${ratio >= goal ? 'reached' : 'NOT reached'}`)
  }
}
