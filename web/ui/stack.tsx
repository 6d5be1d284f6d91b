import type { ElementType, ReactNode } from 'react'
import './stack.css'

/** Gaps of the 8-px grid. */
export type Gap = 4 | 8 | 12 | 16 | 24 | 32

interface LayoutProps {
  readonly gap?: Gap
  readonly as?: ElementType
  readonly children: ReactNode
}

/** One under the other. */
export function Stack({ gap = 16, as: Tag = 'div', children }: LayoutProps) {
  return <Tag className={`stack gap-${gap}`}>{children}</Tag>
}

export type RowProps = LayoutProps & {
  /** `apart` pushes the first and last to the edges; `end` gathers at the end. */
  readonly spread?: 'start' | 'apart' | 'end'
  readonly align?: 'center' | 'start' | 'baseline'
  /** Rows wrap unless they must not. */
  readonly fixed?: boolean
}

/** Side by side, in the direction of reading. */
export function Row(props: RowProps) {
  const { gap = 8, as: Tag = 'div', spread = 'start', align = 'center', fixed, children } = props
  const look = `row gap-${gap} row--${spread} row--${align}${fixed ? ' row--fixed' : ''}`
  return <Tag className={look}>{children}</Tag>
}
