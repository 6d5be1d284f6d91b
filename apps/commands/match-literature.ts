import { Refused } from './refused.ts'

/** A generalized assignment: every job to one agent, within what agents have, at the least cost. */
export interface LiteratureFile {
  readonly agents: number
  readonly jobs: number
  /** By agent, then by job. */
  readonly cost: Int32Array
  readonly resource: Int32Array
  /** By agent. */
  readonly capacity: Int32Array
}

const LARGEST = 2 ** 31 - 1
/** Beyond it there are no arrays. */
const MOST_PAIRS = 2 ** 27

/** Numbers separated by white space: `m n`, cost m × n by agent, resource m × n by agent, m capacities. */
export const parseLiterature = (text: string): LiteratureFile => {
  const words = text.split(/\s+/).filter((word) => word !== '')
  let at = 0
  const take = (what: () => string, least: number): number => {
    const word = words[at]
    const where = `number ${at + 1} (${what()})`
    if (word === undefined) throw new Refused(`${where}: the file ends before it`)
    const value = /^[+-]?\d+$/.test(word) ? Number(word) : Number.NaN
    if (!(Math.abs(value) <= LARGEST)) throw new Refused(`${where}: ${word.slice(0, 20)} is not a whole number of 32 bits`)
    if (value < least) throw new Refused(`${where}: ${value} is negative`)
    at += 1
    return value
  }
  const agents = take(() => 'm, how many agents', 0)
  const jobs = take(() => 'n, how many jobs', 0)
  if (agents * jobs > MOST_PAIRS) throw new Refused(`${agents} agents and ${jobs} jobs: more than ${MOST_PAIRS} pairs`)
  const table = (name: string, least: number): Int32Array =>
    Int32Array.from({ length: agents * jobs }, (_, pair) => take(() => `${name} of agent ${Math.floor(pair / jobs)}, job ${pair % jobs}`, least))
  const cost = table('cost', -LARGEST)
  const resource = table('resource', 0)
  const capacity = Int32Array.from({ length: agents }, (_, agent) => take(() => `capacity of agent ${agent}`, 0))
  if (at < words.length) throw new Refused(`number ${at + 1}: ${words.length - at} more than ${agents} agents and ${jobs} jobs take`)
  return { agents, jobs, cost, resource, capacity }
}
