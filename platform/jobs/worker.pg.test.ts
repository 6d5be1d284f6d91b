import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { runJob, startWorker, type Job, type Worker } from '#platform/jobs/index.ts'
import { createLog } from '#platform/log/index.ts'
import { TakenOver } from './job.ts'
import { QueuePool } from './pool.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const log = createLog('silent')
const seconds = (count: number) => ({ timeout: count * 1000, interval: 50 })

/** A job of its own for each test, and how often its deed began. */
const planted = (task: string, meanwhile: () => Promise<void> = async () => {}) => {
  const begun = { times: 0 }
  const job: Job = {
    task,
    run: async ({ audit }) => {
      begun.times += 1
      await meanwhile()
      audit(task)
    },
  }
  return { job, begun }
}

const add = async (task: string): Promise<string> => {
  const [row] = await house.look<{ id: string }>('select id from graphile_worker.add_job($1)', [task])
  return row!.id
}

const hold = (id: string, worker: string) =>
  house.look('update graphile_worker._private_jobs set locked_by = $2, locked_at = now(), attempts = 1 where id = $1', [id, worker])

const holderOf = async (id: string): Promise<string | null | undefined> =>
  (await house.look<{ locked_by: string | null }>('select locked_by from graphile_worker._private_jobs where id = $1', [id]))[0]?.locked_by

const trail = async (task: string): Promise<number> =>
  (await house.look<{ count: number }>('select count(*)::int as count from audit.entry where act = $1', [task]))[0]!.count

const working = async <T>(jobs: readonly Job[], work: (worker: Worker) => Promise<T>): Promise<T> => {
  const worker = await startWorker(house.open.house, jobs, house.open.jobsUrl, log)
  try {
    return await work(worker)
  } finally {
    await worker.stop()
  }
}

describe('a job whose worker died', () => {
  it('is taken over by the next worker within seconds, and done once', async () => {
    const { job, begun } = planted('planted.orphan')
    const id = await add(job.task)
    await hold(id, 'pool-of-a-dead-process')
    await working([job], async () => {
      await expect.poll(() => holderOf(id), seconds(30)).toBeUndefined()
    })
    expect([begun.times, await trail(job.task)]).toEqual([1, 1])
  })

  it('stays with a worker that lives, however long it takes, while another looks on', async () => {
    let finish = () => {}
    let begun = 0
    // Work, not a deed: no transaction holds its row meanwhile.
    const long: Job = {
      task: 'planted.long',
      work: () => {
        begun += 1
        return new Promise((resolve) => (finish = resolve))
      },
    }
    const orphan = planted('planted.beside')
    const held = await add(long.task)
    await working([long], async () => {
      await expect.poll(() => begun, seconds(30)).toBe(1)
      const holder = await holderOf(held)
      const abandoned = await add(orphan.job.task)
      await hold(abandoned, 'pool-of-a-dead-process')
      await working([long, orphan.job], async () => {
        // By the time it took the dead one's, it has looked at the living one's as often.
        await expect.poll(() => holderOf(abandoned), seconds(30)).toBeUndefined()
        expect(await holderOf(held)).toBe(holder)
        finish()
        await expect.poll(() => holderOf(held), seconds(30)).toBeUndefined()
      })
    })
    expect(begun).toBe(1)
  })
})

describe('the deed of a job', () => {
  it('takes the job out of the queue in its own transaction', async () => {
    const { job } = planted('planted.together')
    const id = await add(job.task)
    await hold(id, 'pool-one')
    await runJob(house.open.house, job, {}, { id, worker: 'pool-one' })
    expect(await holderOf(id)).toBeUndefined()
    expect(await trail(job.task)).toBe(1)
  })

  it('is rolled back when another worker has the job by now, and the other does it', async () => {
    const { job } = planted('planted.fenced')
    const id = await add(job.task)
    await hold(id, 'pool-two')
    await expect(runJob(house.open.house, job, {}, { id, worker: 'pool-one' })).rejects.toThrow(TakenOver)
    expect([await holderOf(id), await trail(job.task)]).toEqual(['pool-two', 0])
    await runJob(house.open.house, job, {}, { id, worker: 'pool-two' })
    expect([await holderOf(id), await trail(job.task)]).toEqual([undefined, 1])
  })

  it('is not done again after its worker died between the deed and the word that it is done', async () => {
    const { job } = planted('planted.again')
    const id = await add(job.task)
    await hold(id, 'pool-one')
    await runJob(house.open.house, job, {}, { id, worker: 'pool-one' })
    await expect(runJob(house.open.house, job, {}, { id, worker: 'pool-two' })).rejects.toThrow(TakenOver)
    expect(await trail(job.task)).toBe(1)
  })
})

describe('a database that goes away under a worker', () => {
  it('costs no job and does not end the worker', async () => {
    let breakOff = async () => {}
    const broken = planted('planted.broken', () => breakOff())
    const after = planted('planted.after')
    const cut = () =>
      house.look(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'hamyar %'`)
    breakOff = async () => {
      breakOff = async () => {}
      await cut()
    }
    await working([broken.job, after.job], async () => {
      const first = await add(broken.job.task)
      await expect.poll(() => holderOf(first), seconds(40)).toBeUndefined()
      const second = await add(after.job.task)
      await expect.poll(() => holderOf(second), seconds(40)).toBeUndefined()
    })
    expect([broken.begun.times, await trail(broken.job.task), await trail(after.job.task)]).toEqual([2, 1, 1])
  })

  it('is said to the queue’s package as "not now", which it tries again on; anything else would end the process', async () => {
    const pool = new QueuePool(house.open.jobsUrl)
    const client = await pool.connect()
    await expect(client.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({ code: '57P03' })
    client.release(true)
    const wrong = await pool.connect()
    await expect(wrong.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
    wrong.release()
    await pool.end()
  })
})
