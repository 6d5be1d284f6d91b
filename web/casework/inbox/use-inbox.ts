import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { useStepBack } from '#web/parts/staff.ts'

export type Inbox = Answer<'desk.inbox'>
export type Row = Inbox['rows'][number]
export type Group = 'danger' | 'late' | 'today' | 'on-track'
export type Show = 'all' | Group

export const groupOf = (row: Row): Group => (row.urgency === 'danger' ? 'danger' : row.clock)

/**
 * What waits for triage, with the request that is looked at. Where that is a page of its own, its address says which;
 * beside the list it is the first as long as nobody chooses.
 */
export function useInbox(isStacked: boolean) {
  const { data, problem, reload } = useRead('desk.inbox', {}, { everySeconds: 30 })
  const { request: addressed } = useSearch({ from: '/staff/inbox' })
  const navigate = useNavigate({ from: '/staff/inbox' })
  const stepBack = useStepBack('/staff/inbox')
  const [show, setShow] = useState<Show>('all')
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState(addressed)
  const shown = useMemo(() => visible(data, show, text), [data, show, text])
  const opened = isStacked ? addressed : undefined
  const chosen = shown.find(({ id }) => id === (opened ?? wanted)) ?? (isStacked ? undefined : shown[0])
  const choose = (request: string) => {
    setWanted(request)
    // One step back leads to the list, however many requests were looked at.
    if (addressed !== undefined) void navigate({ search: isStacked ? { request } : {}, replace: true })
  }
  const step = (by: 1 | -1): string | undefined => {
    const at = shown.findIndex(({ id }) => id === chosen?.id)
    const next = shown[at + by]?.id
    if (next !== undefined) choose(next)
    return next
  }
  /** After a decision: on to the request below, or above where that was the last; to the list where it was the only one. */
  const goOn = () => {
    if (step(1) === undefined && step(-1) === undefined && opened !== undefined) stepBack()
  }
  return { inbox: data, problem, reload, shown, show, setShow, text, setText, chosen, opened, choose, step, goOn }
}

const visible = (data: Inbox | undefined, show: Show, text: string): Row[] => {
  const wanted = text.trim().toLowerCase()
  return (data?.rows ?? []).filter(
    (row) =>
      (show === 'all' || groupOf(row) === show) &&
      (wanted === '' || `${row.givenName} ${row.familyName} ${row.placeFa} ${row.placeEn} ${row.quarter ?? ''} ${row.words}`.toLowerCase().includes(wanted)),
  )
}
