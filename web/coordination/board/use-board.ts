import { useMemo, useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { useOpenLine } from '#web/parts/staff.ts'

export type Board = Answer<'matching.board'>
export type Need = Board['needs'][number]
export type Proposal = NonNullable<Need['proposal']>
export type Suggestion = NonNullable<Need['suggestion']>
export type Sort = 'all' | 'proposed' | 'nobody' | 'offered'

/** Which of the board's sorts a need belongs to; one that was never computed belongs to none. */
export function sortOf({ referralState, proposal }: Need): Sort | undefined {
  if (referralState === 'offered') return 'offered'
  if (proposal === null) return undefined
  return proposal.volunteer === null ? 'nobody' : 'proposed'
}

/** The board, longest wait first, with the need that is looked at. */
export function useBoard() {
  const { data, problem, reload } = useRead('matching.board', {})
  const [sort, setSort] = useState<Sort>('all')
  const needs = useMemo(
    () => [...(data?.needs ?? [])].sort((one, other) => (one.since < other.since ? -1 : 1)),
    [data],
  )
  const shown = sort === 'all' ? needs : needs.filter((need) => sortOf(need) === sort)
  const { chosen, ...line } = useOpenLine('/staff/board', shown.map(({ referral }) => referral))
  return { board: data, problem, reload, needs, shown, sort, setSort, chosen: shown.find(({ referral }) => referral === chosen), ...line }
}
