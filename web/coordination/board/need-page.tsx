import { Link, useRouter } from '@tanstack/react-router'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Icon, PageTitle, Skeleton, useWords, type KeyHint } from '#web/ui/index.ts'
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
          <Back />
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

/** To the list as it was left, where that is the step before; whoever came by the address gets it anew. */
function Back() {
  const t = useWords(boardWords)
  const { history } = useRouter()
  return (
    <Link
      to="/staff/board"
      replace
      className="button button--text board-back"
      activeOptions={{ exact: true }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || !history.canGoBack()) return
        event.preventDefault()
        history.back()
      }}
    >
      <Icon name="back" />
      {t.toNeeds}
    </Link>
  )
}
