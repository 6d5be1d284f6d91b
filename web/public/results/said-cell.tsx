import { Badge, useFormatter, useWords } from '#web/ui/index.ts'
import { writeValue, type Cell, type Result } from './said.ts'
import { resultsWords } from './words.ts'

/** A released cell: its number, or in words why there is none. Never a zero that is not one. */
export function Said({ cell, of }: { cell: Cell; of: Pick<Result, 'unit' | 'decimals'> }) {
  const t = useWords(resultsWords)
  const f = useFormatter()
  if (cell.state === 'hidden')
    return (
      <Badge tone="withheld" icon="lock">
        {t.notPublished}
      </Badge>
    )
  if (cell.state === 'missing') return <span className="quiet">{t.notGathered}</span>
  if (cell.state === 'none') return <span className="quiet">{t.nothingThere}</span>
  return <>{writeValue(f, cell.value, of)}</>
}

/** The same for whoever hears it. */
export const useSaid = (): ((cell: Cell, of: Pick<Result, 'unit' | 'decimals'>) => string) => {
  const t = useWords(resultsWords)
  const f = useFormatter()
  return (cell, of) => {
    if (cell.state === 'value') return writeValue(f, cell.value, of)
    return { hidden: t.notPublished, missing: t.notGathered, none: t.nothingThere }[cell.state]
  }
}
