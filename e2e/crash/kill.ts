import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LaunchedHouse } from '#e2e/house.ts'

export const victims = ['server', 'postmaster', 'everything'] as const
export type Victim = (typeof victims)[number]

const postmasterOf = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

const parentOf = (pid: string): number => {
  try {
    // The name in brackets may hold spaces: what follows the last bracket is state and parent.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return 0
  }
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === parent).map(Number)

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was faster.
  }
}

const killDatabase = (dataFolder: string, withBackends: boolean): void => {
  const postmaster = postmasterOf(dataFolder)
  const backends = withBackends ? childrenOf(postmaster) : []
  for (const pid of [postmaster, ...backends]) kill(pid)
}

/** As a power cut, an out-of-memory killer or an impatient administrator would: no signal that can be heard. */
export const strike = async ({ server, dataFolder }: LaunchedHouse, victim: Victim): Promise<void> => {
  if (victim === 'postmaster') return killDatabase(dataFolder, false)
  const gone = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined
  server.kill('SIGKILL')
  if (victim === 'everything') killDatabase(dataFolder, true)
  await gone
}
