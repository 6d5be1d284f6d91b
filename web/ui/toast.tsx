import { useEffect, useSyncExternalStore } from 'react'
import './toast.css'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { words } from './words.ts'

interface Toast {
  readonly text: string
  readonly undo?: () => void
}

let present: Toast | undefined
const listeners = new Set<() => void>()

function show(next: Toast | undefined) {
  present = next
  for (const listener of listeners) listener()
}

/** Says what was done, with the way back instead of "are you sure". A newer one takes its place. */
export const toast = (text: string, undo?: () => void) => show({ text, undo })

/** What the Z key does: takes the last deed back, if it can be. */
export function undoLast() {
  const undo = present?.undo
  if (undo === undefined) return
  show(undefined)
  undo()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Long enough to read and reach the way back; a toast that can be undone stays longer. */
const msShown = (shown: Toast) => (shown.undo ? 12_000 : 6_000)

/** Stands once in every page. The region is there before the words, or screen readers would miss them. */
export function Toaster() {
  const t = useWords(words)
  const shown = useSyncExternalStore(subscribe, () => present)
  useEffect(() => {
    if (shown === undefined) return undefined
    const timer = setTimeout(() => present === shown && show(undefined), msShown(shown))
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <div className="toaster" role="status">
      {shown && (
        <p className="toast">
          <Icon name="check" size={16} />
          {shown.text}
          {shown.undo && (
            <button type="button" onClick={undoLast}>
              {t.undo}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
