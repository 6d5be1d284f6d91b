import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildPeers, solvers, type Peers } from './matching/peers.ts'
import { writeColumns } from './nation/file.ts'
import { makeNation } from './nation/make.ts'
import { ours, type Ours } from './nation/ours.ts'
import { flat, type Flat } from './nation/peer.ts'

const run = promisify(execFile)
const print = (line: string) => process.stdout.write(`${line}\n`)
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
const loadNow = (): string => (loadavg()[0] ?? 0).toFixed(1)

const NEEDS = 200_000
const VOLUNTEERS = 1_000_000
/** flatbush is asked for so many of the needs, and what they took is multiplied; for all with HAMYAR_BENCH_WHOLE=1. */
const SAMPLE = 2000
const WHOLE = process.env['HAMYAR_BENCH_WHOLE'] === '1'
const LEMON_SECONDS = 120
const ROUNDS = 3

/** Each contestant in a process of its own, so that neither has the other's memory. */
const inOwnProcess = async <Answer>(what: string, ...words: readonly string[]): Promise<Answer> => {
  const { stdout } = await run(process.execPath, [process.argv[1] ?? '', what, ...words], { maxBuffer: 2 ** 24 })
  return JSON.parse(stdout) as Answer
}

const totalOf = ({ candidatesMs, solveMs, certifyMs }: Ours): number => candidatesMs + solveMs + certifyMs

interface Solved {
  readonly name: string
  readonly ms: number
  readonly cpuMs: number
  readonly cost: number | undefined
}

const bestOfLemon = async (peers: Peers, instance: string, load: readonly number[]): Promise<Solved> => {
  let best: Solved = { name: 'none', ms: Infinity, cpuMs: Infinity, cost: undefined }
  for (const solver of solvers) {
    const { ms, cpuMs, cost } = await peers(instance, solver, load, Math.min(LEMON_SECONDS, Math.ceil(best.ms / 1000) + 1), `${instance}-carried`)
    print(`    LEMON ${solver.padEnd(9)} ${cost === undefined ? '> ' : ''}${seconds(ms)}   load ${loadNow()}`)
    if (cost !== undefined && ms < best.ms) best = { name: solver, ms, cpuMs, cost }
  }
  return best.cost === undefined ? { ...best, ms: LEMON_SECONDS * 1000, cpuMs: 0 } : best
}

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-nation-'))
  const [path, own, theirs] = ['columns', 'ours', 'theirs'].map((name) => join(folder, name)) as [string, string, string]
  await writeColumns(path, makeNation(NEEDS, VOLUNTEERS))
  print(`  ${NEEDS} needs, ${VOLUNTEERS} volunteers, the 30 nearest eligible; typed columns in, certificate out`)
  let best: Ours | undefined
  let proven = true
  for (let round = 0; round < ROUNDS; round++) {
    const one = await inOwnProcess<Ours>('ours', path, own)
    proven &&= one.proven
    if (best === undefined || totalOf(one) < totalOf(best)) best = one
    print(`    ours: index and candidates ${seconds(one.candidatesMs)}, optimum ${seconds(one.solveMs)}, certificate ${seconds(one.certifyMs)}   load ${loadNow()}`)
  }
  if (best === undefined) throw new Error('not measured')
  const { edges, unmatched, cost, peakMb, load } = best
  print(`  ours ${seconds(totalOf(best))} cold (processor ${seconds(best.cpuMs)}), ${edges} pairs, ${unmatched} unmatched, peak ${peakMb ?? '?'} MB   aim ≤ 500 MB   ${proven ? 'primal = dual' : 'NOT PROVEN'}`)
  if (!proven) process.exitCode = 1

  const flatbush = await inOwnProcess<Flat>('flatbush', path, theirs, String(WHOLE ? NEEDS : SAMPLE))
  const share = NEEDS / flatbush.needs
  const searchMs = flatbush.searchMs * share
  print(`    flatbush: index ${seconds(flatbush.indexMs)}, ${flatbush.needs} needs ${seconds(flatbush.searchMs)}${WHOLE ? '' : `, so all ${seconds(searchMs)} (projected)`}   load ${loadNow()}`)
  const peers = await buildPeers(folder)
  if (peers === undefined) print('  LEMON is not here (Debian: apt-get install g++ liblemon-dev): flatbush stands alone.')
  const lemon = peers === undefined ? undefined : await bestOfLemon(peers, WHOLE ? theirs : own, load)
  if (!WHOLE && lemon?.cost !== undefined && lemon.cost !== cost) throw new Error(`LEMON finds ${lemon.cost}, we ${cost}`)
  const total = flatbush.indexMs + searchMs + (lemon?.ms ?? 0)
  const totalCpu = flatbush.indexCpuMs + flatbush.searchCpuMs * share + (lemon?.cpuMs ?? 0)
  const graph = WHOLE ? `its own graph of ${flatbush.edges} pairs, cost ${lemon?.cost ?? 'unknown'} (ours ${cost})` : 'our graph'
  const atLeast = lemon !== undefined && lemon.cost === undefined ? '> ' : ''
  print(`  flatbush + LEMON ${atLeast}${seconds(total)} (processor ${seconds(totalCpu)}): ${WHOLE ? 'measured' : 'projected'}, on ${graph}`)
  print(`  ${atLeast}${(total / totalOf(best)).toFixed(0)} ×, by processor time ${atLeast}${(totalCpu / best.cpuMs).toFixed(0)} ×   aim ≥ 20`)
  await rm(folder, { recursive: true })
}

const [what, path = '', instance = '', most = '0'] = process.argv.slice(2)
if (what === 'ours') print(JSON.stringify(await ours(path, instance)))
else if (what === 'flatbush') print(JSON.stringify(await flat(path, instance, Number(most))))
else await main()
