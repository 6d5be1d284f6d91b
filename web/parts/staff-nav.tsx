import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './staff-nav.css'
import { Brand, useWords } from '#web/ui/index.ts'
import { words as uiWords } from '#web/ui/words.ts'
import { navSearchSlot } from './nav-search.tsx'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'
import { words } from './words.ts'

export interface StaffTab {
  readonly to: LinkProps['to']
  readonly label: string
  /** How much waits there. */
  readonly count?: ReactNode
}

export interface StaffNavProps {
  readonly tabs: readonly StaffTab[]
  /** One's own name, and what it opens. */
  readonly account?: ReactNode
}

export function StaffNav({ tabs, account }: StaffNavProps) {
  const t = useWords(words)
  const ui = useWords(uiWords)
  return (
    <header className="staff-nav no-print">
      <Link to="/staff" className="staff-brand">
        <Brand>{ui.brand}</Brand>
      </Link>
      <nav aria-label={t.mainMenu}>
        {tabs.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            className="staff-tab"
            activeProps={{ className: 'staff-tab--on', 'aria-current': 'page' }}
          >
            {tab.label}
            {tab.count !== undefined && <em>{tab.count}</em>}
          </Link>
        ))}
      </nav>
      <div className="staff-nav-end">
        {/* `NavSearch` of the present page draws itself in here. */}
        <div id={navSearchSlot} />
        <ThemeSwitch />
        <LanguageSwitch />
        {account}
      </div>
    </header>
  )
}
