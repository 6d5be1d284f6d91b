import { Worker } from 'node:worker_threads'
import type { Told, Wanted } from './task.ts'

/** One that was asked nothing for so long ends, and gives its memory back. */
const REST_MS = 20_000

/** It ended before it had answered. */
export class ThreadLost extends Error {}

/** What it says to the next question; throws `ThreadLost` where it cannot say anything any more. */
const ask = (worker: Worker, wanted: Wanted): Promise<Told> =>
  new Promise<Told>((resolve, reject) => {
    const stopListening = () => {
      worker.off('message', told).off('messageerror', lost).off('error', lost).off('exit', lost)
    }
    const told = (answer: Told) => {
      stopListening()
      resolve(answer)
    }
    const lost = (why: unknown) => {
      stopListening()
      reject(new ThreadLost('a thread ended in the middle of its work', { cause: why }))
    }
    worker.on('message', told).on('messageerror', lost).on('error', lost).on('exit', lost)
    worker.postMessage(wanted)
  })

const begin = (entry: URL): Worker => {
  const worker = new Worker(entry)
  // Who asks listens too; an error that nobody listened to would end the process.
  worker.on('error', () => {})
  return worker
}

/** One thread, begun when it is first asked something and again after it was lost. */
export class Thread {
  readonly #entry: URL
  #worker: Worker | undefined
  #rest: NodeJS.Timeout | undefined
  #isBusy = false

  constructor(entry: URL) {
    this.#entry = entry
  }

  get isBusy(): boolean {
    return this.#isBusy
  }

  async run(wanted: Wanted): Promise<unknown> {
    this.#isBusy = true
    clearTimeout(this.#rest)
    try {
      const worker = (this.#worker ??= begin(this.#entry))
      worker.ref()
      const told = await ask(worker, wanted)
      worker.unref()
      if ('error' in told) throw told.error
      return told.answer
    } catch (error) {
      if (error instanceof ThreadLost) await this.end()
      throw error
    } finally {
      this.#isBusy = false
      this.#rest = setTimeout(() => void this.end(), REST_MS).unref()
    }
  }

  async end(): Promise<void> {
    clearTimeout(this.#rest)
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }
}
