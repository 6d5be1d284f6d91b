import type { ReactNode } from 'react'
import './mark.css'

const over = 'M17.9 5.2l3.6 3.6M26.8 17.9l-3.6 3.6M14.1 26.8l-3.6-3.6M5.2 14.1l3.6-3.6'
const strand = 'm16.8 4.1 5.8 5.8M27.9 16.8l-5.8 5.8M15.2 27.9l-5.8-5.8M4.1 15.2l5.8-5.8'

/** Two woven squares, the agency and the network, make one star. Never below 24 px. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path className="network" d="M16 3.27 28.73 16 16 28.73 3.27 16z" />
      <path className="halo" d="M7 7h18v18H7z" />
      <path className="agency" d="M7 7h18v18H7z" />
      <path className="halo" d={over} />
      <path className="network" d={strand} />
    </svg>
  )
}

/** The mark with its word. */
export function Brand({ children, size = 28 }: { children: ReactNode; size?: number }) {
  return (
    <span className="brand">
      <Mark size={size} />
      <b>{children}</b>
    </span>
  )
}
