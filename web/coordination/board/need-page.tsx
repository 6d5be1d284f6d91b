import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { BackToList, StaffPage } from '#web/parts/staff.ts'
import { PageTitle, Skeleton, useWords, type KeyHint } from '#web/ui/index.ts'
import { NeedPane } from './need-pane.tsx'
import { Standing, WhereAndWhen } from './needs.tsx'
import type { Board, useBoard } from './use-board.ts'
import { boardWords } from './words.ts'

interface NeedPageProps {
  readonly opened: string
  readonly board: Board | undefined
  readonly problem: ReturnType<typeof useBoard>['problem']
  readonly reload: () => void
  readonly keys: readonly KeyHint[]
}

/** On a phone: one need, what was found for it, and the way back to the others. */
export function NeedPage({ opened, board, problem, reload, keys }: NeedPageProps) {
  const t = useWords(boardWords)
  const kindName = useKindName()
  const need = board?.needs.find(({ referral }) => referral === opened)
  const name = need && kindName(need.card.kind)
  return (
    <StaffPage
      head={
        <>
          <BackToList to="/staff/board">{t.toNeeds}</BackToList>
          <PageTitle tab={name === undefined ? t.tab : t.proposalFor({ kind: name })}>{name ?? (board === undefined ? t.tab : t.goneTitle)}</PageTitle>
          {need && (
            <>
              <p className="quiet board-opened-lines">
                <WhereAndWhen need={need} />
              </p>
              <Standing need={need} />
            </>
          )}
          <ProblemNotice problem={problem} retry={reload} />
        </>
      }
      keys={keys}
    >
      {board === undefined && problem === undefined && <Skeleton lines={6} />}
      {board !== undefined && need === undefined && <p>{t.goneText}</p>}
      {need && <NeedPane need={need} none={false} />}
    </StaffPage>
  )
}
