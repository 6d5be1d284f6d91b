import { useSyncExternalStore, type ReactNode } from 'react'
import './staff-page.css'
import { KeysBar, type KeyHint } from '#web/ui/index.ts'

export interface StaffPageProps {
  /**
   * `plain` one column · `inbox` list and pane · `case` person, time, needs · `coordination` needs, area,
   * proposal · `observatory` figure and its notes. On a narrow screen the columns stand under each other.
   */
  readonly layout?: 'plain' | 'inbox' | 'case' | 'coordination' | 'observatory'
  /** Over all columns, as wide as the page. */
  readonly head?: ReactNode
  readonly start?: ReactNode
  readonly end?: ReactNode
  readonly keys?: readonly KeyHint[]
  readonly children: ReactNode
}

/** Below the staff door's navigation: a head, up to three columns that scroll on their own, and the keys. */
export function StaffPage({ layout = 'plain', head, start, end, keys, children }: StaffPageProps) {
  return (
    <>
      <main id="content" tabIndex={-1} className="staff-page">
        {head && <header className="staff-page-head">{head}</header>}
        <div className={`staff-columns staff-columns--${layout}`}>
          {start && <div className="staff-start flow">{start}</div>}
          <div className="staff-middle flow">{children}</div>
          {end && (
            // A long list with nothing to press in it is still scrolled by keys.
            <div className="staff-end flow" tabIndex={0}>
              {end}
            </div>
          )}
        </div>
      </main>
      {keys && <KeysBar hints={keys} />}
    </>
  )
}

/** Where the columns of a page stand beside each other, as its style says. */
const beside = '(min-width: 1080px)'

const whenTurned = (listener: () => void) => {
  const window = matchMedia(beside)
  window.addEventListener('change', listener)
  return () => window.removeEventListener('change', listener)
}

/** Whether the columns stand under each other: what a line of one opens in another is then far below it, and is better a page. */
export const useStacked = (): boolean => useSyncExternalStore(whenTurned, () => !matchMedia(beside).matches)
