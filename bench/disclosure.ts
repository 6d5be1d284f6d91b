import { auditAtOnce, cellCount, protect, type Sensitive } from '#engines/disclosure/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import { cubes } from './disclosure/cubes.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

const K = 5
/** Seconds that SSBtools and GaussSuppression take for the linear part alone at 30,000 cells, on a machine like this. */
const THEIRS = 112
const ROUNDS = 40

/** Provinces, counties in each, districts in each, people. From about 1,000 cells to about 30,000; about 100,000 take many minutes more. */
const SIZES = [
  [2, 2, 2, 1500],
  [6, 5, 4, 40_000],
  [10, 8, 4, 120_000],
  ...(process.env.HAMYAR_DISCLOSURE_LARGEST === '1' ? [[20, 10, 6, 400_000] as const] : []),
] as const

/** Processor time beside the clock: a busy machine makes the one longer, hardly the other. */
const timed = <T>(run: () => T): { readonly result: T; readonly seconds: number; readonly busy: number } => {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (performance.now() - begun) / 1000, busy: (user + system) / 1e6 }
}

const said = ({ seconds, busy }: { readonly seconds: number; readonly busy: number }): string => `${seconds.toFixed(1)} s (${busy.toFixed(1)} s of processor)`

const main = async (): Promise<void> => {
  const solver = await openSolver()
  for (const [provinces, counties, districts, people] of SIZES) {
    const { table, primary } = cubes(provinces, counties, districts, people, K)
    const sensitive: Sensitive = { primary, open: new Uint8Array(primary.length), required: Float64Array.from(primary), k: K }
    const linear = timed(() => protect(table, sensitive, 'linear', solver))
    const full = timed(() => protect(table, sensitive, 'interval', solver))
    const hidden = Uint8Array.from(primary)
    for (const cell of full.result.secondary) hidden[cell] = 1
    const membersOf = (cell: number) => table.member.subarray(table.start[cell], table.start[cell + 1])
    const all = [...primary.keys()]
    const rows = all.filter((cell) => hidden[cell] === 0).map((cell) => ({ members: [...membersOf(cell)], sum: table.value[cell] ?? 0 }))
    const targets = all.filter((cell) => primary[cell] === 1).map((cell) => ({ members: membersOf(cell), value: table.value[cell] ?? 0, required: 1 }))
    const audited = timed(() => auditAtOnce(rows, table.inner, targets, K, ROUNDS))
    const safe = audited.result.filter((verdict) => verdict.safe).length
    print(`  ${cellCount(table)} cells in 4 cubes, ${table.inner.length} finest, ${targets.length} primary`)
    print(`    linear    ${linear.result.secondary.length} hidden beside them, ${said(linear)}${provinces === 10 ? `   theirs ${THEIRS} s` : ''}`)
    print(`    interval  ${full.result.secondary.length} hidden beside them, ${full.result.lost.length} not shown safe, ${said(full)}`)
    print(`    audit     ${safe} of ${targets.length} shown safe, ${said(audited)}; at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  }
}

await main()
