import { Button, toast, useWords } from '#web/ui/index.ts'
import { resultWords } from './indicator/words.ts'

interface CopyableProps {
  readonly text: string
  readonly label: string
  /** The button beside it, where the column is wide. */
  readonly wide?: boolean
}

/** A call for programs, to be taken along with one press. */
export function Copyable({ text, label, wide = false }: CopyableProps) {
  const t = useWords(resultWords)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t.copied)
    } catch {
      toast(t.copyFailed)
    }
  }
  return (
    <div className={`call${wide ? ' call--wide' : ''}`}>
      <b>{label}</b>
      <pre tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
      <span>
        <Button icon="link" onClick={() => void copy()}>
          {t.copy}
        </Button>
      </span>
    </div>
  )
}
