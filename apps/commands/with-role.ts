import pg from 'pg'
import { openHouse, prepareDatabase, roleUrl, type OpenHouse } from '#apps/house.ts'
import { root } from '#apps/root.ts'
import { layGround, type Ground } from '#apps/serving/database.ts'
import type { DatabaseRole } from '#platform/db/bootstrap.ts'
import { readSettings, type Settings } from '#platform/settings/index.ts'
import { join } from 'node:path'

/** Prepares the database of the settings, connects as one role, and stops whatever was started for it. */
export const withRole = async <T>(
  role: DatabaseRole,
  work: (client: pg.Client, ground: Ground, settings: Settings) => Promise<T>,
): Promise<T> => {
  const settings = readSettings(process.env, root)
  const ground = await layGround(settings, (line) => process.stderr.write(`${line}\n`))
  try {
    await prepareDatabase(ground.database, ground.keys, join(root, 'db', 'migrations'))
    const client = new pg.Client({ connectionString: roleUrl(ground.database, ground.keys, role) })
    await client.connect()
    try {
      return await work(client, ground, settings)
    } finally {
      await client.end()
    }
  } finally {
    await ground.stop()
  }
}

/** The same with the house opened over it, for deeds and counts of a command. */
export const withHouse = async <T>(role: DatabaseRole, work: (open: OpenHouse, client: pg.Client) => Promise<T>): Promise<T> =>
  await withRole(role, async (client, { database, keys }, { HAMYAR_COUNTRY: country, PUBLIC_URL: publicUrl }) => {
    const open = await openHouse({ database, keys, country, poolSize: 2, publicUrl })
    try {
      return await work(open, client)
    } finally {
      await open.close()
    }
  })
