import { readFile, writeFile } from 'node:fs/promises'
import { certify, certifyHours, everyJob, hourPrices, hoursByEdge, solve, solveHours, type HoursAnswer, type HoursInstance } from '#engines/matching/index.ts'
import { parseInstance, resultBytes, type Filed } from './match-file.ts'
import { warmUp } from './match-warm.ts'
import { parseLiterature } from './match-literature.ts'
import { Refused, refusing, type Print } from './refused.ts'
import { readWords } from './words.ts'

/**
 * What a form answers. Anybody can check it from the files alone:
 *   dual = Σ needs min(penalty, min over edges (cost + price)) − Σ volunteers Σ_{k = 1 … capacity} max(0, price − load(k))
 * is what no assignment costs less than, whatever the prices; load(k) is the k-th of --convex, the last of which goes on
 * where capacity exceeds the list, and 0 without --convex. primal = Σ matched cost + Σ unmatched penalty + Σ load of the
 * tasks given; gap = (primal − dual) / max(1, |primal|). The hours form has other bounds: see `hours`.
 */
interface Outcome {
  readonly primal: number
  readonly dual: number
  readonly edge: Int32Array
  readonly price: Float64Array
  readonly gap: number
  readonly solveMs: number
  /** What --proof writes. */
  readonly proof?: Pick<HoursAnswer, 'worth' | 'scale'>
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
  return { ...assignment, primal, dual, gap: (primal - dual) / Math.max(1, Math.abs(primal)), solveMs }
}

const SECONDS = 30

/** Until the time given is over, or until proven optimal; checked by other code. */
const solvedHours = (instance: HoursInstance, seconds = SECONDS): Outcome => {
  const begun = performance.now()
  const answer = solveHours(instance, { spent: () => (performance.now() - begun) / (1000 * seconds) })
  const solveMs = performance.now() - begun
  const { primal, dual, gap, faults } = certifyHours(instance, answer)
  if (faults.length > 0) throw new Error(`the answer does not prove itself: ${faults.slice(0, 3).join('; ')}`)
  const price = hourPrices(instance, answer.worth, answer.scale)
  return { edge: answer.edge, price, primal, dual, gap, solveMs, proof: answer }
}

/**
 * Needs of different length: nobody is above capacityHours or capacity. With worth[N] and scale as --proof writes them,
 *   dual = ⌈(Σ needs min(worth, penalty × scale) − Σ volunteers the most that Σ (worth − cost × scale) comes to over
 *   edges of theirs within capacityHours and capacity) / scale⌉
 * and gap = (primal − dual) / max(1, |dual|). price[V] is what one more hour is worth; see hourPrices for the weaker bound
 * that prices prove alone.
 */
const hours: Form = (filed, { seconds, convex }) => {
  if (convex.some((cost) => cost !== 0)) throw new Refused('--convex: the hours form knows no load')
  return solvedHours({ ...filed, hours: hoursByEdge(filed.row, filed.hours, filed.col.length), penalty: Float64Array.from(filed.penalty) }, seconds)
}

/** A form is added here. */
const forms: Readonly<Record<string, Form>> = { tasks, hours }

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

const OPTIONS = { out: { type: 'string' }, convex: { type: 'string' }, form: { type: 'string' }, seconds: { type: 'string' }, gap: { type: 'string' }, proof: { type: 'string' } } as const

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (error) {
    throw new Refused(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000

interface Line extends Pick<Outcome, 'dual' | 'solveMs'> {
  readonly needs: number
  readonly volunteers: number
  readonly edges: number
  readonly form: string
  readonly primal: number | null
  readonly gap: number | null
  readonly unmatched: number
}

const lineOf = ({ needs, volunteers, edges, form, primal, dual, gap, unmatched, solveMs }: Line): string => {
  const peakMb = round(process.resourceUsage().maxRSS / 1024)
  return JSON.stringify({ needs, volunteers, edges, form, primal, dual, gap, unmatched, solveMs: round(solveMs), peakMb })
}

const PROOF_MAGIC = 0x4d50

/** Header as of a RESULT, `[0x4d50, N, scale, 0, 0, 0, 0, 0]`, then `worth[N]`, little-endian float64 that hold whole numbers. */
const proofBytes = ({ worth, scale }: Pick<HoursAnswer, 'worth' | 'scale'>): Uint8Array => {
  const header = Int32Array.of(PROOF_MAGIC, worth.length, scale, 0, 0, 0, 0, 0)
  return Buffer.concat([new Uint8Array(header.buffer), new Uint8Array(worth.buffer, worth.byteOffset, worth.byteLength)])
}

const countOut = (edge: Int32Array): number => edge.reduce((count, own) => (own === -1 ? count + 1 : count), 0)

type Values = ReturnType<typeof readWords<typeof OPTIONS>>['values']

const runInstance = async (print: Print, path: string, values: Values): Promise<number> => {
  const name = values.form ?? 'tasks'
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (form === undefined) throw new Refused(`--form: ${name} is none of ${Object.keys(forms).join(', ')}`)
  const wish: Wish = { convex: convexFrom(values.convex ?? '0'), seconds: secondsFrom(values.seconds) }
  const filed = parseInstance(await bytesOf(path))

  const outcome = form(filed, wish)
  if (values.proof !== undefined && outcome.proof === undefined) throw new Refused(`--proof: the prices of form ${name} are its whole proof`)
  if (values.out !== undefined) await writeFile(values.out, resultBytes({ ...outcome, price: outcome.price.map(Math.round) }))
  if (values.proof !== undefined && outcome.proof !== undefined) await writeFile(values.proof, proofBytes(outcome.proof))
  const { penalty, capacity, col } = filed
  print(lineOf({ ...outcome, needs: penalty.length, volunteers: capacity.length, edges: col.length, form: name, unmatched: countOut(outcome.edge) }))
  return 0
}

/** --out has the agent of each job, from 0, a line each. Where no assignment of all jobs is found, nothing is written. */
const runLiterature = async (print: Print, path: string, values: Values): Promise<number> => {
  for (const other of ['form', 'convex'] as const) if (values[other] !== undefined) throw new Refused(`--${other}: not with --gap`)
  const seconds = secondsFrom(values.seconds)
  const { agents, jobs, cost, resource, capacity } = parseLiterature(new TextDecoder().decode(await bytesOf(path)))
  const instance = everyJob(agents, jobs, cost, resource, capacity)
  const outcome = solvedHours(instance, seconds)
  const unmatched = countOut(outcome.edge)
  const line = { ...outcome, needs: jobs, volunteers: agents, edges: agents * jobs, form: 'hours', unmatched }
  if (unmatched > 0) {
    // Nobody left out costs less than one left out, so a bound above every whole assignment says that there is none.
    const none = outcome.dual > costMost(instance)
    print(lineOf({ ...line, primal: null, gap: null }))
    process.stderr.write(none ? 'there is no assignment of every job\n' : `no assignment of every job was found: ${unmatched} left over\n`)
    return 1
  }
  if (values.out !== undefined) await writeFile(values.out, [...outcome.edge].map((edge) => `${edge % agents}\n`).join(''))
  if (values.proof !== undefined && outcome.proof !== undefined) await writeFile(values.proof, proofBytes(outcome.proof))
  print(lineOf(line))
  return 0
}

const costMost = ({ row, cost, penalty }: HoursInstance): number =>
  penalty.reduce((sum, _, job) => sum + cost.subarray(row[job], row[job + 1]).reduce((most, own) => Math.max(most, own), -Infinity), 0)

/** Matches an instance from a file; exits with 1 where nothing was found. */
export const match = refusing(async (print, rest) => {
  const { values, positionals } = readWords(rest, OPTIONS)
  if (values.gap !== undefined) {
    if (positionals.length > 0) throw new Refused('say --gap FILE, or one INSTANCE')
    return await runLiterature(print, values.gap, values)
  }
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new Refused('say one INSTANCE')
  return await runInstance(print, path, values)
})
