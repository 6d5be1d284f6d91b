import { useMemo, useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { useOpenLine } from '#web/parts/staff.ts'

export type Inbox = Answer<'desk.inbox'>
export type Row = Inbox['rows'][number]
export type Group = 'danger' | 'late' | 'today' | 'on-track'
export type Show = 'all' | Group

export const groupOf = (row: Row): Group => (row.urgency === 'danger' ? 'danger' : row.clock)

/** What waits for triage, with the request that is looked at. */
export function useInbox() {
  const { data, problem, reload } = useRead('desk.inbox', {}, { everySeconds: 30 })
  const [show, setShow] = useState<Show>('all')
  const [text, setText] = useState('')
  const shown = useMemo(() => visible(data, show, text), [data, show, text])
  const { chosen, step, stepBack, ...line } = useOpenLine('/staff/inbox', shown.map(({ id }) => id))
  /** After a decision: on to the request below, or above where that was the last; to the list where it was the only one. */
  const goOn = () => {
    if (!step(1) && !step(-1) && line.opened !== undefined) stepBack()
  }
  return { inbox: data, problem, reload, shown, show, setShow, text, setText, chosen: shown.find(({ id }) => id === chosen), step, goOn, ...line }
}

const visible = (data: Inbox | undefined, show: Show, text: string): Row[] => {
  const wanted = text.trim().toLowerCase()
  return (data?.rows ?? []).filter(
    (row) =>
      (show === 'all' || groupOf(row) === show) &&
      (wanted === '' || `${row.givenName} ${row.familyName} ${row.placeFa} ${row.placeEn} ${row.quarter ?? ''} ${row.words}`.toLowerCase().includes(wanted)),
  )
}
