import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import './staff-list.css'
import { Icon } from '#web/ui/index.ts'
import { useStacked } from './staff-page.tsx'

/** Lists whose lines open something beside them, and on a phone as a page of its own. */
export type ListAddress = '/staff/board' | '/staff/inbox' | '/staff/vetting'

/** What is open, as the address of a list says it: `?open=…`. */
export const openIn = ({ open }: Record<string, unknown>): { readonly open?: string } => (typeof open === 'string' ? { open } : {})

const lineId = (id: string): string => `line-${id}`

/**
 * Which line of a list is looked at. Beside the list it is the first as long as nobody chooses; where what it opens is a page
 * of its own, the address says which, and one step back leads to the list as it was left.
 */
export function useOpenLine<Id extends string>(to: ListAddress, ids: readonly Id[]) {
  const isStacked = useStacked()
  // An address may say anything: whoever reads what it names is told that it is not there.
  const addressed = useSearch({ strict: false }).open as Id | undefined
  const navigate = useNavigate()
  const stepBack = useStepBack(to)
  const [wanted, setWanted] = useState(addressed)
  const opened = isStacked ? addressed : undefined
  const asked = opened ?? wanted
  const chosen = ids.find((id) => id === asked) ?? (isStacked ? undefined : ids[0])
  useFocusOnReturn(opened)
  const choose = (id: Id): void => {
    setWanted(id)
    // One step back leads to the list, however many lines were looked at.
    if (addressed !== undefined) void navigate({ to, search: isStacked ? { open: id } : {}, replace: true })
  }
  const step = (by: 1 | -1): boolean => {
    const next = ids[ids.findIndex((id) => id === chosen) + by]
    if (next === undefined) return false
    choose(next)
    if (isStacked && opened === undefined) document.getElementById(lineId(next))?.focus()
    return true
  }
  return { isStacked, opened, asked, chosen, choose, step, stepBack }
}

/** Whoever comes back from what a line opened goes on in the list where they left it. */
function useFocusOnReturn(opened: string | undefined): void {
  const before = useRef(opened)
  useEffect(() => {
    if (opened === undefined && before.current !== undefined) document.getElementById(lineId(before.current))?.focus({ preventScroll: true })
    before.current = opened
  }, [opened])
}

/** To the list as it was left, where that is the step before; whoever came by the address gets it anew. */
function useStepBack(to: ListAddress): () => void {
  const { history, navigate } = useRouter()
  return () => {
    if (history.canGoBack()) history.back()
    else void navigate({ to, replace: true })
  }
}

export interface ListLineProps {
  readonly to: ListAddress
  readonly id: string
  /** Its class; with `--on` for the one that is looked at. */
  readonly look: string
  readonly on: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

/** A button beside what it shows; on a phone a link to it. */
export function ListLine({ to, id, look, on, onChoose, children }: ListLineProps) {
  const isStacked = useStacked()
  const button = useRef<HTMLButtonElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const element = button.current ?? link.current
    if (on) element?.scrollIntoView({ block: 'nearest' })
  }, [on])
  const shared = { id: lineId(id), className: `${look}${on ? ` ${look}--on` : ''}`, onClick: onChoose, 'aria-current': on ? ('true' as const) : undefined }
  if (isStacked)
    return (
      <Link {...shared} ref={link} to={to} search={{ open: id }}>
        {children}
      </Link>
    )
  return (
    <button {...shared} ref={button} type="button">
      {children}
    </button>
  )
}

/** On a phone, above what a line of a list opened. */
export function BackToList({ to, children }: { readonly to: ListAddress; readonly children: ReactNode }) {
  const stepBack = useStepBack(to)
  return (
    <Link
      to={to}
      className="button button--text staff-back"
      activeOptions={{ exact: true }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        stepBack()
      }}
    >
      <Icon name="back" />
      {children}
    </Link>
  )
}
