import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { Notice, useWords } from '#web/ui/index.ts'
import type { Run } from './use-runs.ts'

/** What holds of a run that did not come to its end. */
export function Unfinished({ run: { state, regionsFailed } }: { run: Run }) {
  const t = useWords(nightlyWords)
  if (state === 'cancelled') return <Notice>{t.cancelledText}</Notice>
  if (state !== 'failed') return null
  return (
    <Notice tone="today" icon="alert">
      {regionsFailed === 0 ? t.lostText : t.failedText}
    </Notice>
  )
}
