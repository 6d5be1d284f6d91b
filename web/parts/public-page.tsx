import type { ReactNode } from 'react'
import './public-page.css'
import { Band, Brand, Go, Icon, KioskGuard, QuickExit, Steps, Toaster, useWords } from '#web/ui/index.ts'
import { words as uiWords } from '#web/ui/words.ts'
import { DangerLine } from './danger-line.tsx'
import { closeFileWhenLeaving } from './leaving.ts'
import { SkipLink } from './skip-link.tsx'
import { LanguageSwitch } from './switches.tsx'
import { SyntheticMark } from './synthetic-mark.tsx'

closeFileWhenLeaving()

export interface PublicPageProps {
  /** Inside a form: an arrow to the page before takes the place of band and brand. */
  readonly back?: string
  /** Inside a form of short steps. */
  readonly step?: { readonly step: number; readonly of: number }
  /** The one primary action, always in reach at the foot. */
  readonly action?: ReactNode
  /** `wide` = 960 px, for tables and pictures; forms and texts keep to 640. */
  readonly width?: 'text' | 'wide'
  readonly children: ReactNode
}

/** A page of the public door: quick exit in reach, danger number at the foot, one column. */
export function PublicPage({ back, step, action, width = 'text', children }: PublicPageProps) {
  const ui = useWords(uiWords)
  return (
    <div className={`public-page public-page--${width}`}>
      <SkipLink />
      {back === undefined && <Band />}
      <header className="public-head">
        {back === undefined ? (
          <Go to="/" className="public-brand">
            <Brand>{ui.brand}</Brand>
          </Go>
        ) : (
          <Go to={back} className="icon-button" aria-label={ui.back} title={ui.back}>
            <Icon name="back" size={24} />
          </Go>
        )}
        {step && <Steps {...step} />}
        <div className="public-head-end">
          {step === undefined && <LanguageSwitch />}
          <QuickExit />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flow">
        {children}
      </main>
      <footer className="page-foot">
        {action ? (
          <div className="public-action no-print">
            <div>{action}</div>
          </div>
        ) : (
          <DangerLine />
        )}
        <SyntheticMark />
      </footer>
      <KioskGuard />
      <Toaster />
    </div>
  )
}
