import { readFileSync } from 'node:fs'
import { assemble, certify, defaultWeights, solve } from '#engines/matching/index.ts'
import { readColumns, writeInstance } from './file.ts'

export interface Ours {
  /** Index and candidates with their costs; the optimum; its proof. */
  readonly candidatesMs: number
  readonly solveMs: number
  readonly certifyMs: number
  /** Of all three, on the processor: hardly more on a busy machine. */
  readonly cpuMs: number
  readonly edges: number
  readonly unmatched: number
  readonly cost: number
  readonly proven: boolean
  readonly load: readonly number[]
  /** What the process took at the most, in MB, with Node and the columns themselves; undefined where the system does not say. */
  readonly peakMb: number | undefined
}

/**
 * Of this process image only. `resourceUsage().maxRSS` is not: Linux hands a child the peak of its parent.
 */
const peakMb = (): number | undefined => {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
    return line === null ? undefined : Math.round(Number(line[1]) / 1024)
  } catch {
    return undefined
  }
}

/** The whole way in one process that does nothing else; cold, as a run of the night is. */
export const ours = async (path: string, instancePath: string): Promise<Ours> => {
  const columns = await readColumns(path)
  const cpu = process.cpuUsage()
  const times = [performance.now()]
  const assembled = assemble(columns, defaultWeights, 30)
  times.push(performance.now())
  const assignment = solve(assembled.instance)
  times.push(performance.now())
  const { optimal, primal } = certify(assembled.instance, assignment)
  times.push(performance.now())
  const { user, system } = process.cpuUsage(cpu)
  const [begun = 0, found = 0, solved = 0, proved = 0] = times
  const answer = {
    candidatesMs: found - begun,
    solveMs: solved - found,
    certifyMs: proved - solved,
    cpuMs: (user + system) / 1000,
    edges: assembled.instance.col.length,
    unmatched: assignment.edge.reduce((count, edge) => (edge === -1 ? count + 1 : count), 0),
    cost: primal,
    proven: optimal,
    load: [...assembled.instance.load],
    peakMb: peakMb(),
  }
  await writeInstance(instancePath, assembled)
  return answer
}
