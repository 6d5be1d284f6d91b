import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { attackCase, checkProofOfCase, protectCase, proveCase } from './commands.ts'
import { printCellKeyTable, printNoiseTable } from './noise.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hamyar-protect-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

type Command = typeof protectCase

const ask = async (command: Command, ...rest: string[]) => {
  const lines: string[] = []
  const refused = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await command((line) => lines.push(line), rest)
  const why = refused.mock.calls.map(([text]) => String(text)).join('')
  refused.mockRestore()
  return { code, why, lines, line: lines.length === 1 && lines[0]?.startsWith('{') === true ? (JSON.parse(lines[0]) as Record<string, unknown>) : null }
}

/** Two towns by two trades; one count of 1. */
const cells = [
  { id: 10, key: ['Total', 'Total'], value: 51, primary: false, inner: [0, 1, 2, 3] },
  { id: 11, key: ['Total', 'wood'], value: 21, primary: false, inner: [0, 2] },
  { id: 12, key: ['Total', 'wool'], value: 30, primary: false, inner: [1, 3] },
  { id: 13, key: ['east', 'Total'], value: 11, primary: false, inner: [0, 1] },
  { id: 14, key: ['east', 'wood'], value: 1, primary: true, inner: [0] },
  { id: 15, key: ['east', 'wool'], value: 10, primary: false, inner: [1] },
  { id: 16, key: ['west', 'Total'], value: 40, primary: false, inner: [2, 3] },
  { id: 17, key: ['west', 'wood'], value: 20, primary: false, inner: [2] },
  { id: 18, key: ['west', 'wool'], value: 20, primary: false, inner: [3] },
]
type Cell = Omit<(typeof cells)[number], 'value' | 'inner' | 'key'> & { value: unknown; inner: unknown; key: unknown }
const honest = { format: 'sdc-case/1', rule: { type: 'freq', maxN: 4 }, innerValues: [1, 10, 20, 20] as unknown[], cells: cells as readonly Cell[] }

const at = (name: string) => join(folder, name)
const filed = async (name: string, content: unknown): Promise<string> => {
  await writeFile(at(name), typeof content === 'string' ? content : JSON.stringify(content))
  return at(name)
}
const changed = (index: number, changes: Partial<Cell>) => ({ ...honest, cells: honest.cells.map((cell, place) => (place === index ? { ...cell, ...changes } : cell)) })
const written = (name: string) => readFile(at(name), 'utf8').then((text) => JSON.parse(text) as Record<string, unknown>, () => null)

const protectFile = async (content: unknown, ...more: string[]) => {
  await rm(at('out'), { force: true })
  return { ...(await ask(protectCase, await filed('case', content), '--out', at('out'), ...more)), pattern: await written('out') }
}

describe('hamyar protect', () => {
  it('writes the cells to leave out, in the words of the case, and a line of figures', async () => {
    const { code, line, pattern } = await protectFile(honest)
    expect(code).toBe(0)
    expect(line).toEqual({ cells: 9, primary: 1, secondary: 3, ms: expect.any(Number) as number })
    expect(pattern).toEqual({ suppressed: [['east', 'wood'], ['east', 'wool'], ['west', 'wood'], ['west', 'wool']] })
  })

  it('gives the same pattern whatever the order of the file', async () => {
    const turned = { ...honest, cells: [...honest.cells].reverse() }
    expect((await protectFile(turned)).pattern).toEqual((await protectFile(honest)).pattern)
  })

  it('never looks at how somebody else protected the case', async () => {
    const misled = { ...honest, cells: honest.cells.map((cell) => ({ ...cell, refSuppressed: true })), refIntervals: 'nonsense', primaryOnlyExactlyRevealed: null }
    expect((await protectFile(misled)).pattern).toEqual((await protectFile(honest)).pattern)
  })

  it('says which primary what is out already gives away, and writes nothing', async () => {
    const told = { ...honest, cells: honest.cells.map((cell) => (cell.primary ? cell : { ...cell, published: true })) }
    const { code, why, pattern } = await protectFile(told)
    expect({ code, pattern }).toEqual({ code: 1, pattern: null })
    expect(why).toContain('["east","wood"]')
  })

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'file: no JSON'],
    ['a number that is none', JSON.stringify(honest).replace('[1,10,20,20]', '[NaN,10,20,20]'), 'file: no JSON'],
    ['another format', { ...honest, format: 'sdc-case/9' }, 'format: "sdc-case/9"; known is "sdc-case/1"'],
    ['a number as text', { ...honest, innerValues: ['1', 10, 20, 20] }, 'innerValues[0]: "1" is no number'],
    ['a negative count', { ...honest, innerValues: [1, 10, -20, 20] }, 'innerValues[2]: -20 is negative'],
    ['too many decimals', { ...honest, innerValues: [1.23456789, 10, 20, 20] }, 'innerValues[0]: 1.23456789 has more than'],
    ['a table that does not add up', changed(3, { value: 12 }), 'cells[3].value: 12, but its finest cells add up to 11'],
    ['a finest cell that is not there', changed(4, { inner: [4] }), 'cells[4].inner[0]: finest cell 4; there are 0 to 3'],
    ['half a finest cell', changed(4, { inner: [0.5] }), 'cells[4].inner[0]'],
    ['a finest cell twice', changed(3, { inner: [0, 0] }), 'cells[3].inner[1]: finest cell 0 stands twice'],
    ['a cell twice', changed(5, { key: ['east', 'wood'] }), 'cells[5]: ["east","wood"] is listed twice, first as cells[4]'],
    ['an id twice', changed(5, { id: 14 }), 'cells[5]: id 14 is listed twice, first as cells[4]'],
    ['no labels', changed(5, { key: [] }), 'cells[5].key: no list of labels'],
    ['a circle of areas', { ...honest, hierarchies: { town: { east: 'north', north: 'east' } } }, 'hierarchies.town.east: a circle: east → north → east'],
    ['a rule without its number', { ...honest, rule: { type: 'dominance', n: 1 } }, 'rule.k: nothing is no number'],
  ])('refuses %s', async (_, content, where) => {
    const { code, why, pattern, line } = await protectFile(content)
    expect({ code, pattern, line }).toEqual({ code: 2, pattern: null, line: null })
    expect(why).toContain(where)
  })

  it.each([
    [['--level', 'strong'], '--level: strong is none of linear, interval'],
    [['--k', '0'], '--k: 0 is no whole number from 1'],
    [['--q'], 'arguments'],
    [['another'], 'arguments: say CASE'],
  ])('refuses %s', async (more, where) => {
    const { code, why, pattern } = await protectFile(honest, ...more)
    expect({ code, pattern }).toEqual({ code: 2, pattern: null })
    expect(why).toContain(where)
    expect((await ask(protectCase, at('nowhere'), '--out', at('out'))).code).toBe(2)
    expect((await ask(protectCase, at('case'))).why).toContain('--out')
  })
})

const primaryOnly = { suppressed: [['east', 'wood']] }
const rectangle = { suppressed: [14, 15, 17, 18] }

describe('hamyar attack', () => {
  const attackFile = async (pattern: unknown, ...more: string[]) => ask(attackCase, await filed('case', honest), await filed('pattern', pattern), ...more)

  it('says what follows from what is shown, in the words of the pattern', async () => {
    expect((await attackFile(primaryOnly)).line).toMatchObject({ intervals: { '["east","wood"]': [1, 1] }, exactlyRevealed: [['east', 'wood']], fewerThanK: [['east', 'wood']], k: 5 })
    expect((await attackFile(rectangle)).line).toMatchObject({ intervals: { 14: [0, 11], 15: [0, 11], 17: [10, 21], 18: [19, 30] }, exactlyRevealed: [], fewerThanK: [] })
    expect((await attackFile(rectangle, '--primaries')).line?.intervals).toEqual({ 14: [0, 11] })
    expect((await attackFile(rectangle, '--k', '13')).line).toMatchObject({ fewerThanK: [14], unsafe: [14] })
    expect((await attackFile({ suppressed: ['["east","wood"]'] })).line).toMatchObject({ exactlyRevealed: [['east', 'wood']] })
  })

  it.each([
    [{ suppressed: [['east', 'steel']] }, 'suppressed[0]: the case has no cell ["east","steel"]'],
    [{ suppressed: [14, 99] }, 'suppressed[1]: the case has no cell 99'],
    [{ suppressed: [14, 14] }, 'suppressed[1]: 14 is listed twice'],
    [{ hidden: [] }, 'suppressed: no list of keys'],
  ])('refuses %j', async (pattern, where) => {
    const { code, why, lines } = await attackFile(pattern)
    expect({ code, lines }).toEqual({ code: 2, lines: [] })
    expect(why).toContain(where)
  })
})

describe('hamyar prove and check-proof', () => {
  const proving = async (pattern: unknown) => {
    await rm(at('proof'), { force: true })
    return ask(proveCase, await filed('case', honest), await filed('pattern', pattern), '--out', at('proof'))
  }
  const checking = async () => ask(checkProofOfCase, at('case'), at('pattern'), at('proof'))

  it('shows two tables for each primary, which anybody can add up', async () => {
    const proven = await proving(rectangle)
    expect(proven.line).toMatchObject({ targets: 1, tables: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(await checking()).toMatchObject({ code: 0, line: { holds: true, targets: 1, hash: proven.line?.hash } })
  })

  it('has nothing to show where a primary follows', async () => {
    expect(await proving(primaryOnly)).toMatchObject({ code: 1, lines: [], why: expect.stringContaining('["east","wood"]') as string })
    expect(await written('proof')).toBeNull()
    expect(await proving({ suppressed: [15] })).toMatchObject({ code: 1 })
  })

  it('does not take a proof that was touched', async () => {
    await proving(rectangle)
    const proof = (await written('proof')) as { tables: [number, string][][]; targets: { key: string[]; low: number; high: number }[] }
    const [first = [], ...others] = proof.tables
    const [pair = [0, '0'], ...pairs] = first
    for (const touched of [
      { ...proof, tables: [[[pair[0], String(Number(pair[1]) + 1)], ...pairs], ...others] },
      { ...proof, tables: [[], ...others] },
      { ...proof, targets: [] },
      { ...proof, targets: proof.targets.map(({ key, low, high }) => ({ key, low: high, high: low })) },
    ]) {
      await filed('proof', touched)
      expect(await checking(), JSON.stringify(touched)).toMatchObject({ code: 1, line: { holds: false } })
    }
    for (const [touched, where] of [
      [{ ...proof, scale: 10 }, 'scale: 10; the case has 1'],
      [{ ...proof, tables: [[[0, 1.5]]] }, 'tables[0][0][1]: 1.5 is no whole number'],
      [{ ...proof, targets: [{ key: ['a'], low: 0, high: 0 }] }, 'targets[0].key'],
    ] as const) {
      await filed('proof', touched)
      expect(await checking()).toMatchObject({ code: 2, why: expect.stringContaining(where) as string })
    }
  })
})

describe('hamyar noise-table', () => {
  it('prints noise by count', async () => {
    const { lines } = await ask(printNoiseTable, '--d', '5', '--v', '3', '--js', '2', '--stay', '0.5')
    expect(lines.slice(0, 2)).toEqual(['i;j;p;v;p_int_ub', '0;0;1;0;1'])
    expect(lines).toHaveLength(67)
    expect(lines[2]).toMatch(/^1;0;0\.73446954\d*;-1;/)
  })

  it.each([
    [[], '--d: say how far noise may go'],
    [['--d', '5'], '--v: say its variance'],
    [['--d', '5', '--v', 'x'], '--v: x is no number'],
    [['--d', '2', '--v', '50'], 'noise: count 1'],
  ])('refuses %j', async (rest, where) => {
    expect(await ask(printNoiseTable, ...rest)).toMatchObject({ code: 2, lines: [], why: expect.stringContaining(where) as string })
  })
})

describe('hamyar cell-key', () => {
  const people = 'record_key,who,town\n200,a,east\n100,b,east\n7,c,west\n'
  const noise = 'pcv,ckey,pvalue\n2,44,3\n1,7,-1\n'
  const asking = async (...more: string[]) => ask(printCellKeyTable, await filed('people.csv', people), '--by', 'town', ...more)

  it('adds the noise of count and key', async () => {
    expect((await asking('--table', await filed('noise.csv', noise))).lines).toEqual(['town,ckey,count,noise,shown', 'east,44,2,3,5', 'west,7,1,-1,0'])
  })

  it('makes keys of a secret and a pseudonym, the same for the same people', async () => {
    const secret = await filed('secret', 'sixteen letters and more')
    const [, ...first] = (await asking('--id', 'who', '--secret', secret, '--d', '5', '--v', '2', '--js', '2')).lines
    await filed('people.csv', people)
    const [, ...second] = (await ask(printCellKeyTable, await filed('turned.csv', 'town,who\nwest,c\neast,b\neast,a\n'), '--by', 'town', '--id', 'who', '--secret', secret, '--d', '5', '--v', '2', '--js', '2')).lines
    expect(first).toEqual(second)
    expect(first).toHaveLength(2)
  })

  it.each([
    [['--table', 'nowhere'], 'nowhere'],
    [['--key', 'age', '--d', '5', '--v', '2'], 'no column age'],
    [['--key', 'who', '--d', '5', '--v', '2'], 'line 2: who a is no key from 0 to 255'],
    [['--id', 'who', '--d', '5', '--v', '2'], '--secret: goes with --id'],
  ])('refuses %j', async (more, where) => {
    expect(await asking(...more)).toMatchObject({ code: 2, lines: [], why: expect.stringContaining(where) as string })
  })

  // The published example is read where it lies beside the project.
  const published = fileURLToPath(new URL('../../../../shared/data/statistics/cellkey/', import.meta.url))
  it('shows no count from 1 to 9 and only multiples of five, by the ONS table', async () => {
    for (const by of existsSync(published) ? ['var1,var2', 'var5,var8', 'var9'] : []) {
      const { code, lines } = await ask(printCellKeyTable, join(published, 'ons_micro.csv'), '--by', by, '--table', join(published, 'ons_ptable_10_5.csv.gz'))
      expect(code).toBe(0)
      for (const line of lines.slice(1)) {
        const shown = Number(line.split(',').at(-1))
        expect(shown % 5 === 0 && (shown === 0 || shown >= 10), line).toBe(true)
      }
    }
  })
})
