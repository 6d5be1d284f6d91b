import './icon.css'
import { mirrored, shapes } from './icon-shapes.ts'

export type IconName = keyof typeof shapes

export interface IconProps {
  readonly name: IconName
  readonly size?: number
  readonly className?: string
}

/** Decoration beside words, so always hidden from screen readers: the words carry the meaning. */
export function Icon({ name, size = 20, className = '' }: IconProps) {
  const turns = mirrored.has(name) ? ' icon--mirrored' : ''
  return (
    <svg
      className={`icon${turns} ${className}`.trim()}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      // Constants of ours: as text they are a third of the bytes of elements.
      dangerouslySetInnerHTML={{ __html: shapes[name] }}
    />
  )
}
