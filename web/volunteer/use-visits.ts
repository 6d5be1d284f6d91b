import { useEffect, useState } from 'react'
import { isBroken, useRead, type Answer } from '#web/api/index.ts'
import { findList, forgetList, keepList, lentEnds, readable, stillLent, type LastList } from '#web/offline/last-list.ts'
import { visitsWaiting } from '#web/offline/outbox.ts'
import { useOutbox } from '#web/offline/use-outbox.ts'
import { withWaiting } from '#web/offline/with-waiting.ts'

export type MyVisit = Answer<'visits.mine'>['visits'][number]

// A browser that forbids storage keeps no list; everything else still works.
const silently = (deed: Promise<unknown>) => void deed.catch(() => undefined)

/** The list that the phone kept, `undefined` while it is looked for or when there is none. */
export function useLastList(): LastList | undefined {
  const [list, setList] = useState<LastList>()
  useEffect(() => {
    let here = true
    silently(findList(new Date()).then((found) => here && setList(found)))
    return () => {
      here = false
    }
  }, [])
  return list
}

/**
 * The volunteer's visits as the server tells them, else as the phone last heard, with the deeds that still wait in
 * the phone taken into account. What is lent leaves the screen with the end of its window.
 */
export function useVisits() {
  const { data, problem, loading, reload } = useRead('visits.mine', {})
  const outbox = useOutbox()
  const kept = useKept(data, problem?.code === 'sign-in.required')
  const { sent, refused, waiting } = outbox
  useEffect(() => {
    if (sent > 0) reload()
  }, [sent, reload])
  const mayUseKept = data === undefined && (problem === undefined || isBroken(problem))
  const list = data ?? (mayUseKept && kept ? readable(kept, new Date()) : undefined)
  const now = useNextChange(list?.visits ?? [], reload)
  const visits = withWaiting(list?.visits ?? [], waiting).map((visit) => stillLent(visit, now))
  const asOf = data === undefined ? list && kept?.at : undefined
  return { visits, givenName: list?.givenName ?? '', problem, loading, reload, known: list !== undefined, waiting: visitsWaiting(outbox), refused, asOf }
}

/** Keeps each answer for a time without a network, and drops what was kept when nobody is signed in. */
function useKept(data: Answer<'visits.mine'> | undefined, signedOut: boolean): LastList | undefined {
  const found = useLastList()
  const [latest, setLatest] = useState<LastList>()
  useEffect(() => {
    if (data === undefined) return
    const now = new Date()
    setLatest({ ...data, at: now.toISOString() })
    silently(keepList(data, now))
  }, [data])
  useEffect(() => {
    if (signedOut) silently(forgetList())
  }, [signedOut])
  return latest ?? found
}

/** Longer timers overflow, and nothing here is worth one. */
const LONGEST_MS = 24 * 3_600_000

/** The present moment, anew when a window opens or closes; when one opens, the server is asked for what it holds. */
function useNextChange(visits: readonly MyVisit[], reload: () => void): Date {
  const [now, setNow] = useState(() => new Date())
  const openings = visits.flatMap(({ opensAt }) => (opensAt === null ? [] : [new Date(opensAt).getTime()]))
  const ends = visits.filter(({ lent }) => lent.length > 0).map((visit) => lentEnds(visit).getTime())
  const next = Math.min(...[...openings, ...ends].filter((at) => at > now.getTime()))
  useEffect(() => {
    if (!Number.isFinite(next)) return undefined
    const wait = Math.min(LONGEST_MS, Math.max(0, next - Date.now()))
    const timer = setTimeout(() => {
      setNow(new Date())
      reload()
    }, wait)
    return () => clearTimeout(timer)
  }, [next, now, reload])
  return now
}
