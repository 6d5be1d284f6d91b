import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** Only the page that opens the door leaves the focus alone; each later one hands it to its heading. */
let opened = false

export interface PageTitleProps {
  /** The biggest thing on the screen: a sentence that says what is so. */
  readonly children: ReactNode
  /** For the browser's tab and history; say nothing there that could harm on a shared phone. */
  readonly tab?: string
}

export function PageTitle({ children, tab }: PageTitleProps) {
  const t = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true })
    opened = true
  }, [])
  return (
    <>
      <title>{tab ? `${tab} · ${t.brand}` : t.brand}</title>
      <h1 ref={heading} tabIndex={-1} className="page-title">
        {children}
      </h1>
    </>
  )
}
