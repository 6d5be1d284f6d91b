import { longPeriod, nameIn, valueOf, type Result } from '#web/public/results/said.ts'
import { Said } from '#web/public/results/said-cell.tsx'
import { resultsWords } from '#web/public/results/words.ts'
import { Share, Table, useLanguage, useWords } from '#web/ui/index.ts'
import type { ShownProps } from './chosen.ts'
import { resultWords } from './words.ts'

type Code = Result['groups'][number]['codes'][number]

/** Told apart by each dimension that the release has. A group can be looked at alone, through time and over places. */
export function Groups({ result, chosen, choose }: ShownProps) {
  const t = useWords(resultWords)
  const r = useWords(resultsWords)
  const { language } = useLanguage()
  return (
    <>
      {result.groups.map(({ dimension, codes, ...names }) => {
        const most = result.unit.id === 'PERCENT' ? 100 : Math.max(0, ...codes.map(({ cell }) => valueOf(cell) ?? 0))
        return (
          <section key={dimension} className="flow results-section">
            <Table<Code>
              caption={t.groups({ period: longPeriod(result.period, language), dimension: nameIn(names, language) })}
              rows={codes}
              keyOf={({ code }) => code}
              selected={result.group?.code.startsWith(`${dimension}.`) ? result.group.code.slice(dimension.length + 1) : undefined}
              columns={[
                {
                  id: 'group',
                  header: t.group,
                  names: true,
                  cell: (one) => (
                    <button type="button" className="result-crumb" aria-pressed={chosen.group === `${dimension}.${one.code}`} onClick={() => choose({ group: chosen.group === `${dimension}.${one.code}` ? undefined : `${dimension}.${one.code}` })}>
                      {nameIn(one, language)}
                    </button>
                  ),
                },
                { id: 'figure', header: t.figure, figures: true, cell: ({ cell }) => <Said cell={cell} of={result} /> },
                { id: 'bar', header: <span className="visually-hidden">{t.figure}</span>, wideOnly: true, cell: ({ cell }) => (cell.state === 'value' ? <span className="result-bar"><Share value={most === 0 ? 0 : cell.value / most} /></span> : null) },
              ]}
            />
            {codes.some(({ cell }) => cell.state === 'hidden') && result.places.every(({ cell }) => cell.state !== 'hidden') && <p className="quiet small">{r.notPublishedMeans}</p>}
          </section>
        )
      })}
    </>
  )
}
