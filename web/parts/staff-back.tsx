import { Link, useRouter, type LinkProps } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import './staff-back.css'
import { Icon } from '#web/ui/index.ts'

type Address = NonNullable<LinkProps['to']>

/** To the list as it was left, where that is the step before; whoever came by the address gets it anew. */
export function useStepBack(to: Address): () => void {
  const { history, navigate } = useRouter()
  return () => {
    if (history.canGoBack()) history.back()
    else void navigate({ to, replace: true })
  }
}

/** On a phone, above what a line of a list opened. */
export function BackToList({ to, children }: { to: Address; children: ReactNode }) {
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

/** Whoever comes back from what a line opened goes on in the list where they left it. */
export function useFocusOnReturn(opened: string | undefined, lineId: (opened: string) => string): void {
  const before = useRef(opened)
  useEffect(() => {
    if (opened === undefined && before.current !== undefined) document.getElementById(lineId(before.current))?.focus({ preventScroll: true })
    before.current = opened
  }, [opened, lineId])
}
