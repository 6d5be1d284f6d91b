import type { ReactNode } from 'react'
import './code.css'

/** A code, phone number, address or range of times: an island that runs left to right in both languages. */
export function Code({ children, quiet }: { children: ReactNode; quiet?: boolean }) {
  return (
    <bdi dir="ltr" className={`code${quiet ? ' quiet' : ''}`}>
      {children}
    </bdi>
  )
}
