import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { getCase } from '#domains/casework/contract.ts'
import { migrate, readMigrations, statementsOf } from './migrate.ts'

const own = readMigrations(join(import.meta.dirname, '../../db/migrations'))
const next = { name: '9001_a_later_release.sql', text: 'alter table casework.need add column later integer not null default 7;\n' }

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  // A clone of a database does not take its grants along; at a real start `bootstrap` gives them.
  await house.look(`do $$ begin execute format('grant create on database %I to hamyar_owner', current_database()); end $$`)
})
afterAll(() => house.close())

describe('an installation with people in it', () => {
  it('takes the next release’s migration and keeps every row and every right', async () => {
    const { mina, caseId, need } = await arrange(house)
    expect(await migrate(house.open.ownerUrl, own)).toEqual([])
    expect(await migrate(house.open.ownerUrl, [...own, next])).toEqual([next.name])
    expect(await house.look('select later from casework.need where id = $1', [need.id])).toEqual([{ later: 7 }])
    expect((await mina.send(getCase, { params: { case: caseId } })).answer.needs[0]?.id).toBe(need.id)
    const other = await house.as('otherWorker')
    expect((await other.send(getCase, { params: { case: caseId } })).problem).toBe('record.not-found')
    expect(await migrate(house.open.ownerUrl, [...own, next])).toEqual([])
  })

  it('refuses a migration that was changed after it ran', async () => {
    const changed = own.map((migration, at) => (at === 0 ? { ...migration, text: `${migration.text}\n-- changed\n` } : migration))
    await expect(migrate(house.open.ownerUrl, changed)).rejects.toThrow(/was changed after it ran/)
  })

  it('keeps nothing of a migration that fails in the middle', async () => {
    const broken = { name: '9002_broken.sql', text: 'create table desk.half (id integer);\n\nselect from nowhere.at_all;\n' }
    await expect(migrate(house.open.ownerUrl, [...own, next, broken])).rejects.toThrow(/nowhere/)
    expect(await house.look(`select 1 from pg_tables where tablename = 'half'`)).toEqual([])
    expect(await house.look(`select name from migrations.applied where name like '9002%'`)).toEqual([])
  })

  it('is never left by a migration that ends inside a statement', () => {
    expect(() => statementsOf('create table a (id integer)\n')).toThrow(/ends inside a statement/)
  })
})
