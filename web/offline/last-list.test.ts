import { describe, expect, test } from 'vitest'
import { readable, stillLent, type LastList } from './last-list.ts'

const read = '2026-12-06T05:00:00.000Z'

const visit = (changes: Partial<LastList['visits'][number]> = {}): LastList['visits'][number] => ({
  id: '00dc6acf-ac14-7000-8000-000000000001' as never,
  revision: 1,
  state: 'approved',
  card: {
    kind: 'clinic',
    from: '2026-12-06T05:30:00.000Z',
    to: '2026-12-06T08:30:00.000Z',
    minutes: 180,
    areaFa: 'سرچشمه',
    areaEn: 'Sarcheshmeh',
    sameSex: 'none',
    helper: null,
    languages: [],
    pair: false,
  },
  from: '2026-12-06T05:30:00.000Z',
  to: '2026-12-06T08:30:00.000Z',
  answerBy: '2026-12-05T14:30:00.000Z',
  onWayAt: null,
  arrivedAt: null,
  lent: [{ field: 'address', value: 'کوچهٔ نارون' }],
  lentUntil: '2026-12-06T09:00:00.000Z',
  companion: null,
  opensAt: null,
  ...changes,
})

const list = (...visits: LastList['visits']): LastList => ({ at: read, givenName: 'مهری', visits })
const after = (time: string) => new Date(`2026-12-${time}:00.000Z`)

describe('a list kept in the phone', () => {
  test('shows the address inside the visit’s window and not a moment longer', () => {
    expect(stillLent(visit(), after('06T08:59')).lent).toHaveLength(1)
    expect(stillLent(visit(), after('06T09:00'))).toMatchObject({ lent: [], lentUntil: null })
  })

  test('a given name that was lent before the window goes with the end of the visit’s window', () => {
    const early = visit({ lent: [{ field: 'givenName', value: 'مریم' }], lentUntil: null })
    expect(stillLent(early, after('06T08:59')).lent).toHaveLength(1)
    expect(stillLent(early, after('06T09:00')).lent).toEqual([])
  })

  test('keeps the nameless visit after its window, so that it can still be reported', () => {
    expect(readable(list(visit()), after('08T05:00'))?.visits).toMatchObject([{ state: 'approved', lent: [] }])
  })

  test('an offer whose time to answer is over is not shown', () => {
    expect(readable(list(visit({ state: 'offered', lent: [] })), after('06T05:00'))?.visits).toEqual([])
  })

  test('is gone after seven days without contact', () => {
    expect(readable(list(visit()), after('13T04:59'))).toBeDefined()
    expect(readable(list(visit()), after('13T05:01'))).toBeUndefined()
  })

  test('is gone when the phone’s clock was set back', () => {
    expect(readable(list(visit()), after('04T05:00'))).toBeUndefined()
  })
})
