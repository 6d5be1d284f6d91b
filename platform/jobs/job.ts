import { system } from '#platform/actor/index.ts'
import { inDeed, type House, type WriteScope } from '#platform/command/index.ts'

export type Payload = Readonly<Record<string, string | number | boolean | null>>

/** A row of a domain's `jobs.ts`: after which event, or how often, and what is then done. */
export type Job = JobStart & (Deed | Work)

interface JobStart {
  /** `domain.verb`, unique; it is the job's name in the queue and in the trail. */
  readonly task: string
  /** Events that start it. */
  readonly on?: readonly string[]
  /** Cron pattern in UTC, for jobs that come by the clock. */
  readonly every?: string
}

/** Most jobs: one deed in one transaction. */
interface Deed {
  /** The guarded rows it may touch, from the event's own ids. */
  readonly keys?: (payload: Payload) => readonly string[]
  readonly run: (scope: WriteScope, payload: Payload, house: House) => Promise<void>
}

/**
 * The few that talk to the world outside, or that mostly find nothing to do: no transaction is held open
 * meanwhile, and each deed they do is opened with `inDeed`.
 */
interface Work {
  readonly work: (house: House, payload: Payload) => Promise<void>
}

/** A job in a worker's hands: its number in the queue, and the name under which the worker holds it. */
export interface Held {
  readonly id: string
  readonly worker: string | null
}

/** The worker was taken for dead, or did the job before it died: what it did now is rolled back. */
export class TakenOver extends Error {}

/**
 * A deed takes its job out of the queue in its own transaction: whoever dies between the two, or is wrongly
 * taken for dead, neither loses the job nor does it twice. Work outside a transaction may come twice and is made for it.
 */
export const runJob = async (house: House, job: Job, payload: Payload, held?: Held): Promise<void> => {
  if ('work' in job) return await job.work(house, payload)
  await inDeed(house, system(job.task, job.keys?.(payload) ?? []), job.task, { wait: true }, async (scope, tx, gathered) => {
    const done = held === undefined ? undefined : tx.send('select jobs.done($1, $2) as done', [held.id, held.worker])
    await job.run(scope, payload, house)
    if (done !== undefined && !((await done).rows[0] as { done: boolean }).done) throw new TakenOver()
    // Many jobs find nothing to do; a trail of "looked, nothing" would drown the rest.
    if (gathered.lines.length === 0) scope.audit(null)
  })
}
