import { join } from 'node:path'
import { domainJobs } from '#apps/domains.ts'
import { openHouse, prepareDatabase } from '#apps/house.ts'
import { root } from '#apps/root.ts'
import { threadsOf } from '#apps/threads.ts'
import { serverOf } from '#apps/server-parts.ts'
import { layGround } from '#apps/serving/database.ts'
import { fillWhenEmpty } from '#apps/serving/demonstration.ts'
import { addHealth } from '#apps/serving/health.ts'
import { goOnReleasing } from '#demonstration/releases.ts'
import { listenSomewhere } from '#apps/serving/listen.ts'
import { addApiPages } from '#apps/serving/api-pages.ts'
import { addBuiltPages, addDevelopmentPages } from '#apps/serving/pages.ts'
import { startWorker, type Worker } from '#platform/jobs/index.ts'
import { createLog } from '#platform/log/index.ts'
import { carriersOf } from '#platform/messages/providers.ts'
import { readSettings } from '#platform/settings/index.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const main = async (): Promise<void> => {
  const settings = readSettings(process.env, root)
  const development = process.env['HAMYAR_DEV'] === '1'
  const log = createLog(settings.HAMYAR_LOG)
  const ground = await layGround(settings, say)
  const applied = await prepareDatabase(ground.database, ground.keys, join(root, 'db', 'migrations'))
  if (applied.length > 0) say(`Database prepared: ${applied.join(', ')}`)
  const open = await openHouse({
    database: ground.database,
    keys: ground.keys,
    country: settings.HAMYAR_COUNTRY,
    poolSize: settings.HAMYAR_POOL,
    threads: threadsOf(settings.HAMYAR_THREADS),
    carriers: carriersOf(settings),
    dataFolder: settings.dataFolder,
    onCall: settings.HAMYAR_ON_CALL,
    publicUrl: settings.PUBLIC_URL,
  })
  await fillWhenEmpty(open, settings, say)

  let ready = false
  const server = await serverOf(open, {
    log,
    secure: settings.PUBLIC_URL?.startsWith('https:') ?? false,
    development,
    behindProxy: settings.HAMYAR_PROXY === 'yes',
  })
  addHealth(server, open.house, () => ready)
  addApiPages(server)
  await (development ? addDevelopmentPages(server) : addBuiltPages(server, join(root, 'dist', 'web')))
  const address = await listenSomewhere(server, settings.HOST, settings.PORT, say)
  const worker: Worker | undefined =
    settings.HAMYAR_WORKER === 'yes' ? await startWorker(open.house, domainJobs, open.jobsUrl, log) : undefined
  if (settings.HAMYAR_DEMONSTRATION_RELEASES === 'yes') await goOnReleasing(open.house)
  ready = true
  say(`Hamyar is ready: ${settings.PUBLIC_URL ?? address}`)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    ready = false
    await server.close()
    await worker?.stop()
    await open.close()
    await ground.stop()
    process.exit(0)
  }
  // Node would print the error with all that the database wrote into it, rows too.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a bug ended the server')
    process.exit(1)
  })
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

/** A name with several addresses fails once for each, and says so in none of its own words. */
const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('\n')
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  process.stderr.write(`Hamyar could not start.\n${reasonOf(error)}\n`)
  if (process.env['HAMYAR_LOG'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`)
  process.exit(1)
})
