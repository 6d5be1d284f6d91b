import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, run, type JobHelpers, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { House } from '#platform/command/index.ts'
import type { Log } from '#platform/log/index.ts'
import { runJob, TakenOver, type Job, type Payload } from './job.ts'
import { QueuePool } from './pool.ts'
import { openPresence } from './presence.ts'

export interface Worker {
  /** Finishes the jobs in hand and takes no more. */
  stop(): Promise<void>
  /** Settles when it has stopped. */
  readonly ended: Promise<void>
}

const BEGIN_AGAIN_MS = 1_000
/** A stop waits no longer for a database that is away: the next worker takes its jobs over. */
const STOP_MS = 15_000

const tasksOf = (house: House, jobs: readonly Job[], log: Log): TaskList =>
  Object.fromEntries(
    jobs.map((job) => [
      job.task,
      async (payload: unknown, { job: { id, locked_by } }: JobHelpers) => {
        try {
          await runJob(house, job, (payload ?? {}) as Payload, { id, worker: locked_by })
        } catch (error) {
          if (error instanceof TakenOver) log.info({ task: job.task }, 'a job was taken over by another worker')
          else log.error({ task: job.task, err: error }, 'a job failed')
          // The queue stores and prints what is thrown, and an error may quote what it failed on.
          throw new Error('see the log')
        }
      },
    ]),
  )

/** Starts the worker: the queue's table is read with the queue's own role, the deeds run as the application. */
export const startWorker = async (house: House, jobs: readonly Job[], jobsUrl: string, log: Log): Promise<Worker> => {
  const pool = new QueuePool(jobsUrl)
  const presence = openPresence(jobsUrl, log)
  const taskList = tasksOf(house, jobs, log)
  const begin = (): Promise<Runner> => {
    const events: WorkerEvents = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => presence.enter(workerPool.id))
    events.on('pool:release', ({ workerPool }) => presence.leave(workerPool.id))
    return run({
      pgPool: pool,
      concurrency: 2,
      pollInterval: 2_000,
      noHandleSignals: true,
      taskList,
      events,
      // As items, not as crontab text: its grammar knows no dot in a name.
      parsedCronItems: parseCronItems(
        jobs.flatMap(({ task, every }) => (every === undefined ? [] : [{ task, match: every, identifier: task }])),
      ),
      // The queue's own messages carry payloads; only the fact of an error is kept.
      logger: new Logger(() => (level, message) => {
        if (level === 'error') log.error({ message }, 'the job queue reports an error')
      }),
    })
  }

  let stopping = false
  let runner = await begin()
  /** A server without its jobs would look well and offer nothing to anybody: whatever ended them, they begin again. */
  const keepRunning = async (): Promise<void> => {
    for (;;) {
      await runner.promise.catch(() => {})
      if (stopping) return
      log.error('the job queue stopped by itself; it begins again')
      await pause(BEGIN_AGAIN_MS)
      runner = await begin()
    }
  }
  const close = async (): Promise<void> => {
    await presence.stop()
    if (!pool.ending) await pool.end()
  }
  const ended = keepRunning().finally(close)
  return {
    ended,
    stop: async () => {
      stopping = true
      const done = Promise.all([runner.stop().catch(() => {}), ended])
      await Promise.race([done, pause(STOP_MS, undefined, { ref: false })])
      await close()
    },
  }
}
