import { useEffect, useId, useRef, type ReactNode } from 'react'
import './dialog.css'
import { IconButton } from './button.tsx'
import { useWords } from './language.tsx'
import { words } from './words.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  /** One line under the title. */
  readonly lead?: ReactNode
  /** `wide` = 816 px, for what is laid side by side. */
  readonly size?: 'narrow' | 'wide'
  /** Buttons at the start, what one should know at the end. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/**
 * The browser's own modal dialog: it holds the focus, makes the rest of the page inert, closes on Escape
 * and gives the focus back, in every browser of our floor and without a byte of ours.
 */
export function Dialog({ open, onClose, title, lead, size = 'narrow', footer, children }: DialogProps) {
  const t = useWords(words)
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (!open || dialog === null) return undefined
    dialog.showModal()
    return () => dialog.close()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={element}
      className={`dialog dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" name={t.close} onClick={onClose} />
      </header>
      {lead && <p className="dialog-lead">{lead}</p>}
      <div className="dialog-body">{children}</div>
      {footer && <footer className="dialog-foot">{footer}</footer>}
    </dialog>
  )
}
