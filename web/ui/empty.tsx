import type { ReactNode } from 'react'
import './empty.css'
import { Knot } from './thread.tsx'

export interface EmptyProps {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What belongs here, and how to get the first one. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <span className="empty-tiles">
        <Knot state="next" />
        <Knot state="next" />
        <Knot state="next" />
      </span>
      <b>{title}</b>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
