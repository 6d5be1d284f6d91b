import './kiosk-guard.css'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { isKiosk, msIdle, msWarned, startOver } from './kiosk.ts'
import { useFormatter, useWords } from './language.tsx'
import { dropTraces } from './quick-exit.tsx'
import { words } from './words.ts'

const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll'] as const

/** Clears a kiosk that its last user left. Any touch keeps it. */
export function KioskGuard() {
  const [left, setLeft] = useState<number>()
  const kiosk = isKiosk()
  useEffect(() => {
    if (!kiosk) return undefined
    let last = Date.now()
    const touched = () => {
      last = Date.now()
      setLeft(undefined)
    }
    const look = () => {
      const idle = Date.now() - last
      if (idle >= msIdle + msWarned) {
        dropTraces()
        startOver()
      } else if (idle >= msIdle && location.pathname !== '/') setLeft(Math.ceil((msIdle + msWarned - idle) / 1000))
    }
    // A page that the browser kept whole comes back with what was typed: it is drawn anew instead.
    const shown = (event: PageTransitionEvent) => event.persisted && startOver()
    for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true })
    addEventListener('pageshow', shown)
    const timer = setInterval(look, 1000)
    return () => {
      clearInterval(timer)
      for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true })
      removeEventListener('pageshow', shown)
    }
  }, [kiosk])
  return left === undefined ? null : <Warning seconds={left} onStay={() => setLeft(undefined)} />
}

function Warning({ seconds, onStay }: { seconds: number; onStay: () => void }) {
  const t = useWords(words)
  const f = useFormatter()
  return (
    <div className="kiosk-warning" role="alertdialog" aria-label={t.stillThere}>
      <p>
        <b>{t.stillThere}</b> {t.willClear} <span aria-hidden="true">{f.number(seconds)}</span>
      </p>
      <Button onClick={onStay}>{t.goOn}</Button>
    </div>
  )
}
