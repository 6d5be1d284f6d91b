import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { changeUrl } from '#platform/db/url.ts'
import { databaseTypes } from './database-types.ts'
import { dumpSchema } from './schema-dump.ts'

describe('the dumped schema', () => {
  const name = `t_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const client = new pg.Client({ connectionString: changeUrl(inject('templateUrl'), { database: name }) })
  const admin = new pg.Client({ connectionString: changeUrl(inject('templateUrl'), { database: 'postgres' }) })
  let before = ''

  beforeAll(async () => {
    await admin.connect()
    await admin.query(`create database ${name} template hamyar_template`)
    await client.connect()
    before = await dumpSchema(client)
  })
  afterAll(async () => {
    await client.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })

  /** What a change adds to the dump and takes from it; undone afterwards. */
  const changes = async (sql: string) => {
    await client.query('begin')
    try {
      await client.query(sql)
      const [was, is] = [before.split('\n'), (await dumpSchema(client)).split('\n')]
      return {
        gone: was.filter((line) => !is.includes(line)).join('\n'),
        come: is.filter((line) => !was.includes(line)).join('\n'),
      }
    } finally {
      await client.query('rollback')
    }
  }

  it('is the same at every look', async () => {
    expect(await dumpSchema(client)).toBe(before)
  })

  it('shows what a reviewer must see: keys, walls and grants', () => {
    expect(before).toContain('create table casework.need (')
    expect(before).toMatch(/access text\[\] generated always as \(.*'person:'.*\) stored not null/)
    expect(before).toContain('alter table casework.need force row level security;')
    expect(before).toContain('-- role hamyar_loader bypassrls')
    expect(before).toMatch(/grant select \(.*subject.*\) on facts\.fact to hamyar_observatory;/)
    expect(before).not.toContain('graphile_worker.jobs')
  })

  it.each([
    ['a wall that is no longer forced', 'alter table people.person no force row level security', 'gone', 'people.person force row'],
    ['a policy that lets everybody through', 'create policy open on people.person using (true)', 'come', 'create policy open on people.person'],
    ['a grant', 'grant select on people.person to hamyar_observatory', 'come', 'on people.person to hamyar_observatory'],
    ['a grant of one column', 'grant select (given_name) on people.person to hamyar_auth', 'come', 'grant select (given_name) on people.person'],
    ['a column', 'alter table desk.request add belief text', 'come', '  belief text'],
    ['a constraint that is gone', 'alter table visits.booking drop constraint booking_once', 'gone', 'constraint booking_once EXCLUDE'],
    ['an index', 'create index n on desk.request (team)', 'come', 'CREATE INDEX n ON desk.request'],
    ['a view', 'create view desk.all_of_them as select * from desk.request', 'come', 'create view desk.all_of_them'],
    ['a function that runs as its owner', "create function wall.open() returns int language sql immutable security definer return 1", 'come', ' IMMUTABLE SECURITY DEFINER'],
    ['a trigger', "create function wall.t() returns trigger language plpgsql as 'begin return new; end'; create trigger t before insert on desk.request for each row execute function wall.t()", 'come', 'CREATE TRIGGER t BEFORE INSERT ON desk.request'],
    ['a table that stands in no room', 'create table public.stray (x int)', 'come', 'create table public.stray'],
    ['an enum', "create type desk.mood as enum ('good', 'bad')", 'come', "create type desk.mood as enum ('good', 'bad');"],
    ['another owner', 'alter table desk.request owner to hamyar_app', 'come', '-- owned by hamyar_app'],
  ] as const)('changes with %s', async (_, sql, how, line) => {
    expect((await changes(sql))[how]).toContain(line)
  })

  it('has the same tables in its types', async () => {
    const types = await databaseTypes(client)
    const tables = [...before.matchAll(/^create table (\S+) \(/gm)].map(([, table = '']) => table.replaceAll('"', ''))
    expect(tables.length).toBeGreaterThan(20)
    for (const table of tables.filter((one) => one !== 'migrations.applied')) expect(types).toContain(`  '${table}': `)
  })
})
