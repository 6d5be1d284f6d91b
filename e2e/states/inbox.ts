import { getInbox, getRequest } from '#domains/desk/inbox/contract.ts'
import type { ReceivedOf } from '#platform/contract/index.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

type RequestDetail = ReceivedOf<typeof getRequest>

const request = (change: Partial<RequestDetail>): RequestDetail => ({
  id: someId(1),
  revision: 1,
  givenName: 'پروانه',
  familyName: 'رستگار',
  words: 'مادرم از پله‌ها پایین نمی‌آید و کسی نیست که برایش خرید کند.',
  channel: 'web',
  placeFa: 'پیشوا',
  placeEn: 'Pishva',
  quarter: 'نارون',
  urgency: 'ordinary',
  dueAt: minutesOn(-1_500),
  clock: 'late',
  days: 1,
  unconfirmed: false,
  state: 'received',
  kinds: ['company'],
  birthYear: 1955,
  sex: 'female',
  phone: '+989990000013',
  safeFrom: '09:00',
  safeTo: '12:00',
  callName: 'خانم معلم',
  onlyThemselves: true,
  onBehalf: false,
  recordedAt: minutesOn(-4_320),
  hasSecret: false,
  unwanted: 1,
  duplicateOf: { id: someId(2), recordedAt: minutesOn(-20_000) },
  case: null,
  ...change,
})

/** As a phone shows it: by its address, which on a desk shows it beside the list. */
const opened = (name: string, change: Partial<RequestDetail>, id = someId(1)): State => ({
  name: `inbox, ${name}, opened`,
  role: 'clerk',
  path: `/staff/inbox?open=${id}`,
  given: async (page) => {
    await answer(page, getInbox, (real) => ({ ...real, rows: [request(change), ...real.rows] }))
    await answer(page, getRequest, () => request(change))
  },
})

export const inboxStates: readonly State[] = [
  opened('a request that is late and may have been made before', {}),
  opened('a request that waits for their own yes', { onBehalf: true, unconfirmed: true, clock: 'today', dueAt: minutesOn(60), words: '', birthYear: null }),
  opened('a request that is gone', {}, someId(3)),
]
