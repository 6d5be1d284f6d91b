import { domainJobs } from '#apps/domains.ts'
import { openHouse } from '#apps/house.ts'
import { root } from '#apps/root.ts'
import { threadsOf } from '#apps/threads.ts'
import { layGround } from '#apps/serving/database.ts'
import { startWorker } from '#platform/jobs/index.ts'
import { createLog } from '#platform/log/index.ts'
import { carriersOf } from '#platform/messages/providers.ts'
import { readSettings } from '#platform/settings/index.ts'

/** Jobs in a process of their own, for a database given by DATABASE_URL (the server then runs with HAMYAR_WORKER=no). */
export const work = async (): Promise<void> => {
  const settings = readSettings(process.env, root)
  if (settings.DATABASE_URL === undefined)
    throw new Error('a worker of its own needs DATABASE_URL: the embedded database runs its jobs in the server')
  const ground = await layGround(settings, () => {})
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
  const worker = await startWorker(open.house, domainJobs, open.jobsUrl, createLog(settings.HAMYAR_LOG))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void worker.stop())
  await worker.ended
  await open.close()
}
