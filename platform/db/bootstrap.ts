import pg from 'pg'
import type { Keyring } from '#platform/keys/index.ts'

export const databaseRoles = {
  owner: 'hamyar_owner',
  app: 'hamyar_app',
  loader: 'hamyar_loader',
  observatory: 'hamyar_observatory',
  auth: 'hamyar_auth',
  jobs: 'hamyar_jobs',
} as const
export type DatabaseRole = keyof typeof databaseRoles

/** Each role's password follows from the key file, so every process of an installation knows it. */
export const rolePassword = (keys: Keyring, role: DatabaseRole): string =>
  keys.derive(`database role ${role}`).toString('hex')

/**
 * Makes the roles and their rights to the database. Needs a user that may create roles; `hamyar_loader`
 * bypasses row security (import and backup only) and so needs a superuser, or one with BYPASSRLS itself.
 */
export const bootstrap = async (adminUrl: string, keys: Keyring): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(4815162342)')
    for (const [role, name] of Object.entries(databaseRoles)) {
      const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [name])
      const bypass = role === 'loader' ? 'bypassrls' : 'nobypassrls'
      if (rowCount === 0) await admin.query(`create role ${name} login nosuperuser ${bypass}`)
      await admin.query(`alter role ${name} password '${rolePassword(keys, role as DatabaseRole)}'`)
    }
    const { rows } = await admin.query<{ name: string }>('select current_database() as name')
    const database = pg.escapeIdentifier(rows[0]?.name ?? '')
    await admin.query(`grant connect, create, temporary on database ${database} to ${databaseRoles.owner}`)
    await admin.query(`grant connect, create on database ${database} to ${databaseRoles.jobs}`)
    for (const role of ['app', 'loader', 'observatory', 'auth'] as const)
      await admin.query(`grant connect on database ${database} to ${databaseRoles[role]}`)
    await admin.query('create extension if not exists btree_gist')
    await admin.query('select pg_advisory_unlock(4815162342)')
  } finally {
    await admin.end()
  }
}
