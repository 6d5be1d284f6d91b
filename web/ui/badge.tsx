import type { ReactNode } from 'react'
import './badge.css'
import { Icon, type IconName } from './icon.tsx'

/** `good` on track · `today` saffron · `late` brick · `quiet` for what is settled · `withheld` for a hidden figure. */
export type BadgeTone = 'good' | 'today' | 'late' | 'quiet' | 'withheld'

export function Badge({ tone = 'quiet', icon, children }: { tone?: BadgeTone; icon?: IconName | ReactNode; children: ReactNode }) {
  return (
    <span className={`badge badge--${tone}`}>
      {typeof icon === 'string' ? <Icon name={icon as IconName} size={16} /> : icon}
      {children}
    </span>
  )
}
