import { visitWindow } from '#domains/visits/lifecycle.ts'
import type { Answer } from '#web/api/index.ts'
import { openStore } from './store.ts'

type Mine = Answer<'visits.mine'>
type Visit = Mine['visits'][number]

/** The volunteer's visits as they were when the phone last reached the server. */
export interface LastList extends Mine {
  /** ISO instant of that moment. */
  readonly at: string
}

const NAME = 'visits'
const DAY_MS = 86_400_000
/** Without contact for so long nobody knows whether the phone is still theirs, or the person still agrees. */
const DAYS_KEPT = 7

/** When what is lent with a visit must be gone: its own end, or that of the visit's window. */
export const lentEnds = ({ lentUntil, from, to }: Visit): Date =>
  lentUntil === null ? visitWindow(new Date(from), new Date(to)).until : new Date(lentUntil)

/** A visit without what its window no longer allows. */
export const stillLent = (visit: Visit, now: Date): Visit =>
  visit.lent.length === 0 || now < lentEnds(visit) ? visit : { ...visit, lent: [], lentUntil: null }

/** What of a kept list may be shown now; `undefined` when nothing of it may. */
export function readable(list: LastList, now: Date): LastList | undefined {
  const age = now.getTime() - new Date(list.at).getTime()
  // A clock that was set back must not make a list last for ever.
  if (age > DAYS_KEPT * DAY_MS || age < -DAY_MS) return undefined
  const open = list.visits.filter(({ state, answerBy }) => state !== 'offered' || now < new Date(answerBy))
  return { ...list, visits: open.map((visit) => stillLent(visit, now)) }
}

export const keepList = async (answer: Mine, now: Date): Promise<void> => {
  const list: LastList = { ...answer, at: now.toISOString() }
  await (await openStore()).keep(NAME, readable(list, now))
}

export const forgetList = async (): Promise<void> => (await openStore()).forget(NAME)

/** The kept list; what it may no longer hold leaves the phone with the reading. */
export async function findList(now: Date): Promise<LastList | undefined> {
  const store = await openStore()
  const kept = (await store.find(NAME)) as LastList | undefined
  if (kept === undefined) return undefined
  const list = readable(kept, now)
  if (list === undefined) await store.forget(NAME)
  else if (JSON.stringify(list) !== JSON.stringify(kept)) await store.keep(NAME, list)
  return list
}
