import type { ReactElement, ReactNode } from 'react'
import './badge.css'
import { Icon, type IconName } from './icon.tsx'

/** `good` on track · `today` highlighted · `late` brick · `quiet` settled · `withheld` a hidden figure. */
export type BadgeTone = 'good' | 'today' | 'late' | 'quiet' | 'withheld'

export interface BadgeProps {
  readonly tone?: BadgeTone
  /** The name of an icon, or a small drawing of one's own. */
  readonly icon?: IconName | ReactElement
  readonly children: ReactNode
}

export function Badge({ tone = 'quiet', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge--${tone}`}>
      {typeof icon === 'string' ? <Icon name={icon} size={16} /> : icon}
      {children}
    </span>
  )
}
