import './skip-link.css'
import { useWords } from '#web/ui/index.ts'
import { words } from '#web/ui/words.ts'

/** The first stop of the keyboard. */
export function SkipLink() {
  const t = useWords(words)
  return (
    <a
      className="skip-link"
      href="#content"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('content')?.focus()
      }}
    >
      {t.skipToContent}
    </a>
  )
}
