import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inThisThread, openThreads, ThreadLost, type Threads } from './index.ts'
import { count, double, fail, leave, meet } from './tasks.fixture.ts'

let folder: string
let entry: URL
const opened: Threads[] = []
const open = (count: number): Threads => {
  const threads = openThreads(entry, count)
  opened.push(threads)
  return threads
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hamyar-threads-'))
  const outfile = join(folder, 'thread.mjs')
  const contents = `import { serve } from './tasks.fixture.ts'\nserve()`
  await build({ stdin: { contents, resolveDir: import.meta.dirname }, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'silent' })
  entry = pathToFileURL(outfile)
})
afterAll(async () => {
  await Promise.all(opened.map((threads) => threads.close()))
  await rm(folder, { recursive: true })
})

describe('work in other threads', () => {
  it('answers as this thread would, each question its own', async () => {
    const threads = open(2)
    const asked = Array.from({ length: 20 }, (_, at) => ({ numbers: Int32Array.of(at, at + 1) }))
    const there = await Promise.all(asked.map((one) => threads.run(double, one)))
    const here = await Promise.all(asked.map((one) => inThisThread.run(double, one)))
    expect(there).toEqual(here)
  })

  it('does as many at once as there are threads, and no more', async () => {
    const shared = () => new Int32Array(new SharedArrayBuffer(8))
    const came = shared()
    const two = open(2)
    expect(await Promise.all([two.run(meet, came), two.run(meet, came)])).toEqual([true, true])
    const busy = shared()
    const one = open(1)
    expect(await Promise.all([one.run(count, busy), one.run(count, busy), one.run(count, busy)])).toEqual([1, 1, 1])
  })

  it('leaves this thread free meanwhile', async () => {
    const came = new Int32Array(new SharedArrayBuffer(8))
    const waits = open(1).run(meet, came)
    // Whoever is waited for comes from here.
    while (Atomics.load(came, 0) === 0) await new Promise((resolve) => setImmediate(resolve))
    meet.run(came)
    expect(await waits).toBe(true)
  })

  it('throws here what was thrown there, and goes on', async () => {
    const threads = open(1)
    await expect(threads.run(fail, 'no such county')).rejects.toThrow(new RangeError('no such county'))
    await expect(threads.run({ name: 'test.unknown', run: () => null }, null)).rejects.toThrow('no task is called test.unknown')
    expect(await threads.run(double, { numbers: Int32Array.of(4) })).toEqual([8])
  })

  it('loses the one question on which a thread ended, and asks the next of a new one', async () => {
    const threads = open(1)
    const lost = threads.run(leave, null)
    const next = threads.run(double, { numbers: Int32Array.of(5) })
    await expect(lost).rejects.toThrow(ThreadLost)
    expect(await next).toEqual([10])
  })

  it('rejects what is under way and what waits when it is closed, and takes no more', async () => {
    const threads = open(1)
    const nobodyComes = () => new Int32Array(new SharedArrayBuffer(8))
    const all = Promise.allSettled([threads.run(meet, nobodyComes()), threads.run(meet, nobodyComes())])
    await threads.close()
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(threads.run(meet, nobodyComes())).rejects.toThrow(ThreadLost)
  })
})
