import './danger-line.css'
import { Icon, useFormatter, useWords } from '#web/ui/index.ts'
import { useAbout } from './about.ts'
import { words } from './words.ts'

/** The number for danger, from the country pack or the agency's own line; at the foot of public pages. */
export function DangerLine() {
  const t = useWords(words)
  const f = useFormatter()
  const number = useAbout()?.dangerNumber
  if (!number) return <div className="danger-line" />
  return (
    <p className="danger-line">
      <Icon name="phone" />
      <span>
        {t.inDanger}{' '}
        <a href={`tel:${number}`}>
          <bdi dir="ltr">{f.digits(number)}</bdi>
        </a>
      </span>
    </p>
  )
}
