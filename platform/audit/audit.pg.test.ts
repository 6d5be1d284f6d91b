import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { searchPlaces } from '#domains/places/contract.ts'
import { follow, startOf, type AuditLine } from './chain.ts'
import { readRoots, rootsFile } from './export.ts'
import { sealTrail } from './seal.ts'
import { rootOf, type SealedHead } from './sealed.ts'
import { verifyAudit, type Reader, type Verdict } from './verify.ts'

let house: TestHouse
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hamyar-audit-'))
  house = await openTestHouse()
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const minuteOfWork = async () => {
  for (const text of ['سر', 'باغ', 'پل']) await house.stranger().send(searchPlaces, { query: { text } })
  house.clock.advance(1)
  await sealTrail({ ...house.open.house, dataFolder: folder })
}

const reader: Reader = { query: async (text, values) => ({ rows: await house.look(text, values) }) }
const verify = (withRoots = false): Promise<Verdict> =>
  verifyAudit(reader, withRoots ? readRoots(rootsFile(folder)) : [])
const kinds = (verdict: Verdict) => [...new Set(verdict.faults.map(({ kind }) => kind))]
/** The superuser's hand: past every wall, as an operator with the disk in their hands could. */
const tamper = (sql: string, values: unknown[] = []) => house.look(sql, values)

describe('the sealed trail', () => {
  it('holds when nobody touched it, seal after seal', async () => {
    await minuteOfWork()
    await minuteOfWork()
    const verdict = await verify(true)
    expect(verdict).toMatchObject({ seals: 2, faults: [] })
    expect(verdict.entries).toBeGreaterThanOrEqual(8)
  })

  it('makes no seal in a minute in which nothing happened', async () => {
    await minuteOfWork()
    house.clock.advance(1)
    expect(await sealTrail(house.open.house)).toBeUndefined()
    expect(await verify()).toMatchObject({ seals: 1 })
  })

  it('shows a line whose content was altered', async () => {
    await minuteOfWork()
    await tamper(`update audit.entry set actor = 'somebody-else' where seq = 2`)
    expect(kinds(await verify())).toContain('altered')
  })

  it('shows an alteration even when all later hashes were made anew', async () => {
    await minuteOfWork()
    const [{ chain }] = (await tamper('select chain from audit.entry where seq = 3 limit 1')) as [{ chain: string }]
    const rows = (await tamper(
      'select home, at, actor, role, act, record, person, refused, details from audit.entry where chain = $1 order by seq',
      [chain],
    )) as (Omit<AuditLine, 'at'> & { at: Date })[]
    const { lines } = follow(startOf(chain), rows.map((row) => ({ ...row, at: row.at.toISOString(), actor: 'forged' })))
    for (const { line, seq, hash } of lines)
      await tamper('update audit.entry set actor = $3, hash = $4 where chain = $1 and seq = $2', [chain, seq, line.actor, hash])
    expect(kinds(await verify())).toEqual(['altered'])
  })

  it('shows a line that is gone from the middle', async () => {
    await minuteOfWork()
    await tamper('delete from audit.entry where seq = 2')
    expect(kinds(await verify())).toContain('missing')
  })

  it('shows lines that were cut off the end', async () => {
    await minuteOfWork()
    await tamper('delete from audit.entry e where seq >= 2')
    expect(kinds(await verify())).toEqual(['cut'])
  })

  it('shows a whole chain that is gone', async () => {
    await minuteOfWork()
    await tamper('delete from audit.entry where chain in (select chain from audit.entry limit 1)')
    expect(kinds(await verify())).toContain('cut')
  })

  it('shows a seal that was rewritten to fit', async () => {
    await minuteOfWork()
    await minuteOfWork()
    const [{ heads }] = (await tamper('select heads from audit.seal where number = 1')) as [{ heads: SealedHead[] }]
    const fitted = heads.map((head) => ({ ...head, seq: head.seq + 100 }))
    await tamper('update audit.seal set heads = $1, root = $2 where number = 1', [JSON.stringify(fitted), rootOf(fitted)])
    expect(kinds(await verify())).toContain('seal-rewritten')
  })

  it('shows a seal that is gone, from the middle by itself and from the end by the exported roots', async () => {
    await minuteOfWork()
    await minuteOfWork()
    await tamper('delete from audit.seal where number = 2')
    expect(kinds(await verify())).toEqual([])
    expect(kinds(await verify(true))).toEqual(['seal-missing'])
    await minuteOfWork()
    await minuteOfWork()
    await tamper('delete from audit.seal where number = 2')
    expect(kinds(await verify())).toContain('seal-missing')
  })

  it('shows by the exported roots that everything was written anew', async () => {
    await minuteOfWork()
    await tamper('delete from audit.entry')
    await tamper('delete from audit.seal')
    await minuteOfWork()
    const without = kinds(await verify())
    expect(without).not.toContain('root-differs')
    expect(kinds(await verify(true))).toContain('root-differs')
  })

  it('exports each root once, and mends a half line that a crash left', async () => {
    await minuteOfWork()
    appendFileSync(rootsFile(folder), '{"number":2,"at"')
    await minuteOfWork()
    expect(readRoots(rootsFile(folder)).map(({ number }) => number)).toEqual([1, 2])
    expect(readFileSync(rootsFile(folder), 'utf8').endsWith('}\n')).toBe(true)
  })
})
