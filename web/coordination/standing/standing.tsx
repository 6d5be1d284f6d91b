import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { standingWords } from '#web/coordination/standing-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Skeleton, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { SetRule } from './set-rule.tsx'

type Rule = NonNullable<Answer<'matching.standing-rule'>['rule']>

/** Whether anything goes out by itself, by whose rule and until when. */
export function Standing() {
  const t = useWords(standingWords)
  const { data, problem } = useRead('matching.standing-rule', {})
  const [setting, setSetting] = useState(false)
  return (
    <section className="flow flow--close" aria-labelledby="standing">
      <h2 id="standing">{t.title}</h2>
      <ProblemNotice problem={problem} />
      {data === undefined && problem === undefined && <Skeleton lines={2} />}
      {data !== undefined && data.rule !== null && <Holds rule={data.rule} />}
      {data?.rule === null && (
        <>
          <p>{t.off}</p>
          <Button onClick={() => setSetting(true)}>{t.set}</Button>
          <SetRule open={setting} onClose={() => setSetting(false)} kinds={data.kinds} latest={data.latest} />
        </>
      )}
    </section>
  )
}

function Holds({ rule }: { rule: Rule }) {
  const t = useWords(standingWords)
  const f = useFormatter()
  const kindName = useKindName()
  const stop = useWrite('matching.stop-standing-rule', ['matching.'])
  const end = async () => {
    if ((await stop.write({ params: { rule: rule.id }, body: { revision: rule.revision } })) !== undefined) toast(t.stopped)
  }
  return (
    <>
      <p>
        <b>{t.says({ kinds: f.list(rule.kinds.map(kindName)), km: rule.withinKm, until: f.dateTime(rule.until) })}</b>
      </p>
      <p className="quiet">
        {t.by({ name: rule.name, when: f.dateTime(rule.recordedAt) })} {t.sent({ count: rule.sent })}{' '}
        {rule.lastAt !== null && t.last({ when: f.dateTime(rule.lastAt) })}
      </p>
      <Button look="warn" busy={stop.busy} onClick={() => void end()}>
        {t.stop}
      </Button>
      <ProblemNotice problem={stop.problem} />
    </>
  )
}
