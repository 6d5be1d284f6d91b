import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSolver } from '#platform/linear/index.ts'
import { parseCase } from './case-file.ts'
import { claimOf } from './proof-file.ts'
import { audit, checkProof, exactly, noiseTable, openAttack, protect, prove, type Solver } from '#engines/disclosure/index.ts'

// Published cases are read where they lie beside the project; our own stand in the tests of each part in any case.
const folder = new URL('../../../../shared/data/statistics/', import.meta.url)
const files = (name: string): string[] => (existsSync(new URL(name, folder)) ? readdirSync(new URL(name, folder)).filter((file) => file.endsWith('.json')) : [])

interface Reference {
  readonly cells: readonly { readonly id: number; readonly primary: boolean; readonly refSuppressed: boolean }[]
  readonly refIntervals: Readonly<Record<string, readonly [number, number]>>
  readonly primaryOnlyExactlyRevealed: readonly number[]
}

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const attacked = (one: ReturnType<typeof parseCase>, hidden: (id: number) => boolean) => {
  const { table, id, scale } = one
  const membersOf = (cell: number) => table.member.subarray(table.start[cell], table.start[cell + 1])
  const bands = id.flatMap((own, cell) => (hidden(own) ? [] : [exactly(membersOf(cell), table.value[cell]!)]))
  const attack = openAttack({ unknowns: table.inner.length, bands }, solver)
  const cells = id.map((own, cell) => ({ own, cell })).filter(({ own }) => hidden(own))
  const verdicts = audit(attack, cells.map(({ cell }) => ({ members: membersOf(cell), value: table.value[cell]!, required: one.required[cell]! })), one.rule.counts ? one.rule.k : 0)
  attack.close()
  return new Map(cells.map(({ own }, index) => [own, { ...verdicts[index]!, low: verdicts[index]!.low / scale, high: verdicts[index]!.high / scale }]))
}

describe.each(files('sdc/'))('%s', (file) => {
  const text = readFileSync(new URL(`sdc/${file}`, folder), 'utf8')
  const reference = JSON.parse(text) as Reference
  const one = parseCase(text)
  const sensitive = { primary: one.primary, open: one.open, required: one.required, k: one.rule.k }
  const byReference = new Set(reference.cells.filter(({ refSuppressed }) => refSuppressed).map(({ id }) => id))
  const primaries = new Set(reference.cells.filter(({ primary }) => primary).map(({ id }) => id))

  it('is bounded as the reference bounds it', () => {
    const found = attacked(one, (id) => byReference.has(id))
    expect(Object.keys(reference.refIntervals).length).toBe(found.size)
    for (const [id, [low, high]] of Object.entries(reference.refIntervals)) {
      expect(Math.abs(found.get(Number(id))!.low - low), `low of ${id}`).toBeLessThan(1e-6)
      expect(Math.abs(found.get(Number(id))!.high - high), `high of ${id}`).toBeLessThan(1e-6)
    }
  })

  it('gives away what the reference says, and no more, where only primaries are hidden', () => {
    const found = attacked(one, (id) => primaries.has(id))
    expect([...found].filter(([, { exact }]) => exact).map(([id]) => id).sort((a, b) => a - b)).toEqual([...reference.primaryOnlyExactlyRevealed].sort((a, b) => a - b))
  })

  it('needs no more cells than the reference so that nothing follows by adding up', () => {
    const { secondary, lost } = protect(one.table, sensitive, 'linear', solver)
    expect(lost).toEqual([])
    expect(secondary.length).toBeLessThanOrEqual(byReference.size - primaries.size)
  })

  it('is safe to the last interval with at most a quarter more, and proves it', () => {
    const { secondary, lost } = protect(one.table, sensitive, 'interval', solver)
    expect(lost).toEqual([])
    expect(secondary.length).toBeLessThanOrEqual(1.25 * (byReference.size - primaries.size))
    const hidden = Uint8Array.from(one.primary)
    for (const cell of secondary) hidden[cell] = 1
    const found = attacked(one, (id) => hidden[one.id.indexOf(id)] === 1)
    for (const id of primaries) expect(found.get(id), String(id)).toMatchObject({ exact: false, safe: true })
    const { proof, unproven } = prove(one.table, sensitive, hidden, solver)
    expect(unproven).toEqual([])
    const tables = proof.tables.map((table) => table.map(([inner, value]) => [inner, BigInt(value)] as const))
    expect(checkProof(claimOf(one, hidden, one.rule.k), { tables, targets: proof.targets })).toEqual([])
  })
})

describe.each([
  ['ptab_freq.txt', { most: 5, variance: 3, hidden: 2, stay: 0.5 }],
  ['tau_testW_ptable.txt', { most: 7, variance: 4, hidden: 2 }],
])('%s', (file, options) => {
  const path = new URL(`cellkey/${file}`, folder)
  const published = existsSync(path)
    ? readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(';').map(Number))
    : noiseTable(options).rows.flatMap((row, count) => row.map(({ shown, share, noise }) => [count, shown, share, noise]))

  it('is what our noise table has, row by row', () => {
    const ours = noiseTable(options).rows.flatMap((row, count) => row.map((one) => ({ count, ...one })))
    expect(ours).toHaveLength(published.length)
    for (const [count, shown, share, noise] of published) {
      const own = ours.find((one) => one.count === count && one.shown === shown)
      expect(own?.noise, `${count} → ${shown}`).toBe(noise)
      expect(Math.abs(own!.share - share!), `${count} → ${shown}`).toBeLessThan(1e-5)
    }
  })
})
