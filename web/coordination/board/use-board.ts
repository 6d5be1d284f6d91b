import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'

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

/**
 * The board, longest wait first, with the need that is looked at. Where that is a page of its own, its address says which;
 * beside the list it is the first as long as nobody chooses.
 */
export function useBoard(isStacked: boolean) {
  const { data, problem, reload } = useRead('matching.board', {})
  const { need: addressed } = useSearch({ from: '/staff/board' })
  const navigate = useNavigate({ from: '/staff/board' })
  const [sort, setSort] = useState<Sort>('all')
  const [wanted, setWanted] = useState(addressed)
  const needs = useMemo(
    () => [...(data?.needs ?? [])].sort((one, other) => (one.since < other.since ? -1 : 1)),
    [data],
  )
  const shown = sort === 'all' ? needs : needs.filter((need) => sortOf(need) === sort)
  const opened = isStacked ? addressed : undefined
  const chosen = shown.find(({ referral }) => referral === (opened ?? wanted)) ?? (isStacked ? undefined : shown[0])
  const choose = (referral: string) => {
    setWanted(referral)
    // One step back leads to the list, however many needs were looked at.
    if (addressed !== undefined) void navigate({ search: isStacked ? { need: referral } : {}, replace: true })
  }
  const step = (by: 1 | -1): string | undefined => {
    const at = shown.findIndex(({ referral }) => referral === chosen?.referral)
    const next = shown[at + by]?.referral
    if (next !== undefined) choose(next)
    return next
  }
  return { board: data, problem, reload, needs, shown, sort, setSort, chosen, opened, choose, step }
}
