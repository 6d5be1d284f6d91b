import { useEffect, useRef } from 'react'
import './error-summary.css'
import { fieldId } from './field.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** All errors of a form at its head, each leading to its field. It takes the focus when it appears. */
export function ErrorSummary({ fields }: { fields: Readonly<Record<string, string>> }) {
  const t = useWords(words)
  const element = useRef<HTMLElement>(null)
  const errors = Object.entries(fields)
  useEffect(() => {
    if (errors.length > 0) element.current?.focus()
  }, [fields])
  if (errors.length === 0) return null
  return (
    <section ref={element} className="error-summary" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="alert" />
        {t.errorSummary({ count: errors.length })}
      </h2>
      <ul>
        {errors.map(([name, message]) => (
          <li key={name}>
            <a
              href={`#${fieldId(name)}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(fieldId(name))?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
