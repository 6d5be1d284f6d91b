import { describe, expect, it } from 'vitest'
import { Known, PAIR } from './known.ts'
import { numbers } from './random.fixture.ts'

const of = ({ begin, end, pairs }: Known, volunteer: number): string[] =>
  Array.from({ length: (end[volunteer]! - begin[volunteer]!) / PAIR }, (_, at) => `${pairs[begin[volunteer]! + PAIR * at]} for ${pairs[begin[volunteer]! + PAIR * at + 1]}`).sort()

const two = () =>
  new Known({
    begin: Int32Array.of(0, 2),
    end: Int32Array.of(2, 3),
    col: Int32Array.of(0, 1, 1),
    cost: Int32Array.of(10, 20, 30),
    capacity: Int32Array.of(1, 1, 1),
  })

describe('the edges from the side of the volunteers', () => {
  it('are those of the rows', () => {
    const known = two()
    expect([0, 1, 2].map((volunteer) => of(known, volunteer))).toEqual([['0 for 10'], ['0 for 20', '1 for 30'], []])
  })

  it('stay everybody’s own while they come and go', () => {
    const known = two()
    const expected = [['0 for 10'], ['0 for 20', '1 for 30'], [] as string[]]
    const next = numbers(11)
    for (let change = 0; change < 2000; change += 1) {
      if (change % 400 === 399) {
        known.open(expected.length)
        expected.push([])
      }
      const volunteer = next(expected.length)
      const own = expected[volunteer]!
      if (own.length > 0 && next(3) === 0) {
        const [gone] = own.splice(next(own.length), 1)
        const [need, cost] = gone!.split(' for ').map(Number)
        known.remove(volunteer, need!, cost!)
      } else {
        own.push(`${change} for ${change % 7}`)
        known.add(volunteer, change, change % 7)
      }
    }
    expected.forEach((own, volunteer) => expect(of(known, volunteer)).toEqual(own.sort()))
  })
})
