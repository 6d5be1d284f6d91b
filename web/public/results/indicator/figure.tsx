import { longPeriod, nameIn, valueOf, writeValue, type Result } from '#web/public/results/said.ts'
import { Said } from '#web/public/results/said-cell.tsx'
import { useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { resultWords } from './words.ts'

export interface LineProps {
  readonly result: Result
  readonly periods: Result['periods']
}

/** The last period, beside the one before it. */
export function Figure({ result, periods }: LineProps) {
  const t = useWords(resultWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const [last, before] = [...periods].reverse()
  if (last === undefined) return null
  const value = valueOf(last.cell)
  const old = before === undefined ? undefined : valueOf(before.cell)
  const isShare = result.unit.id === 'PERCENT'
  return (
    <div className="result-figure">
      <p className="result-number">
        {value === undefined ? (
          <Said cell={last.cell} of={result} />
        ) : (
          <>
            <b>{f.number(value, { decimals: result.decimals })}</b> <span>{nameIn(result.unit, language)}</span>
          </>
        )}
      </p>
      <div>
        <p>
          <b>{t.at({ period: longPeriod(last.period, language), place: nameIn(result.place, language) })}</b>
          {result.group && <> · {nameIn(result.group, language)}</>}
        </p>
        {value !== undefined && old !== undefined && before !== undefined && <p className="quiet">{compared(value, old)}</p>}
        <p className="quiet small">{t.upTo({ date: f.date(result.release.asOf, { style: 'full' }) })}</p>
      </div>
    </div>
  )

  function compared(now: number, then: number): string {
    const period = longPeriod(before?.period ?? '', language)
    const difference = Math.abs(now - then)
    if (Number(difference.toFixed(result.decimals)) === 0) return t.same({ period })
    const by = isShare ? t.points({ by: f.number(difference, { decimals: result.decimals }) }) : writeValue(f, difference, result)
    return now > then ? t.more({ by, period }) : t.less({ by, period })
  }
}
