import { useState } from 'react'
import { useRead, useWrite } from '#web/api/index.ts'
import { PhonePage, ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, PageTitle, Skeleton, go, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

const WEEKS = ['1', '2', '4', '12'] as const
type Weeks = (typeof WEEKS)[number]

/** A pause costs nothing and needs no reason. */
export function Rest() {
  const t = useWords(words)
  const f = useFormatter()
  const { data, problem, reload } = useRead('network.my-rest', {})
  const begin = useWrite('network.rest')
  const end = useWrite('network.end-rest')
  const [weeks, setWeeks] = useState<Weeks>()
  const day = (until: string) => f.date(until, { style: 'day-month' })
  const rest = async () => {
    if (weeks === undefined) return
    const done = await begin.write({ body: { weeks: Number(weeks) as 1 | 2 | 4 | 12 } })
    if (done === undefined) return
    toast(t.restBegun({ when: day(done.until ?? '') }))
    go('/v', { replace: true })
  }
  const comeBack = async () => {
    if ((await end.write({})) === undefined) return
    toast(t.restEnded)
    reload()
  }
  const until = data?.until ?? null
  return (
    <PhonePage
      back="/v"
      bar={t.rest}
      action={
        data !== undefined &&
        (until === null ? (
          <Button look="primary" big busy={begin.busy} disabledReason={weeks === undefined ? t.restChoose : undefined} onClick={() => void rest()}>
            {t.restDo}
          </Button>
        ) : (
          <Button look="primary" big busy={end.busy} onClick={() => void comeBack()}>
            {t.restEnd}
          </Button>
        ))
      }
    >
      <PageTitle tab={t.rest}>{until === null ? t.restTitle : t.restUntil({ when: day(until) })}</PageTitle>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton />}
      <p>{until === null ? t.restText : t.restingText}</p>
      {data !== undefined && until === null && (
        <Choice<Weeks>
          name="weeks"
          label={t.restHowLong}
          value={weeks}
          onChange={setWeeks}
          options={WEEKS.map((value) => ({ value, label: t[`weeks-${value}`] }))}
        />
      )}
      <ProblemNotice problem={begin.problem ?? end.problem} />
    </PhonePage>
  )
}
