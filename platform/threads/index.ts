import type { Task, Wanted } from './task.ts'
import { Thread, ThreadLost } from './thread.ts'

export { serveTasks } from './serve.ts'
export type { Task } from './task.ts'
export { ThreadLost }

/** Where work is done that would else keep this process from answering anybody. */
export interface Threads {
  /** So many tasks are worked on at once; the others wait. */
  readonly count: number
  /** What the task throws is thrown here. What is given and answered is copied: no functions, no identity. */
  readonly run: <Given, Answer>(task: Task<Given, Answer>, given: Given) => Promise<Answer>
  /** What is under way or waits is rejected. */
  readonly close: () => Promise<void>
}

/** No other thread: for commands and tests, which have nobody else to answer meanwhile. Copies all the same. */
export const inThisThread: Threads = {
  count: 1,
  run: async (task, given) => structuredClone(await task.run(structuredClone(given))),
  close: async () => {},
}

interface Waiting {
  readonly wanted: Wanted
  readonly answer: (value: unknown) => void
  readonly refuse: (error: unknown) => void
}

/** `entry`: the file that each thread runs, which calls `serveTasks`. */
export const openThreads = (entry: URL, count: number): Threads => {
  const threads = Array.from({ length: count }, () => new Thread(entry))
  const waiting: Waiting[] = []
  let closed = false
  const giveOut = (): void => {
    for (const thread of threads) {
      if (thread.isBusy) continue
      const next = waiting.shift()
      if (next === undefined) return
      void thread.run(next.wanted).then(next.answer, next.refuse).finally(giveOut)
    }
  }
  return {
    count,
    run: <Given, Answer>({ name }: Task<Given, Answer>, given: Given) =>
      new Promise<Answer>((resolve, reject) => {
        if (closed) throw new ThreadLost('the threads are closed')
        waiting.push({ wanted: { task: name, given }, answer: resolve as (value: unknown) => void, refuse: reject })
        giveOut()
      }),
    close: async () => {
      closed = true
      for (const { refuse } of waiting.splice(0)) refuse(new ThreadLost('the threads are closed'))
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}
