import type { Result } from '#web/public/results/said.ts'
import { go, usePath, useQuery } from '#web/ui/index.ts'

/** What is looked at. It stands in the address, so that a link shows the same to somebody else. */
export interface Chosen {
  readonly place: string | undefined
  readonly vintage: number | undefined
  readonly period: string | undefined
  readonly group: string | undefined
  /** `P quarter`: which of the periods make the line. */
  readonly stripe: string | undefined
}

const numberIn = (text: string | null): number | undefined => (text !== null && /^\d{1,5}$/.test(text) && text !== '0' ? Number(text) : undefined)

export const useChosen = (): readonly [Chosen, (change: Partial<Chosen>) => void] => {
  const query = useQuery()
  const path = usePath()
  const text = (name: string) => query.get(name) ?? undefined
  const chosen: Chosen = { place: text('place'), vintage: numberIn(query.get('vintage')), period: text('period'), group: text('group'), stripe: text('periods') }
  const choose = (change: Partial<Chosen>) => {
    const { stripe, ...next } = { ...chosen, ...change }
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...next, periods: stripe })) if (value !== undefined) search.set(name, String(value))
    go(`${path}${search.toString() === '' ? '' : `?${search.toString()}`}`, { replace: true, stay: true })
  }
  return [chosen, choose]
}

/** What the parts of the page are given. */
export interface ShownProps {
  readonly result: Result
  readonly chosen: Chosen
  readonly choose: (change: Partial<Chosen>) => void
}
