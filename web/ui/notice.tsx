import type { ReactNode } from 'react'
import './notice.css'
import { Icon, type IconName } from './icon.tsx'

/** `quiet` says something · `today` highlights what is new or due · `wrong` says that something failed. */
export type NoticeTone = 'quiet' | 'today' | 'wrong'

export interface NoticeProps {
  readonly tone?: NoticeTone
  readonly icon?: IconName
  readonly children: ReactNode
  /** A link or button at the end of the line. */
  readonly action?: ReactNode
}

export function Notice({ tone = 'quiet', icon, children, action }: NoticeProps) {
  return (
    <div className={`notice notice--${tone}`} role={tone === 'wrong' ? 'alert' : undefined}>
      <Icon name={icon ?? (tone === 'wrong' ? 'alert' : 'info')} />
      <div className="notice-words">{children}</div>
      {action}
    </div>
  )
}
