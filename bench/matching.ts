import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { certify, solve, type Instance } from '#engines/matching/index.ts'
import { instances, type Named } from './matching/instances.ts'
import { online } from './matching/online.ts'
import { buildPeers, solvers, type Peers, type Solver, type Time } from './matching/peers.ts'
import { bytesOf } from './matching/problem.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

const LARGE = 100_000
/** No peer is waited for longer on one instance; the ratio is then a lower bound. */
const secondsFor = (needs: number): number => (needs > LARGE ? 60 : 20)

interface Row {
  readonly named: Named
  readonly ours: number
  readonly ratio: number
  readonly proven: boolean
}

/** Of several rounds the least: somebody else is always working on the machine too. */
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
const geometric = (values: readonly number[]): number => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
const roundsFor = (needs: number): number => (needs > LARGE ? 1 : needs > 10_000 ? 3 : 5)

const timed = (instance: Instance): { ms: number; dual: number; proven: boolean } => {
  const begun = performance.now()
  const assignment = solve(instance)
  const ms = performance.now() - begun
  return { ms, dual: assignment.dual, proven: certify(instance, assignment).optimal }
}

/** Ours and each of the peers in turn, round by round; ours twice before, as it is in a server that has been up. */
const compare = async (named: Named, folder: string, peers: Peers | undefined): Promise<Row> => {
  const problem = named.make()
  const instance = { ...problem, load: Int32Array.from(named.load) }
  const path = join(folder, 'instance')
  await writeFile(path, bytesOf(problem))
  const ours: number[] = []
  const theirs = new Map<Solver, Time[]>()
  let proven = true
  for (let warm = 0; warm < (named.needs > LARGE ? 1 : 6); warm++) timed(instance)
  for (let round = 0; round < roundsFor(named.needs); round++) {
    for (const solver of solvers) {
      const own = timed(instance)
      ours.push(own.ms)
      proven &&= own.proven
      if (peers === undefined) continue
      const time = await peers(path, solver, named.load, secondsFor(named.needs))
      if (time.cost !== undefined && time.cost !== own.dual) throw new Error(`${named.name}: ${solver} finds ${time.cost}, we ${own.dual}`)
      theirs.set(solver, [...(theirs.get(solver) ?? []), time])
    }
  }
  const bests = [...theirs].map(([solver, times]) => ({ solver, ms: least(times.map(({ ms }) => ms)), stopped: times.some(({ cost }) => cost === undefined) }))
  const best = bests.reduce((a, b) => (b.ms < a.ms ? b : a), { solver: 'none', ms: Infinity, stopped: false })
  const row = { named, ours: least(ours), ratio: best.ms / least(ours), proven }
  const peer = best.ms === Infinity ? '' : `${best.stopped ? '> ' : ''}${best.ms.toFixed(1)} ms ${best.solver}`
  const ratio = best.ms === Infinity ? '' : `${best.stopped ? '> ' : ''}${row.ratio.toFixed(1)} ×`
  print(`  ${named.name.padEnd(34)} ${row.ours.toFixed(1).padStart(8)} ms ${peer.padStart(22)} ${ratio.padStart(10)}   ${proven ? 'primal = dual' : 'NOT PROVEN'}`)
  return row
}

/** The last line is for `README.md` and the records of decisions, as it stands. */
const summary = (rows: readonly Row[]): void => {
  const large = rows.filter(({ named }) => named.needs > LARGE)
  const ratios = (some: readonly Row[]) => some.map(({ ratio }) => ratio)
  const [all, whole] = [geometric(ratios(rows)).toFixed(1), large.length === 0 ? undefined : geometric(ratios(large)).toFixed(1)]
  const worst = rows.reduce((a, b) => (b.ratio < a.ratio ? b : a))
  if (whole !== undefined) print(`  national 200k, geometric mean   ${whole} ×   aim ≥ 25`)
  print(`  all, geometric mean             ${all} ×   aim ≥ 10`)
  print(`  all, least                      ${worst.ratio.toFixed(1)} ×   aim ≥ 2`)
  const national = whole === undefined ? '' : `national instances of 200,000 needs ${whole} times as fast as the best of LEMON (geometric mean), `
  print(`  ${national}all ${rows.length} ${all} times, the least ${worst.ratio.toFixed(1)} (${worst.named.name}); load ${(loadavg()[0] ?? 0).toFixed(1)}`)
}

/** A live state of the largest scarce nation; false where it does not prove itself. */
const live = (): boolean => {
  const scarce = instances.find(({ name }) => name === 'scarce 200k, convex')
  if (scarce === undefined) throw new Error('there is no scarce nation')
  const { changes, cold, insertP99, deleteP99, optimal } = online({ ...scarce.make(), load: Int32Array.from(scarce.load) }, 20_000)
  print(`  live, scarce 200k convex, processor time: insertion p99 ${insertP99.toFixed(3)} ms, deletion p99 ${deleteP99.toFixed(3)} ms, cold ${cold.toFixed(0)} ms`)
  print(`    a cold solve is ${Math.round(cold / insertP99)} and ${Math.round(cold / deleteP99)} times as long   aim ≥ 300`)
  print(`    after ${changes} changes: ${optimal ? 'primal = dual' : 'NOT PROVEN'}`)
  return optimal
}

const main = async (): Promise<void> => {
  const words = process.argv.slice(2)
  const asked = instances.filter(({ name }) => words.every((word) => name.includes(word)))
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-matching-'))
  const peers = asked.length === 0 ? undefined : await buildPeers(folder)
  print(
    peers === undefined
      ? '  no peers (LEMON is Debian’s g++ and liblemon-dev): our times stand alone'
      : '  beside the best of LEMON: NetworkSimplex, CapacityScaling, CostScaling (g++ -O3 -march=native); both timed from arrays to answer',
  )
  const rows: Row[] = []
  for (const named of asked) rows.push(await compare(named, folder, peers))
  if (peers !== undefined) summary(rows)
  if (rows.some(({ proven }) => !proven)) process.exitCode = 1
  if ((words.length === 0 || words.includes('live')) && !live()) process.exitCode = 1
  await rm(folder, { recursive: true })
}

await main()
