import { useEffect, useRef, type ReactNode } from 'react'
import './keys.css'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** One cap of a keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="key">{children}</kbd>
}

/**
 * Keys are named by their place on the board (`KeyJ`, `Digit1`, `Slash`, `Enter`), because a Persian layout
 * writes «ت» where j is. A number key answers on the number pad too.
 */
export type KeyName = string

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target))

const isTextInput = (element: HTMLElement) =>
  element instanceof HTMLInputElement && !/^(radio|checkbox|button|submit)$/.test(element.type)

const pressesItself = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, summary') !== null

/**
 * Single-key commands of a desk page. They rest while somebody types, while a dialog is open, and with
 * any modifier; Enter also rests on a button or link, which it presses.
 */
export function useKeys(commands: Readonly<Record<KeyName, (() => void) | undefined>>) {
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (typing(event.target) || document.querySelector('dialog[open]')) return
      if (event.code === 'Enter' && pressesItself(event.target)) return
      const command = latest.current[event.code.replace('Numpad', 'Digit')]
      if (command === undefined) return
      event.preventDefault()
      command()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

export interface KeyHint {
  readonly caps: readonly string[]
  /** Between two caps, such as «تا». */
  readonly between?: string
  readonly does: string
}

/** The bar at the foot of a desk page that names its keys. Its end stays free for the toast. */
export function KeysBar({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <section className="keys-bar no-print" aria-label={useWords(words).keys}>
      <ul>
        {hints.map((hint) => (
          <li key={hint.does}>
            {hint.caps.map((cap, at) => (
              <span key={cap}>
                {at > 0 && hint.between && <i>{hint.between}</i>}
                <Key>{cap}</Key>
              </span>
            ))}
            {hint.does}
          </li>
        ))}
      </ul>
    </section>
  )
}
