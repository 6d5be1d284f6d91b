import './board.css'
import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { boardWords } from './words.ts'
import { Button, PageTitle, Row, Skeleton, useFormatter, useKeys, useLanguage, useWords } from '#web/ui/index.ts'
import { Capacity } from './capacity.tsx'
import { Needs } from './needs.tsx'
import { NeedPage } from './need-page.tsx'
import { NeedPane } from './need-pane.tsx'
import { useBoard, type Board } from './use-board.ts'

/** Needs that wait, what was found for them, and the capacity that nobody uses. No name of anybody who asked. */
export function BoardPage() {
  const t = useWords(boardWords)
  const { board, problem, reload, needs, shown, sort, setSort, isStacked, chosen, opened, choose, step } = useBoard()
  const propose = useWrite('matching.propose', ['matching.'])
  const [run, setRun] = useState<Answer<'matching.propose'>>()
  const compute = async () => {
    const answer = await propose.write({ body: {} })
    if (answer !== undefined) setRun(answer)
  }
  useKeys({ KeyJ: () => step(1), KeyK: () => step(-1) })
  const keys = [{ caps: ['J', 'K'], does: t.keyNeed }]
  if (opened !== undefined) return <NeedPage key={opened} opened={opened} board={board} problem={problem} reload={reload} keys={keys} />
  return (
    <StaffPage
      layout="coordination"
      head={
        <>
          <Row spread="apart">
            <Headline board={board} />
            <Button busy={propose.busy} onClick={() => void compute()}>
              {t.compute}
            </Button>
          </Row>
          <Subline board={board} busy={propose.busy} run={run} />
          <ProblemNotice problem={problem} retry={reload} />
          <ProblemNotice problem={propose.problem} />
        </>
      }
      start={<Needs needs={needs} shown={shown} sort={sort} onSort={setSort} chosen={chosen} onChoose={choose} loaded={board !== undefined} />}
      end={!isStacked && board !== undefined && <NeedPane key={chosen?.referral} need={chosen} none={needs.length === 0} />}
      keys={keys}
    >
      {board === undefined ? problem === undefined && <Skeleton lines={6} /> : <Capacity capacity={board.capacity} />}
    </StaffPage>
  )
}

function Headline({ board }: { board: Board | undefined }) {
  const t = useWords(boardWords)
  return <PageTitle tab={t.tab}>{board === undefined ? t.tab : finding(t, board)}</PageTitle>
}

function finding(t: Speaker, { needs, capacity }: Board): string {
  const without = needs.filter(({ referralState }) => referralState === 'ready').length
  if (needs.length === 0) return t.findingNone
  if (without === 0) return t.findingAllOffered({ needs: needs.length })
  if (capacity.tasksFree === 0) return t.findingFull({ needs: without })
  return t.finding({ needs: without, free: capacity.tasksFree })
}
type Speaker = ReturnType<typeof useWords<typeof boardWords>>

/** Where and when, then what the last run came to and its proof. */
function Subline({ board, busy, run }: SublineProps) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const area = language === 'fa' ? board?.areaFa : board?.areaEn
  const waiting = board?.needs.filter(({ referralState }) => referralState === 'ready').length ?? 0
  return (
    <p className="quiet board-subline">
      {area && <span>{t.atArea({ area, when: f.date(new Date(), { style: 'day' }) })}. </span>}
      <span role="status">
        {busy && t.computing({ needs: waiting })}
        {!busy && run !== undefined && <Result run={run} />}
      </span>
    </p>
  )
}
interface SublineProps {
  readonly board: Board | undefined
  readonly busy: boolean
  readonly run: Answer<'matching.propose'> | undefined
}

function Result({ run }: { run: Answer<'matching.propose'> }) {
  const t = useWords(boardWords)
  if (run.needs === 0) return <>{t.computedNone}</>
  return (
    <>
      {t.computed(run)} <b>{run.primal === run.dual ? t.proven : t.notProven}</b> ({t.proof(run)}) {t.nothingSent}
    </>
  )
}
