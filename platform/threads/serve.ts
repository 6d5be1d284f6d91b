import { parentPort } from 'node:worker_threads'
import type { AnyTask, Told, Wanted } from './task.ts'

/** The other side of `openThreads`: does these tasks, one after the other, for as long as it is asked. */
export const serveTasks = (tasks: readonly AnyTask[]): void => {
  const port = parentPort
  if (port === null) throw new Error('this file is started as a thread')
  const answerTo = async ({ task: name, given }: Wanted): Promise<Told> => {
    const task = tasks.find((known) => known.name === name)
    if (task === undefined) return { error: new Error(`no task is called ${name}`) }
    try {
      return { answer: await task.run(given as never) }
    } catch (error) {
      return { error }
    }
  }
  port.on('message', (wanted: Wanted) => void answerTo(wanted).then((told) => port.postMessage(told)))
}
