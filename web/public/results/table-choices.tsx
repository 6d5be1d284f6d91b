import { periodOfCode, type PeriodCode } from '#engines/calendar/index.ts'
import type { Answer, Args } from '#web/api/index.ts'
import { Select, go, useLanguage, usePath, useQuery, useWords } from '#web/ui/index.ts'
import { longPeriod, nameIn } from './said.ts'
import { tableWords } from './tables-words.ts'

export type Cubes = Answer<'observatory.noised-cubes'>
export type Cube = Cubes['cubes'][number]
export type TableChosen = Args<'observatory.noised-table'>['query']

const PLACE = 'PLACE'
const PERIOD = 'PERIOD'
const EVERY = ['P-month', 'P-quarter', 'P-half', 'P-year', 'G-month', 'G-quarter', 'G-half', 'G-year'] as const
const NAMES = ['cube', 'rows', 'columns', 'place', 'level', 'period', 'every'] as const

/** What is chosen stands in the address; a cube's first dimension is shown until somebody says more. */
export const useTableChosen = (first: Cube | undefined): readonly [TableChosen | undefined, (change: Partial<TableChosen>) => void] => {
  const query = useQuery()
  const path = usePath()
  if (first === undefined) return [undefined, () => undefined]
  const given = Object.fromEntries(NAMES.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : []))) as Partial<TableChosen>
  const chosen: TableChosen = { cube: first.cube, rows: first.dimensions[0]?.dimension ?? PLACE, ...given }
  const choose = (change: Partial<TableChosen>) => {
    const next = { ...chosen, ...change }
    const search = new URLSearchParams()
    for (const name of NAMES) if (next[name] !== undefined) search.set(name, String(next[name]))
    go(`${path}?${search.toString()}`, { replace: true, stay: true })
  }
  return [chosen, choose]
}

interface TableChoicesProps {
  readonly all: Cubes
  readonly cube: Cube
  readonly chosen: TableChosen
  readonly choose: (change: Partial<TableChosen>) => void
}

const orNone = (text: string): string | undefined => (text === '' ? undefined : text)

/** Only what the cube has can be chosen, and nothing that would make no table. */
export function TableChoices({ all, cube, chosen, choose }: TableChoicesProps) {
  const t = useWords(tableWords)
  const { language } = useLanguage()
  const sides = [...cube.dimensions.map(({ dimension, ...names }) => ({ value: dimension, label: nameIn(names, language) })), { value: PLACE, label: t.place }, { value: PERIOD, label: t.period }]
  const has = (side: string) => chosen.rows === side || chosen.columns === side
  const places = all.provinces.map((place) => ({ value: place.code, label: nameIn(place, language) }))
  const takeCube = (to: string) => to !== '' && choose({ cube: to, rows: all.cubes.find((one) => one.cube === to)?.dimensions[0]?.dimension ?? PLACE, columns: undefined })
  const takeRows = (rows: string) => rows !== '' && choose({ rows, columns: chosen.columns === rows ? undefined : chosen.columns })
  // In a province, only its counties are left to tell apart.
  const takePlace = (place: string | undefined) => choose({ place, level: place === undefined ? chosen.level : 'county' })
  return (
    <div className="table-choices">
      <Select
        name="cube"
        label={t.what}
        value={cube.cube}
        onChange={takeCube}
        options={all.cubes.filter(({ edition }) => edition !== null).map((one) => ({ value: one.cube, label: nameIn(one, language) }))}
      />
      <Select name="rows" label={t.rows} value={chosen.rows} onChange={takeRows} options={sides} />
      <Select
        name="columns"
        label={t.columns}
        optional
        empty={t.noColumns}
        value={chosen.columns ?? ''}
        onChange={(columns) => choose({ columns: orNone(columns) })}
        options={sides.filter(({ value }) => value !== chosen.rows)}
      />
      <Select name="place" label={t.place} optional empty={t.wholeNation({ place: nameIn(all.nation, language) })} value={chosen.place ?? ''} onChange={(place) => takePlace(orNone(place))} options={places} />
      {has(PLACE) && chosen.place === undefined && (
        <Select
          name="level"
          label={t.level}
          value={chosen.level ?? 'province'}
          onChange={(level) => choose({ level: level === 'county' ? 'county' : 'province' })}
          options={[
            { value: 'province', label: t.province },
            { value: 'county', label: t.county },
          ]}
        />
      )}
      {has(PERIOD) ? (
        <Select name="every" label={t.every} value={chosen.every ?? 'P-month'} onChange={(every) => choose({ every: EVERY.find((one) => one === every) })} options={everyIn(cube).map((value) => ({ value, label: t[`every-${value}`] }))} />
      ) : (
        <Select
          name="period"
          label={t.period}
          optional
          empty={t.lastQuarter}
          value={chosen.period ?? ''}
          onChange={(period) => choose({ period: orNone(period) })}
          options={cube.periods.map((value) => ({ value, label: longPeriod(value, language) }))}
        />
      )}
    </div>
  )
}

const everyIn = ({ periods }: Cube) => {
  const there = new Set(periods.map((code) => {
    const { calendar, kind } = periodOfCode(code as PeriodCode)
    return `${calendar}-${kind}`
  }))
  return EVERY.filter((one) => there.has(one))
}
