import { useId } from 'react'
import './band.css'

/** The tile band at the head of public pages, print and letters. */
export function Band() {
  const pattern = useId()
  return (
    <svg className="band" width="100%" height="8" aria-hidden="true">
      <pattern id={pattern} width="16" height="8" patternUnits="userSpaceOnUse">
        <path className="line" d="M8 1l3 3-3 3-3-3z" />
        <path className="dot" d="M0 2.5 1.5 4 0 5.5zM16 2.5 14.5 4 16 5.5z" />
      </pattern>
      <rect className="ground" width="100%" height="8" />
      <rect width="100%" height="8" fill={`url(#${pattern})`} />
    </svg>
  )
}
