import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareDatabase, roleUrl } from '#apps/house.ts'
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { changeUrl } from '#platform/db/url.ts'
import { keyring } from '#platform/keys/index.ts'
import { testClock, testKeys } from './keys.ts'
import { buildWorld } from './world.ts'

export const TEMPLATE = 'hamyar_template'

/**
 * One throw-away server for the whole run; `HAMYAR_TEST_DATABASE_URL` (a superuser's) takes another one.
 * The world is built once, in a template that each test file clones in about 0.15 s.
 */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env['HAMYAR_TEST_DATABASE_URL']
  const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'hamyar-test-')) : undefined
  const server =
    folder === undefined
      ? undefined
      : await startEmbeddedPostgres({
          dataFolder: folder,
          log: () => {},
          settings: { fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off', max_connections: '200' },
        })
  const adminUrl = (database: string) => server?.url(database) ?? changeUrl(given ?? '', { database })
  const admin = new pg.Client({ connectionString: adminUrl('postgres') })
  await admin.connect()
  await admin.query(`drop database if exists ${TEMPLATE}`)
  await admin.query(`create database ${TEMPLATE}`)
  const keys = keyring(testKeys)
  const template = {
    adminUrl: adminUrl(TEMPLATE),
    urlOf: (user: string, password: string) => changeUrl(adminUrl(TEMPLATE), { user, password }),
  }
  await prepareDatabase(template, keys, join(import.meta.dirname, '../../db/migrations'))
  await buildWorld(roleUrl(template, keys, 'loader'), keys, testClock().now())
  await admin.end()
  project.provide('templateUrl', template.adminUrl)
  return async () => {
    await server?.stop()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}
export default setup

declare module 'vitest' {
  export interface ProvidedContext {
    readonly templateUrl: string
  }
}
