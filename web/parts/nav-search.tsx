import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import './nav-search.css'
import { Icon, Key, useKeys } from '#web/ui/index.ts'

export const navSearchSlot = 'nav-search'

export interface NavSearchProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onEnter?: () => void
}

/** A page's search field, shown in the navigation; the `/` key goes there. */
export function NavSearch({ label, value, onChange, onEnter }: NavSearchProps) {
  const input = useRef<HTMLInputElement>(null)
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => setSlot(document.getElementById(navSearchSlot)), [])
  useKeys({ Slash: () => input.current?.focus() })
  if (slot === null) return null
  return createPortal(
    <form
      role="search"
      className="nav-search"
      onSubmit={(event) => {
        event.preventDefault()
        onEnter?.()
      }}
    >
      <Icon name="search" size={18} />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Key>/</Key>
    </form>,
    slot,
  )
}
