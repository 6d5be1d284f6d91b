import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { certify, solve } from '#engines/matching/index.ts'
import { parseInstance, Refused, resultBytes, type Filed } from './match-file.ts'
import { warmUp } from './match-warm.ts'

/**
 * What a form answers. Anybody can check it from the files alone:
 *   dual = Σ needs min(penalty, min over edges (cost + price)) − Σ volunteers Σ_{k = 1 … capacity} max(0, price − load(k))
 * is what no assignment costs less than, whatever the prices; load(k) is the k-th of --convex, the last of which goes on
 * where capacity exceeds the list, and 0 without --convex. primal = Σ matched cost + Σ unmatched penalty + Σ load of the
 * tasks given; gap = (primal − dual) / max(1, |primal|).
 */
interface Outcome {
  readonly primal: number
  readonly dual: number
  readonly edge: Int32Array
  readonly price: Float64Array
  readonly solveMs: number
}

interface Wish {
  /** What the 1st, 2nd, 3rd … task of a volunteer costs. */
  readonly convex: Int32Array
  /** Time to spend, where a form does not end by itself. */
  readonly seconds: number | undefined
}

type Form = (filed: Filed, wish: Wish) => Outcome

/** Proven optimal; ends by itself, so `--seconds` has nothing to say. */
const tasks: Form = (filed, { convex }) => {
  const instance = { ...filed, load: convex }
  warmUp()
  const begun = performance.now()
  const assignment = solve(instance)
  const solveMs = performance.now() - begun
  const { primal, dual, faults } = certify(instance, assignment)
  if (faults.length > 0) throw new Error(`the answer does not prove itself: ${faults.slice(0, 3).join('; ')}`)
  return { ...assignment, primal, dual, solveMs }
}

/** A form is added here. */
const forms: Readonly<Record<string, Form>> = { tasks }

const LARGEST = 2 ** 31 - 1

const convexFrom = (list: string): Int32Array => {
  const costs = list.split(',').map((part) => (/^-?\d+$/.test(part) ? Number(part) : Number.NaN))
  for (const [index, cost] of costs.entries()) {
    if (!(Math.abs(cost) <= LARGEST)) throw new Refused(`--convex, number ${index + 1}: not a whole number of 32 bits`)
    if (cost < (costs[index - 1] ?? cost)) throw new Refused(`--convex, number ${index + 1}: ${cost} is less than the one before; a later task costs no less`)
  }
  return Int32Array.from(costs)
}

const secondsFrom = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const seconds = Number(text)
  if (!(seconds > 0 && seconds < Infinity)) throw new Refused(`--seconds: ${text} is no time`)
  return seconds
}

const readWords = (rest: readonly string[]) => {
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { out: { type: 'string' }, convex: { type: 'string' }, form: { type: 'string' }, seconds: { type: 'string' } },
    })
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error))
  }
}

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (error) {
    throw new Refused(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000

const run = async (print: (line: string) => void, rest: readonly string[]): Promise<void> => {
  const { values, positionals } = readWords(rest)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new Refused('say one INSTANCE')
  const name = values.form ?? 'tasks'
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (form === undefined) throw new Refused(`--form: ${name} is none of ${Object.keys(forms).join(', ')}`)
  const wish: Wish = { convex: convexFrom(values.convex ?? '0'), seconds: secondsFrom(values.seconds) }
  const filed = parseInstance(await bytesOf(path))

  const { primal, dual, edge, price, solveMs } = form(filed, wish)
  if (values.out !== undefined) await writeFile(values.out, resultBytes({ edge, price }))
  print(
    JSON.stringify({
      needs: filed.penalty.length,
      volunteers: filed.capacity.length,
      edges: filed.col.length,
      form: name,
      primal,
      dual,
      gap: (primal - dual) / Math.max(1, Math.abs(primal)),
      unmatched: edge.reduce((count, own) => (own === -1 ? count + 1 : count), 0),
      solveMs: round(solveMs),
      peakMb: round(process.resourceUsage().maxRSS / 1024),
    }),
  )
}

/** Matches an instance from a file. What is refused exits with 2, and nothing is written. */
export const match = async (print: (line: string) => void, rest: readonly string[]): Promise<number> => {
  try {
    await run(print, rest)
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}
