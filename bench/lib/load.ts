import autocannon from 'autocannon'

export interface Load {
  readonly url: string
  readonly method: 'GET' | 'POST'
  /** The next request's path, headers and body. */
  readonly next: () => { readonly path: string; readonly headers?: Record<string, string>; readonly body?: string }
}

const CONNECTIONS = 8
const SECONDS = 4

/** Answers per second of one contestant; every answer must be a success, or the figure means nothing. */
const measure = async ({ url, method, next }: Load): Promise<number> => {
  // The first request of each connection is made before `setupRequest` is asked.
  const refused = new Set<string>()
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
  return result.requests.average
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ROUNDS = 3

/** Contestants in turn, round by round, after one round that is not counted: medians of answers a second. */
export const compare = async (contestants: Readonly<Record<string, Load>>): Promise<Record<string, number>> => {
  const rates: Record<string, number[]> = {}
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, load] of Object.entries(contestants)) {
      const rate = await measure(load)
      if (round > 0) rates[name] = [...(rates[name] ?? []), rate]
    }
  return Object.fromEntries(Object.entries(rates).map(([name, all]) => [name, median(all)]))
}

export const printRatios = (ours: string, rates: Readonly<Record<string, number>>, goals: Readonly<Record<string, number>>): void => {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  for (const [name, rate] of Object.entries(rates)) print(`  ${name.padEnd(58)} ${Math.round(rate).toString().padStart(7)} a second`)
  for (const [peer, goal] of Object.entries(goals)) {
    const ratio = (rates[ours] ?? 0) / (rates[peer] ?? 1)
    print(`  ${`${ours} ÷ ${peer}`.padEnd(58)} ${ratio.toFixed(2).padStart(7)}   goal ≥ ${goal}   ${ratio >= goal ? 'reached' : 'NOT reached'}`)
  }
}
