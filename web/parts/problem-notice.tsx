import type { ProblemError } from '#web/api/index.ts'
import { Button, Notice, useWords } from '#web/ui/index.ts'
import { words as uiWords } from '#web/ui/words.ts'
import { words } from './words.ts'

/** A refusal or a failure in words, with what to do next. Sentences at fields are the fields' own. */
export function ProblemNotice({ problem, retry }: { problem: ProblemError | undefined; retry?: () => void }) {
  const t = useWords(words)
  const ui = useWords(uiWords)
  if (problem === undefined) return null
  const unreachable = problem.status === 0
  const title = unreachable ? t.unreachable : problem.title || t.failed
  const detail = unreachable ? t.unreachableDetail : problem.title ? problem.detail : t.failedDetail
  return (
    <Notice tone="wrong" action={retry && <Button onClick={retry}>{ui.tryAgain}</Button>}>
      <b>{title}</b>
      {detail && <p>{detail}</p>}
    </Notice>
  )
}
