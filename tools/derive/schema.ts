import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { prepareDatabase } from '#apps/house.ts'
import { testKeys } from '#apps/testing/keys.ts'
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { changeUrl } from '#platform/db/url.ts'
import { keyring } from '#platform/keys/index.ts'
import { databaseTypes } from './database-types.ts'
import { dumpSchema } from './schema-dump.ts'

/** What all migrations make of an empty database, on a server that is thrown away. */
export const schemaAndTypes = async (root: string): Promise<{ schema: string; types: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'hamyar-derive-'))
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    log: () => {},
    settings: { fsync: 'off', full_page_writes: 'off' },
  })
  try {
    const adminUrl = server.url('postgres')
    const urlOf = (user: string, password: string) => changeUrl(adminUrl, { user, password })
    await prepareDatabase({ adminUrl, urlOf }, keyring(testKeys), join(root, 'db', 'migrations'))
    const client = new pg.Client({ connectionString: adminUrl })
    await client.connect()
    try {
      return { schema: await dumpSchema(client), types: await databaseTypes(client) }
    } finally {
      await client.end()
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
