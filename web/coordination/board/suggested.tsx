import { words as matchingWords } from '#domains/matching/words.ts'
import { useWrite } from '#web/api/query.tsx'
import { boardWords } from './words.ts'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { Button, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { headStart, TERMS, useCostSource } from './cost-table.tsx'
import type { Need, Suggestion } from './use-board.ts'

/** The group would send somebody else of its own: both choices side by side, as twins. */
export function Suggested({ need, suggestion }: { need: Need; suggestion: Suggestion }) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const confirm = useWrite('matching.confirm-suggestion', ['matching.'])
  const keep = useWrite('matching.keep-original', ['matching.'])
  const unit = (language === 'fa' ? need.unitFa : need.unitEn) ?? ''
  const { name, instead } = suggestion
  const sent = { params: { suggestion: suggestion.id }, body: { revision: suggestion.revision } }
  const take = async () => {
    if ((await confirm.write(sent)) !== undefined) toast(t.suggestedTaken({ name }))
  }
  const stay = async () => {
    if ((await keep.write(sent)) !== undefined) toast(t.firstKept({ name: instead.name }))
  }
  return (
    <>
      <p className="board-volunteer">
        <PersonName>{name}</PersonName>
      </p>
      <p>{t.suggestedTitle({ unit, name: instead.name })}</p>
      {need.answerBy && <p className="quiet">{t.suggestedText({ when: f.dateTime(need.answerBy) })}</p>}
      <Compared suggestion={suggestion} />
      <div className="board-act">
        <div className="board-twins">
          <Button busy={confirm.busy} onClick={() => void take()}>
            {t.takeSuggested({ name })}
          </Button>
          <Button busy={keep.busy} onClick={() => void stay()}>
            {t.keepFirst({ name: instead.name })}
          </Button>
        </div>
        <ProblemNotice problem={confirm.problem ?? keep.problem} />
      </div>
    </>
  )
}

function Compared({ suggestion: { name, cost, instead } }: { suggestion: Suggestion }) {
  const t = useWords(boardWords)
  const of = useWords(matchingWords)
  const f = useFormatter()
  const source = useCostSource()
  const shown = TERMS.filter((term) => term !== 'continuity' || cost[term] !== 0 || instead.cost[term] !== 0)
  const sides = [
    { key: 'first', label: t.first, name: instead.name, cost: instead.cost },
    { key: 'group', label: t.groups, name, cost },
  ]
  return (
    <div>
      <table className="board-cost board-compare">
        <caption>
          <b>{t.compared}</b> <span className="quiet">{t.lessIsBetter}</span>
        </caption>
        <thead>
          <tr>
            <td />
            {sides.map((side) => (
              <th key={side.key} scope="col">
                <span className="quiet small">{side.label}</span>
                <br />
                <PersonName>{side.name}</PersonName>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((term) => (
            <tr key={term}>
              <th scope="row">{of[term]}</th>
              {sides.map((side) => (
                <td key={side.key}>
                  <b>{f.number(side.cost[term])}</b>
                  <span className="quiet small">{source(side.cost, term)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t.sum} <span className="quiet small">{t.unit}</span>
            </th>
            {sides.map((side) => (
              <td key={side.key}>
                <b>{f.number(side.cost.total - headStart(side.cost))}</b>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="quiet">{t.dearerThanFirst({ by: cost.total - instead.cost.total })}</p>
    </div>
  )
}
