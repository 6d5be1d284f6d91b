import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '#apps/root.ts'

const run = promisify(execFile)

export const solvers = ['simplex', 'capacity', 'cost'] as const
export type Solver = (typeof solvers)[number]

export interface Time {
  readonly ms: number
  /** Of a processor; 0 where it was stopped, for then nobody knows. */
  readonly cpuMs: number
  /** Undefined where it was stopped: then `ms` is how long it had been given. */
  readonly cost: number | undefined
}

/** `carried`: a file of what each volunteer carries already, where anybody does. */
export type Peers = (instance: string, solver: Solver, load: readonly number[], seconds: number, carried?: string) => Promise<Time>

/** LEMON's solvers (Debian: liblemon-dev), compiled for this processor; undefined where that cannot be. */
export const buildPeers = async (folder: string): Promise<Peers | undefined> => {
  const program = join(folder, 'lemon')
  try {
    await run('g++', ['-O3', '-march=native', '-std=c++17', join(root, 'bench', 'matching', 'peers', 'lemon.cpp'), '-o', program])
  } catch {
    return undefined
  }
  return async (instance, solver, load, seconds, carried) => {
    try {
      const { stdout } = await run(program, [instance, solver, load.join(','), ...(carried === undefined ? [] : [carried])], { timeout: seconds * 1000 })
      return JSON.parse(stdout) as Time
    } catch (error) {
      if (error instanceof Error && 'killed' in error && error.killed === true) return { ms: seconds * 1000, cpuMs: 0, cost: undefined }
      throw error
    }
  }
}
