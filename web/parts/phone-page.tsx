import type { ReactNode } from 'react'
import './phone-page.css'
import { useOnline } from '#web/api/index.ts'
import { Brand, Go, Icon, Toaster, useWords } from '#web/ui/index.ts'
import { words as uiWords } from '#web/ui/words.ts'
import { SkipLink } from './skip-link.tsx'
import { LanguageSwitch } from './switches.tsx'
import { SyntheticMark } from './synthetic-mark.tsx'
import { words } from './words.ts'

export interface PhonePageProps {
  /** A page below the first: an arrow back and a short title in the bar. */
  readonly back?: string
  readonly bar?: string
  /** The one primary action at the foot. */
  readonly action?: ReactNode
  /** How many reports wait in the phone for a network. */
  readonly waiting?: number
  readonly children: ReactNode
}

/** A page of the volunteer's phone. No network is a quiet line, never an error. */
export function PhonePage({ back, bar, action, waiting = 0, children }: PhonePageProps) {
  const t = useWords(words)
  const ui = useWords(uiWords)
  const online = useOnline()
  return (
    <div className="phone-page">
      <SkipLink />
      <header className="phone-head">
        {back === undefined ? (
          <Brand>{ui.brand}</Brand>
        ) : (
          <Go to={back} className="icon-button" aria-label={ui.back} title={ui.back}>
            <Icon name="back" size={24} />
          </Go>
        )}
        {bar && <b>{bar}</b>}
        {online ? (
          <LanguageSwitch />
        ) : (
          <span className="phone-offline">
            <Icon name="offline" size={18} />
            {t.offline}
          </span>
        )}
      </header>
      <main id="content" tabIndex={-1} className="flow">
        {children}
      </main>
      <footer className="page-foot">
        {action && <div className="phone-action">{action}</div>}
        <div role="status">
          {waiting > 0 && (
            <p className="phone-waiting">
              <Icon name="bookmark" size={18} />
              {t.waitingToSend({ count: waiting })}
            </p>
          )}
        </div>
        <SyntheticMark />
      </footer>
      <Toaster />
    </div>
  )
}
