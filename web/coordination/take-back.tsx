import { useEffect, useState } from 'react'
import { problems } from '#domains/matching/words.ts'
import type { Answer, Args } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Notice, toast, useFormatter, useWords } from '#web/ui/index.ts'

type Proposals = Args<'matching.take-back'>['body']['proposals']
type Stayed = Answer<'matching.take-back'>['refused']

/** What went out a moment ago, with the way back while there is one. */
export function TakeBack({ proposals, until }: { proposals: readonly Proposals[number][]; until: string }) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const back = useWrite('matching.take-back', ['matching.'])
  const [stayed, setStayed] = useState<Stayed>()
  const over = useIsPast(until)
  const undo = async () => {
    const done = await back.write({ body: { proposals: [...proposals] } })
    if (done === undefined) return
    setStayed(done.refused)
    if (done.takenBack > 0) toast(t.takenBack({ count: done.takenBack }))
  }
  if (stayed !== undefined) return stayed.length === 0 ? null : <Stay stayed={stayed} />
  if (over) return null
  return (
    <>
      <Notice
        action={
          <Button busy={back.busy} onClick={() => void undo()}>
            {t.takeBack}
          </Button>
        }
      >
        {t.sentJustNow({ count: proposals.length, until: f.time(until) })}
      </Notice>
      <ProblemNotice problem={back.problem} />
    </>
  )
}

/** Why some stay: in the words that one alone would have got. */
function Stay({ stayed }: { stayed: Stayed }) {
  const t = useWords(nightlyWords)
  const of = useWords(problems)
  const reasons = [...new Set(stayed.map(({ code }) => of[code as 'matching.offer-seen'] ?? t.changedMeanwhile))]
  return (
    <Notice tone="today" icon="alert">
      <b>{t.stayed({ count: stayed.length })}</b>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Notice>
  )
}

function useIsPast(until: string): boolean {
  const left = () => Date.parse(until) - Date.now()
  const [past, setPast] = useState(() => left() <= 0)
  useEffect(() => {
    if (past) return undefined
    const timer = setTimeout(() => setPast(true), Math.max(0, left()))
    return () => clearTimeout(timer)
  }, [until, past])
  return past
}
