import type { Answer } from '#web/api/index.ts'
import type { Waiting } from './store.ts'

type Visit = Answer<'visits.mine'>['visits'][number]

/**
 * The visits as they stand once what waits in the phone has been sent: the next button is there without a network.
 * Once a visit is reported, nothing that was lent for it is needed any more.
 */
export const withWaiting = (visits: readonly Visit[], waiting: readonly Waiting[]): Visit[] =>
  visits.map((visit) =>
    waiting
      .filter(({ record }) => record === visit.id)
      .reduce<Visit>((before, deed) => {
        if (deed.operation === 'visits.set-out') return { ...before, onWayAt: before.onWayAt ?? deed.at }
        if (deed.operation === 'visits.arrive') return { ...before, state: 'under-way', arrivedAt: deed.at }
        if (deed.operation === 'visits.report') return { ...before, state: 'done', lent: [], lentUntil: null, opensAt: null }
        return before
      }, visit),
  )
