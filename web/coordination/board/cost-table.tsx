import { words as matchingWords } from '#domains/matching/words.ts'
import { boardWords } from './words.ts'
import { Share, useFormatter, useWords } from '#web/ui/index.ts'
import type { Proposal } from './use-board.ts'

export type Cost = NonNullable<Proposal['cost']>
export type Term = (typeof TERMS)[number]
export const TERMS = ['travel', 'load', 'preferences', 'continuity'] as const

/** A need's own wait and priority: the same for every volunteer, so they stand outside the comparison. */
export const headStart = ({ waiting, priority }: Cost): number => waiting + priority

/** What a term comes from, in words. */
export function useCostSource(): (cost: Cost, term: Term) => string {
  const t = useWords(boardWords)
  return (cost, term) => {
    if (term === 'travel') return t.km({ km: cost.km })
    if (term === 'load') return t.carries(cost)
    if (term === 'continuity') return t.newFace
    return cost.preferences === 0 ? t.metPreference : t.unmetPreference
  }
}

/** Each term that speaks for or against this volunteer, with what it comes from, and their sum. */
export function CostTable({ cost, title }: { cost: Cost; title?: string }) {
  const t = useWords(boardWords)
  const of = useWords(matchingWords)
  const f = useFormatter()
  const shown = TERMS.filter((term) => cost[term] !== 0 || term !== 'continuity')
  const from = useCostSource()
  const most = Math.max(1, ...shown.map((term) => Math.abs(cost[term])))
  return (
    <div>
      <table className="board-cost">
        <caption>
          <b>{title ?? t.cost}</b> <span className="quiet">{t.lessIsBetter}</span>
        </caption>
        <tbody>
          {shown.map((term) => (
            <tr key={term}>
              <th scope="row">
                {of[term]} <span className="quiet">{from(cost, term)}</span>
              </th>
              <td>
                <Share value={Math.max(0, cost[term]) / most} />
              </td>
              <td className="board-cost-figure">{f.number(cost[term])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t.sum} <span className="quiet">{t.unit}</span>
            </th>
            <td />
            <td className="board-cost-figure">{f.number(cost.total - headStart(cost))}</td>
          </tr>
        </tfoot>
      </table>
      {headStart(cost) < 0 && <p className="quiet small">{t.waitCounts({ off: -headStart(cost) })}</p>}
    </div>
  )
}
