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

const askGap = async (text: string | null, ...more: string[]) => {
  const said: string[] = []
  const refused = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const [file, out] = [join(folder, 'literature'), join(folder, 'agents')]
  await rm(out, { force: true })
  await rm(file, { force: true })
  if (text !== null) await writeFile(file, text)
  const code = await match((line) => said.push(line), ['--gap', file, '--seconds', '2', '--out', out, ...more])
  const why = refused.mock.calls.map(([part]) => String(part)).join('')
  refused.mockRestore()
  const written = await readFile(out, 'utf8').catch(() => null)
  return { code, why, written, line: said.length === 1 ? (JSON.parse(said[0]!) as Record<string, unknown>) : null }
}

describe('hamyar match --form hours', () => {
  it('keeps to hours and to tasks, and proves how far from the optimum it is', async () => {
    // Volunteer 0 has three hours but one task; both needs would cost least there.
    const { code, line, written } = await ask({}, '--form', 'hours', '--seconds', '5')
    expect(code).toBe(0)
    expect(line).toEqual({
      needs: 2, volunteers: 2, edges: 4, form: 'hours', primal: 7, dual: 7, gap: 0, unmatched: 0,
      solveMs: expect.any(Number) as number, peakMb: expect.any(Number) as number,
    })
    expect(written?.slice(8, 10)).toEqual([1, 2])
    expect((await ask({ capacity: [2, 2] }, '--form', 'hours', '--seconds', '5')).line).toMatchObject({ primal: 3 })
    expect((await ask({ capacity: [2, 2], capacityHours: [2, 0] }, '--form', 'hours', '--seconds', '5')).line).toMatchObject({ primal: 101, unmatched: 1 })
  })

  it('writes the worths that prove the bound', async () => {
    const proof = join(folder, 'proof')
    const { line } = await ask({}, '--form', 'hours', '--seconds', '5', '--proof', proof)
    const bytes = await readFile(proof)
    const [magic, needs, scale = 0] = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 32))
    const worth = [...new Float64Array(bytes.buffer.slice(bytes.byteOffset + 32, bytes.byteOffset + bytes.length))].map((own) => own / scale)
    expect([magic, needs, worth.length]).toEqual([0x4d50, 2, 2])
    // One task of volunteer 0, up to two of volunteer 1, as anybody can reckon it.
    const [first = 0, second = 0] = worth
    const gain = (value: number, cost: number): number => Math.max(0, value - cost)
    const bound = first + second - Math.max(gain(first, 1), gain(second, 2)) - gain(first, 5) - gain(second, 20)
    expect(Math.ceil(bound)).toBe(line?.dual)
  })

  it('refuses what it does not know', async () => {
    expect(await ask({}, '--form', 'hours', '--convex', '0,300')).toMatchObject({ code: 2, written: null, why: expect.stringContaining('--convex') as string })
    expect(await ask({}, '--proof', join(folder, 'proof'))).toMatchObject({ code: 2, written: null, why: expect.stringContaining('--proof') as string })
  })
})

describe('hamyar match --gap', () => {
  it('gives every job to an agent', async () => {
    const { code, line, written } = await askGap('2 3\n 1 2 3\n 4 4 9\n 5 5 5\n 2 2 6\n 5 4\n')
    expect(code).toBe(0)
    expect(line).toMatchObject({ needs: 3, volunteers: 2, edges: 6, form: 'hours', primal: 11, dual: 11, gap: 0, unmatched: 0 })
    expect(written).toBe('1\n1\n0\n')
  })

  it('says where there is no assignment', async () => {
    const { code, line, written, why } = await askGap('1 2  1 1  5 5  9')
    expect({ code, written }).toEqual({ code: 1, written: null })
    expect(line).toMatchObject({ primal: null, gap: null, unmatched: 1 })
    expect(why).toContain('no assignment of every job')
  })

  it('takes no jobs at all', async () => {
    expect(await askGap('0 0')).toMatchObject({ code: 0, written: '', line: { needs: 0, primal: 0, dual: 0, gap: 0 } })
  })

  it.each<[string, string | null, string]>([
    ['a file that is not there', null, 'literature'],
    ['nothing', '', 'number 1 (m, how many agents): the file ends'],
    ['too few numbers', '1 2 1 1 5', 'number 6 (resource of agent 0, job 1): the file ends'],
    ['too many', '1 1 1 1 1 1', 'number 6: 1 more'],
    ['what is no number', '1 2 1 x 5 5 9', 'number 4 (cost of agent 0, job 1): x'],
    ['a part of a number', '1 2 1 1 5 5.5 9', 'number 6 (resource of agent 0, job 1): 5.5'],
    ['a negative resource', '1 2 1 1 5 -5 9', 'number 6 (resource of agent 0, job 1): -5'],
    ['a negative capacity', '1 2 1 1 5 5 -9', 'number 7 (capacity of agent 0): -9'],
    ['more than 32 bits', '1 2 1 1 5 5 9000000000', 'number 7 (capacity of agent 0): 9000000000'],
    ['more pairs than there is room for', '100000 100000', 'more than'],
  ])('refuses %s', async (_, text, where) => {
    const { code, why, written, line } = await askGap(text)
    expect({ code, written, line }).toEqual({ code: 2, written: null, line: null })
    expect(why).toContain(where)
  })

  it('refuses words that mean nothing here', async () => {
    expect(await askGap('0 0', 'another')).toMatchObject({ code: 2, written: null })
    expect(await askGap('0 0', '--form', 'tasks')).toMatchObject({ code: 2, written: null })
  })
})

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
