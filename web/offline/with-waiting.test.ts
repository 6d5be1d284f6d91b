import { describe, expect, test } from 'vitest'
import type { LastList } from './last-list.ts'
import type { Waiting } from './store.ts'
import { withWaiting } from './with-waiting.ts'

type Visit = LastList['visits'][number]

const visit = {
  id: 'one',
  state: 'approved',
  onWayAt: null,
  arrivedAt: null,
  lent: [{ field: 'address', value: 'کوچهٔ نارون' }],
} as unknown as Visit

const waits = (operation: Waiting['operation'], at: string, record = 'one'): Waiting => ({
  key: at,
  operation,
  record,
  args: {},
  at,
})

describe('a visit with deeds that wait in the phone', () => {
  test('goes on to the next step without a network', () => {
    const [onWay] = withWaiting([visit], [waits('visits.set-out', '09:00')])
    expect(onWay).toMatchObject({ state: 'approved', onWayAt: '09:00' })
    const [there] = withWaiting([visit], [waits('visits.set-out', '09:00'), waits('visits.arrive', '09:20')])
    expect(there).toMatchObject({ state: 'under-way', onWayAt: '09:00', arrivedAt: '09:20' })
  })

  test('is done with its report, and its address is put away', () => {
    const [done] = withWaiting([visit], [waits('visits.arrive', '09:20'), waits('visits.report', '11:40')])
    expect(done).toMatchObject({ state: 'done', lent: [] })
  })

  test('is not moved by another visit’s deeds', () => {
    expect(withWaiting([visit], [waits('visits.report', '11:40', 'two')])).toEqual([visit])
  })
})
