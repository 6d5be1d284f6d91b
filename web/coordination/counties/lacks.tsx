import { useState } from 'react'
import { countiesWords } from '#web/coordination/counties-words.ts'
import { MapLegend, PointMap } from '#web/ui/point-map.tsx'
import { Badge, Empty, Select, Table, useFormatter, useWords } from '#web/ui/index.ts'
import { lacksOf, TASKS, useNames, type Counties, type Lacking } from './use-counties.ts'

/** The most that is told of at once over the map. */
const LABELLED = 5

/** Where one more volunteer would do most, on a map and in a table: the same, in the same order. */
export function Lacks({ counties }: { counties: Counties }) {
  const t = useWords(countiesWords)
  const f = useFormatter()
  const names = useNames(counties)
  const [code, setCode] = useState('')
  const [chosen, setChosen] = useState<string>()
  const all = lacksOf(counties)
  const shown = code === '' ? all : all.filter(({ lack }) => `${lack.what} ${lack.code}` === code)
  // A county's symbol is its greatest lack: the others of it stand in the table.
  const greatest = shown.filter(({ county }, at) => shown.findIndex((other) => other.county.code === county.code) === at)
  const told = shown.find(({ key }) => key === chosen) ?? shown[0]
  const options = [...new Map(all.map(({ lack }) => [`${lack.what} ${lack.code}`, names.lack(lack)]))]
  const choose = (county: string) => setChosen(greatest.find((one) => one.county.code === county)?.key)
  return (
    <div className="flow">
      {options.length > 1 && (
        <Select name="skill" label={t.filter} empty={t.all} value={code} onChange={setCode} options={options.map(([value, label]) => ({ value, label }))} optional />
      )}
      {told && <Told one={told} names={names} />}
      <PointMap
        says={greatest[0] === undefined ? t.mapNone : t.mapSays({ count: greatest.length, county: names.county(greatest[0].county) })}
        selected={told?.county.code}
        onSelect={choose}
        points={counties.counties.map((county) => {
          const at = greatest.findIndex((one) => one.county.code === county.code)
          const lack = greatest[at]?.lack
          return {
            key: county.code,
            lat: county.lat,
            lon: county.lon,
            ...(lack === undefined
              ? {}
              : {
                  value: lack.price,
                  shape: lack.how === 'train' ? ('diamond' as const) : ('circle' as const),
                  says: `${f.number(at + 1)}. ${names.county(county)}: ${names.lack(lack)}`,
                  ...(at < LABELLED ? { label: f.number(at + 1) } : {}),
                }),
          }
        })}
      />
      <MapLegend
        rows={[
          { shape: 'circle', words: t.recruitLegend },
          { shape: 'diamond', words: t.trainLegend },
          { shape: 'dot', words: t.dotLegend },
        ]}
      />
      <p className="quiet small">{t.sizeLegend}</p>
      <Table
        caption={t.ranked}
        rows={shown}
        keyOf={({ key }) => key}
        onOpen={({ key }) => setChosen(key)}
        {...(told === undefined ? {} : { selected: told.key })}
        height="480px"
        empty={<Empty title={t.rankedNone}>{t.titleFine}</Empty>}
        columns={[
          { id: 'rank', header: t.rank, cell: (one) => f.number(shown.indexOf(one) + 1), figures: true, width: '48px', wideOnly: true },
          { id: 'county', header: t.county, cell: ({ county }) => names.inProvince(county), names: true },
          { id: 'lack', header: t.lack, cell: ({ lack }) => names.lack(lack) },
          { id: 'needs', header: t.needs, cell: ({ lack }) => f.number(lack.needs), figures: true, wideOnly: true },
          { id: 'without', header: t.unmatched, cell: ({ lack }) => (lack.unmatched === null ? t.tooFew : f.number(lack.unmatched)), figures: true, wideOnly: true },
          { id: 'price', header: t.price, cell: ({ lack }) => f.number(lack.price), figures: true, wideOnly: true },
          { id: 'what', header: t.what, cell: ({ lack }) => (lack.how === 'train' ? t.train : t.recruit), wideOnly: true },
        ]}
      />
      <p className="quiet small">{t.priceText}</p>
    </div>
  )
}

/** One lack in plain sentences: how great, and what helps. */
function Told({ one: { county, lack }, names }: { one: Lacking; names: ReturnType<typeof useNames> }) {
  const t = useWords(countiesWords)
  const said = { county: names.county(county), what: names.lack(lack), needs: lack.needs }
  const sentence = () => {
    if (lack.unmatched === null) return t.sayFew(said)
    if (lack.unmatched === 0) return t.sayFar({ ...said, km: Math.round(lack.price / 10) })
    return t.sayShort({ ...said, unmatched: lack.unmatched, helps: Math.min(TASKS, lack.unmatched) })
  }
  return (
    <div role="status">
      <p>
        <b>{sentence()}</b>
      </p>
      <p>
        <Badge tone={lack.how === 'train' ? 'today' : 'good'}>{lack.how === 'train' ? t.train : t.recruit}</Badge>{' '}
        {lack.how === 'train' ? t.sayTrain : t.sayRecruit}
      </p>
    </div>
  )
}
