import { serveTasks, type Task } from './index.ts'

export const double: Task<{ readonly numbers: Int32Array }, number[]> = {
  name: 'test.double',
  run: ({ numbers }) => [...numbers].map((one) => 2 * one),
}
export const fail: Task<string, never> = {
  name: 'test.fail',
  run: (why) => {
    throw new RangeError(why)
  },
}
export const leave: Task<null, never> = { name: 'test.leave', run: () => process.exit(3) }
/** Ends when a second one has come. */
export const meet: Task<Int32Array, true> = {
  name: 'test.meet',
  run: (came) => {
    Atomics.add(came, 0, 1)
    Atomics.notify(came, 0)
    while (Atomics.load(came, 0) < 2) Atomics.wait(came, 0, 1)
    return true
  },
}
/** Answers how many of them were at work when it came. */
export const count: Task<Int32Array, number> = {
  name: 'test.count',
  run: (busy) => {
    const now = Atomics.add(busy, 0, 1) + 1
    Atomics.wait(busy, 1, 0, 5)
    Atomics.sub(busy, 0, 1)
    return now
  },
}

export const serve = (): void => serveTasks([double, fail, leave, meet, count])
