import { inThisThread, openThreads, type Threads } from '#platform/threads/index.ts'

const isSource = import.meta.url.endsWith('.ts')

/** The threads of a built house run the file beside this one; from the sources (`npm run dev`) no thread could read it. */
export const threadsOf = (count: number): Threads =>
  isSource ? { ...inThisThread, count } : openThreads(new URL('./thread.js', import.meta.url), count)
