import type { ReactNode } from 'react'
import './people.css'

/** A name in its own order and direction, whatever the page's language; never cut short. */
export function PersonName({ children }: { children: string }) {
  return <bdi className="person-name">{children}</bdi>
}

/** What somebody said, in the direction of their own language. */
export function OwnWords({ children }: { children: string }) {
  return (
    <bdi className="own-words" dir="auto">
      {children}
    </bdi>
  )
}

/** Who it is and what they are to the matter at hand. */
export function WhoCard({ name, note, end }: { name: string; note?: ReactNode; end?: ReactNode }) {
  return (
    <div className="who-card">
      <span className="who-initial" aria-hidden="true">
        {Array.from(name.trim())[0]}
      </span>
      <span className="who-words">
        <b>
          <PersonName>{name}</PersonName>
        </b>
        {note && <span className="who-note">{note}</span>}
      </span>
      {end}
    </div>
  )
}
