import type { ReactNode } from 'react'
import './thread.css'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** Filled = done, star = now, hollow = next, hollow with a bar = said no. */
export type KnotState = 'done' | 'now' | 'next' | 'no'

const tile = 'M12 6.5 17.5 12 12 17.5 6.5 12z'
const star =
  'M12 1l3.2 3.3h4.5v4.5L23 12l-3.3 3.2v4.5h-4.5L12 23l-3.2-3.3H4.3v-4.5L1 12l3.3-3.2V4.3h4.5z'

export function Knot({ state }: { state: KnotState }) {
  return (
    <svg className={`knot knot--${state}`} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={state === 'now' ? star : tile} />
      {state === 'now' && <circle className="eye" cx="12" cy="12" r="3.5" />}
      {state === 'no' && <path d="M9.5 12h5" />}
    </svg>
  )
}

/** رشته: the line of tiles that carries a follow-up page and a case. */
export function Thread({ children }: { children: ReactNode }) {
  return <ol className="thread">{children}</ol>
}

export interface KnotProps {
  readonly state: KnotState
  readonly title: ReactNode
  /** A date, or «گام بعد». */
  readonly when?: ReactNode
  /** Who has to do what, until when; boxed under a `now`. */
  readonly children?: ReactNode
}

export function Step({ state, title, when, children }: KnotProps) {
  const t = useWords(words)
  const spoken = { done: t.done, now: t.now, next: t.next, no: t.saidNo }[state]
  return (
    <li className={`thread-step thread-step--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <Knot state={state} />
      <div className="thread-words">
        <div className="thread-line">
          <b>
            {title}
            <span className="visually-hidden">, {spoken}</span>
          </b>
          {when && <span className="thread-when">{when}</span>}
        </div>
        {children && <div className="thread-more">{children}</div>}
      </div>
    </li>
  )
}
