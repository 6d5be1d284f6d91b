import { Button, toast, useWords } from '#web/ui/index.ts'
import { resultWords } from './indicator/words.ts'

/** A call for programs, to be taken along with one press. */
export function Copyable({ text, label }: { text: string; label?: string }) {
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
    <div className="call">
      {label !== undefined && <b>{label}</b>}
      <pre tabIndex={0} aria-label={label ?? t.callTitle}>
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
