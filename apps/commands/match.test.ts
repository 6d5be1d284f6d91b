import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { match } from './match.ts'

/** Two needs that both want volunteer 0, who has one task; volunteer 1 has two. */
const words = {
  header: [0x4d4d, 2, 2, 4, 1, 0, 0, 0],
  row: [0, 2, 4],
  col: [0, 1, 0, 1],
  cost: [1, 5, 2, 20],
  capacity: [1, 2],
  penalty: [100, 100],
  hours: [1, 2],
  capacityHours: [3, 6],
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hamyar-match-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

const ask = async (changes: Partial<typeof words>, ...more: string[]) => {
  const said: string[] = []
  const refused = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const [instance, result] = [join(folder, 'instance'), join(folder, 'result')]
  await rm(result, { force: true })
  await writeFile(instance, new Uint8Array(Int32Array.from(Object.values({ ...words, ...changes }).flat()).buffer))
  const code = await match((line) => said.push(line), [instance, '--out', result, ...more])
  const why = refused.mock.calls.map(([text]) => String(text)).join('')
  refused.mockRestore()
  const written = await readFile(result).then((bytes) => [...new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)], () => null)
  return { code, why, written, line: said.length === 1 ? (JSON.parse(said[0]!) as Record<string, unknown>) : null }
}

describe('hamyar match', () => {
  it('answers with the optimum, its proof, and a line of figures', async () => {
    const { code, line, written } = await ask({})
    expect(code).toBe(0)
    expect(line).toEqual({
      needs: 2, volunteers: 2, edges: 4, form: 'tasks', primal: 7, dual: 7, gap: 0, unmatched: 0,
      solveMs: expect.any(Number) as number, peakMb: expect.any(Number) as number,
    })
    const [magic, needs, volunteers, , , , , , first, second, price0 = 0, price1 = 0] = written ?? []
    expect([magic, needs, volunteers, first, second]).toEqual([0x4d52, 2, 2, 1, 2])
    // As anybody can reckon it from the two files.
    expect(Math.min(100, 1 + price0, 5 + price1) + Math.min(100, 2 + price0, 20 + price1) - price0 - 2 * price1).toBe(7)
  })

  it('lets later tasks cost more, the last cost going on', async () => {
    const busy = { col: [1, 0, 1, 0], cost: [1, 500, 1, 500], capacity: [2, 5], penalty: [999, 999] }
    expect((await ask(busy, '--convex', '0,300')).line).toMatchObject({ primal: 302, dual: 302 })
    expect((await ask(busy, '--convex', '0,700')).line).toMatchObject({ primal: 501 })
    expect((await ask(busy, '--convex', '7')).line).toMatchObject({ primal: 16 })
  })

  it('takes an empty country', async () => {
    const nobody = { header: [0x4d4d, 0, 0, 0, 1, 0, 0, 0], row: [0], col: [], cost: [], capacity: [], penalty: [], hours: [], capacityHours: [] }
    expect((await ask(nobody)).line).toMatchObject({ needs: 0, primal: 0, dual: 0, gap: 0 })
  })

  it.each<[string, Partial<typeof words>, string]>([
    ['another magic', { header: [0x4d4e, 2, 2, 4, 1, 0, 0, 0] }, 'header[0]'],
    ['a negative count', { header: [0x4d4d, -2, 2, 4, 1, 0, 0, 0] }, 'header[1]'],
    ['another version', { header: [0x4d4d, 2, 2, 4, 2, 0, 0, 0] }, 'header[4]'],
    ['words where zeros stand', { header: [0x4d4d, 2, 2, 4, 1, 0, 5, 0] }, 'header[6]'],
    ['a wrong length', { cost: [1, 5, 2] }, 'length: 104 bytes'],
    ['no header', { header: [], row: [], cost: [], capacity: [], hours: [], capacityHours: [] }, 'length: 24 bytes'],
    ['rows that do not begin at 0', { row: [1, 2, 4] }, 'row[0]'],
    ['rows that fall', { row: [0, 5, 4] }, 'row[2]'],
    ['rows that end elsewhere', { row: [0, 2, 3] }, 'row[2]'],
    ['a volunteer out of range', { col: [0, 1, 0, 2] }, 'col[3]: volunteer 2 of need 1'],
    ['a negative volunteer', { col: [0, -1, 0, 1] }, 'col[1]'],
    ['a pair twice', { col: [0, 1, 1, 1] }, 'col[3]: need 1 has volunteer 1 twice'],
    ['a negative capacity', { capacity: [1, -2] }, 'capacity[1]'],
    ['negative hours', { hours: [-1, 2] }, 'hours[0]'],
    ['negative hours of a volunteer', { capacityHours: [3, -6] }, 'capacityHours[1]'],
  ])('refuses %s, says where, and writes nothing', async (_, changes, where) => {
    const { code, why, written, line } = await ask(changes)
    expect({ code, written, line }).toEqual({ code: 2, written: null, line: null })
    expect(why).toContain(where)
  })

  it.each([
    [['--convex', '0,300,200'], '--convex, number 3'],
    [['--convex', '0,much'], '--convex, number 2'],
    [['--form', 'days'], '--form: days'],
    [['--form', 'constructor'], '--form: constructor'],
    [['--seconds', '0'], '--seconds'],
    [['--fast'], '--fast'],
    [['another'], 'one INSTANCE'],
  ])('refuses %j', async (more, where) => {
    const { code, why, written } = await ask({}, ...more)
    expect({ code, written }).toEqual({ code: 2, written: null })
    expect(why).toContain(where)
  })

  it('refuses a file that is not there', async () => {
    const refused = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(await match(() => {}, [join(folder, 'nowhere')])).toBe(2)
    expect(refused.mock.calls.join('')).toContain('nowhere')
    refused.mockRestore()
  })

  it('writes no price that 32 bits would falsify', async () => {
    const far = 2 ** 31 - 1
    const { code, why, written } = await ask({ col: [0, 1, 0, 1], cost: [-far, far, -far, far], capacity: [1, 0], penalty: [far, far] })
    expect({ code, written }).toEqual({ code: 2, written: null })
    expect(why).toContain('price[0]')
  })
})
