import { useState } from 'react'
import { useRead } from '#web/api/index.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { longPeriod, nameIn, valueOf, writeValue, type Result } from '#web/public/results/said.ts'
import { Said, useSaid } from '#web/public/results/said-cell.tsx'
import { resultsWords } from '#web/public/results/words.ts'
import { AreaLegend, AreaMap } from '#web/ui/area-map.tsx'
import { Share, Skeleton, Table, useFormatter, useLanguage, useWords, type Sorting } from '#web/ui/index.ts'
import type { ShownProps } from './chosen.ts'
import { resultWords } from './words.ts'

type Place = Result['places'][number]

/** The whole length of a bar: a hundred of a share, the largest of counts. */
const mostOf = ({ places, unit }: Result): number => (unit.id === 'PERCENT' ? 100 : Math.max(0, ...places.map(({ cell }) => valueOf(cell) ?? 0)))

/** One step down: a map, and the same as a table in which a row opens the place. */
export function Places({ result, choose }: Pick<ShownProps, 'result' | 'choose'>) {
  const t = useWords(resultWords)
  const [selected, setSelected] = useState<string>()
  if (result.places.length === 0) return <p className="quiet results-section">{t.placesNone}</p>
  return (
    <>
      <OnMap result={result} selected={selected} onSelect={setSelected} choose={choose} />
      <AsTable result={result} selected={selected} choose={choose} />
    </>
  )
}

interface OnMapProps extends Pick<ShownProps, 'result' | 'choose'> {
  readonly selected: string | undefined
  readonly onSelect: (code: string) => void
}

function OnMap({ result, selected, onSelect, choose }: OnMapProps) {
  const t = useWords(resultWords)
  const r = useWords(resultsWords)
  const f = useFormatter()
  const said = useSaid()
  const { language } = useLanguage()
  const { data, problem, reload } = useRead('observatory.map', { query: { within: result.place.code } })
  const { places } = result
  const isShare = result.unit.id === 'PERCENT'
  const look = isShare ? 'shades' : 'circles'
  const most = mostOf(result)
  const on = places.find(({ code }) => code === selected)
  const write = (value: number) => f.number(value, { decimals: result.decimals })
  if (data?.areas.length === 0) return null
  return (
    <section aria-labelledby="map" className="flow results-section">
      <h2 id="map">{t.map}</h2>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={8} />}
      {data && (
        <>
          <AreaMap
            says={t.mapSays({ name: nameIn(result, language), period: longPeriod(result.period, language), place: nameIn(result.place, language) })}
            width={data.width}
            height={data.height}
            shapes={data.areas}
            look={look}
            most={most}
            selected={selected}
            onSelect={onSelect}
            values={places.map(({ code, cell, ...names }) => ({
              code,
              value: cell.state === 'hidden' ? 'hidden' : (valueOf(cell) ?? null),
              says: t.placeSays({ place: nameIn(names, language), said: said(cell, result) }),
            }))}
          />
          <p role="status" className="results-name">
            {on && (
              <>
                <b>{nameIn(on, language)}:</b> <Said cell={on.cell} of={result} />
                {on.hasPlaces && (
                  <button type="button" className="result-crumb" onClick={() => choose({ place: on.code })}>
                    {t.open({ place: nameIn(on, language) })}
                  </button>
                )}
              </>
            )}
          </p>
          <AreaLegend look={look} most={most} write={(from, to) => t.classIs({ from: write(from), to: write(to) })} hidden={r.notPublished}>
            {!isShare && <li>{t.circles({ most: writeValue(f, most, result) })}</li>}
          </AreaLegend>
          <p className="quiet small">{t.mapNote}</p>
        </>
      )}
    </section>
  )
}

/** Hidden ones last, whichever way it is sorted: their place among the numbers would say something. */
const sorted = (places: readonly Place[], { column, direction }: Sorting, name: (place: Place) => string, language: string): Place[] => {
  const way = direction === 'ascending' ? 1 : -1
  const byName = (one: Place, other: Place) => name(one).localeCompare(name(other), language)
  if (column === 'place') return [...places].sort((one, other) => way * byName(one, other))
  const shown = places.filter(({ cell }) => cell.state === 'value').sort((one, other) => way * ((valueOf(one.cell) ?? 0) - (valueOf(other.cell) ?? 0)) || byName(one, other))
  return [...shown, ...places.filter(({ cell }) => cell.state !== 'value').sort(byName)]
}

function AsTable({ result, selected, choose }: Pick<OnMapProps, 'result' | 'selected' | 'choose'>) {
  const t = useWords(resultWords)
  const r = useWords(resultsWords)
  const { language } = useLanguage()
  const [sorting, setSorting] = useState<Sorting>({ column: 'figure', direction: 'descending' })
  const { places } = result
  const most = mostOf(result)
  const name = (place: Place) => nameIn(place, language)
  return (
    <section className="flow results-section">
      <Table<Place>
        caption={t.places({ period: longPeriod(result.period, language), place: nameIn(result.place, language) })}
        rows={sorted(places, sorting, name, language)}
        keyOf={({ code }) => code}
        selected={selected}
        sorting={sorting}
        onSort={setSorting}
        columns={[
          {
            id: 'place',
            header: t.place,
            names: true,
            sortable: true,
            cell: (place) =>
              place.hasPlaces ? (
                <button type="button" className="result-crumb" onClick={() => choose({ place: place.code })}>
                  {name(place)}
                </button>
              ) : (
                name(place)
              ),
          },
          { id: 'figure', header: t.figure, figures: true, sortable: true, cell: ({ cell }) => <Said cell={cell} of={result} /> },
          { id: 'bar', header: <span className="visually-hidden">{t.figure}</span>, wideOnly: true, cell: ({ cell }) => (cell.state === 'value' ? <span className="result-bar"><Share value={most === 0 ? 0 : cell.value / most} /></span> : null) },
        ]}
      />
      {places.some(({ cell }) => cell.state === 'hidden') && <p className="quiet small">{r.notPublishedMeans}</p>}
    </section>
  )
}
