import { useEffect } from 'react'
import { useRead, type Answer } from '#web/api/index.ts'
import { useOutbox } from '#web/offline/use-outbox.ts'

export type MyVisit = Answer<'visits.mine'>['visits'][number]

/** The volunteer's visits as the server tells them, with the deeds that still wait in the phone taken into account. */
export function useVisits() {
  const { data, problem, loading, reload } = useRead('visits.mine', {})
  const outbox = useOutbox()
  const { sent } = outbox
  useEffect(() => {
    if (sent > 0) reload()
  }, [sent, reload])
  const reported = new Set(outbox.waiting.filter(({ operation }) => operation === 'visits.report').map(({ record }) => record))
  const visits = (data?.visits ?? []).map((visit) => (reported.has(visit.id) ? { ...visit, state: 'done' as const } : visit))
  return { visits, givenName: data?.givenName ?? '', problem, loading, reload, queued: outbox.waiting.length }
}
