import { describe, expect, it } from 'vitest'
import { Queue } from './queue.ts'
import { numbers } from './random.fixture.ts'

/** Everything out, with its distance. */
const empty = (queue: Queue): number[] => {
  const distances: number[] = []
  while (queue.least() < Infinity) {
    distances.push(queue.least())
    queue.pop()
  }
  return distances
}

describe('the queue of a search', () => {
  it('gives the nearest first, near and far, however many there are', () => {
    const next = numbers(3)
    const queue = new Queue()
    const given = Array.from({ length: 5000 }, (_, item) => (item % 3 === 0 ? next(100_000) : next(600)))
    given.forEach((distance, item) => {
      queue.push(item, distance)
    })
    expect(empty(queue)).toEqual(given.toSorted((a, b) => a - b))
  })

  it('takes somebody who is nearer than those who went out before', () => {
    const queue = new Queue()
    queue.push(1, 40)
    queue.push(2, 9000)
    expect([queue.least(), queue.pop()]).toEqual([40, 1])
    queue.push(3, 7)
    queue.push(4, -Infinity)
    expect([queue.least(), queue.pop()]).toEqual([0, 4])
    expect([queue.least(), queue.pop()]).toEqual([7, 3])
    expect([queue.least(), queue.pop()]).toEqual([9000, 2])
    expect(queue.least()).toBe(Infinity)
  })

  it('is empty after it was cleared', () => {
    const queue = new Queue()
    queue.push(1, 3)
    queue.push(2, 3000)
    queue.clear()
    expect(queue.least()).toBe(Infinity)
    queue.push(5, 2)
    expect([queue.least(), queue.pop(), queue.least()]).toEqual([2, 5, Infinity])
  })
})
