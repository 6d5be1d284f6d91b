import { domainFacts, domainJobs } from '#apps/domains.ts'
import { publishCatalogue } from '#domains/observatory/index.ts'
import { createSessions } from '#platform/auth/session.ts'
import { systemClock, type Clock } from '#platform/clock/index.ts'
import type { House } from '#platform/command/index.ts'
import { databaseRoles, bootstrap, rolePassword, type DatabaseRole } from '#platform/db/bootstrap.ts'
import { createPool } from '#platform/db/index.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { syncCatalogue } from '#platform/facts/catalogue.ts'
import { installJobs, subscribe } from '#platform/jobs/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import type { Carriers } from '#platform/messages/carrier.ts'
import { inThisThread, type Threads } from '#platform/threads/index.ts'

/** Connection string of one role, given by how the superuser's is made. */
export type UrlOf = (user: string, password: string) => string

export interface Database {
  readonly adminUrl: string
  readonly urlOf: UrlOf
}

export const roleUrl = (database: Database, keys: Keyring, role: DatabaseRole): string =>
  database.urlOf(databaseRoles[role], rolePassword(keys, role))

/** Roles, migrations, the job queue: safe to run at every start. Answers the migrations that were applied. */
export const prepareDatabase = async (database: Database, keys: Keyring, migrationsFolder: string): Promise<string[]> => {
  await bootstrap(database.adminUrl, keys)
  const applied = await migrate(roleUrl(database, keys, 'owner'), readMigrations(migrationsFolder))
  await installJobs(roleUrl(database, keys, 'jobs'))
  return applied
}

export interface OpenHouse {
  readonly house: House
  readonly jobsUrl: string
  readonly adminUrl: string
  readonly loaderUrl: string
  readonly ownerUrl: string
  close(): Promise<void>
}

export interface HouseOptions {
  readonly database: Database
  readonly keys: Keyring
  readonly country: string
  readonly poolSize: number
  readonly threads?: Threads
  readonly clock?: Clock
  readonly carriers?: Carriers
  readonly dataFolder?: string
  readonly onCall?: string | undefined
  readonly publicUrl?: string | undefined
}

/** Pools and services over a prepared database. */
export const openHouse = async (options: HouseOptions): Promise<OpenHouse> => {
  const { database, keys, country, poolSize, threads = inThisThread, clock = systemClock, carriers = {}, dataFolder, onCall, publicUrl } = options
  const pool = createPool({ url: roleUrl(database, keys, 'app'), max: poolSize, name: 'hamyar app' })
  const authPool = createPool({ url: roleUrl(database, keys, 'auth'), max: 4, name: 'hamyar auth' })
  const observatoryPool = createPool({ url: roleUrl(database, keys, 'observatory'), max: 4, name: 'hamyar observatory', snapshot: true })
  const sessions = createSessions(authPool, clock)
  const observatory = { pool: observatoryPool }
  const house: House = { pool, threads, clock, keys, country, auth: { pool: authPool, sessions }, observatory, carriers, dataFolder, onCall, publicUrl }
  await subscribe(house, domainJobs)
  await syncCatalogue(pool, domainFacts)
  await publishCatalogue(house)
  return {
    house,
    jobsUrl: roleUrl(database, keys, 'jobs'),
    adminUrl: database.adminUrl,
    loaderUrl: roleUrl(database, keys, 'loader'),
    ownerUrl: roleUrl(database, keys, 'owner'),
    close: async () => {
      await Promise.all([threads.close(), pool.end(), authPool.end(), observatoryPool.end()])
    },
  }
}
