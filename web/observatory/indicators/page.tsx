import '#web/observatory/centre/centre.css'
import './indicators.css'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#web/api/query.tsx'
import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Icon, PageTitle, Skeleton, useLanguage, useWords } from '#web/ui/index.ts'
import { Complete } from './complete.tsx'
import { Definition } from './definition.tsx'
import { placeName } from './figures.ts'
import { Groups } from './groups.tsx'
import { Headline } from './headline.tsx'
import { Line } from './line.tsx'
import { PlacesBelow } from './places-below.tsx'
import { Proof } from './proof.tsx'
import { Which, type Chosen } from './which.tsx'

/** One indicator: a figure, its line, the places below, who reported, and what it means. */
export function IndicatorPage() {
  const t = useWords(indicatorWords)
  const { language } = useLanguage()
  const { indicator } = useParams({ from: '/staff/indicators/$indicator' })
  const [chosen, setChosen] = useState<Chosen>({ calendar: language === 'fa' ? 'P' : 'G', every: undefined, daysAgo: undefined })
  const [place, setPlace] = useState<string>()
  const [by, setBy] = useState<string>()
  const asOf = useMoment(chosen.daysAgo)
  const query = { indicator, place, by, asOf, calendar: chosen.calendar, every: chosen.every }
  const { data, problem, catchingUp, reload } = useRead('observatory.figures', { query })
  if (data === undefined)
    return (
      <StaffPage>
        <PageTitle tab={t.tab}>{t.tab}</PageTitle>
        <ProblemNotice problem={problem} retry={reload} />
        {problem === undefined && <Skeleton lines={8} />}
      </StaffPage>
    )
  const definition = data.versions[0]?.definition
  const change = (to: Partial<Chosen>) => setChosen({ ...chosen, ...to })
  return (
    <StaffPage
      layout="observatory"
      end={
        <>
          <Which figures={data} chosen={chosen} shortest={definition?.frequency} onChange={change} />
          <Complete figures={data} />
          <Definition figures={data} />
          <Proof figures={data} asOf={asOf} />
        </>
      }
    >
      <p className="indicator-crumbs">
        <Link to="/staff/indicators">{t.tab}</Link>
        <Icon name="go" size={16} />
        {[...data.within].reverse().map(({ code, ...one }) =>
          code === data.place.code ? (
            <span key={code}>{placeName({ code, ...one }, language)}</span>
          ) : (
            <Crumb key={code} name={placeName({ code, ...one }, language)} onClick={() => setPlace(code)} />
          ),
        )}
      </p>
      <PageTitle tab={definition?.name[language] ?? t.tab}>{definition?.name[language]}</PageTitle>
      <ProblemNotice problem={problem} retry={reload} />
      <div className="indicator flow" aria-busy={catchingUp || undefined}>
        <Headline figures={data} />
        <Line figures={data} />
        <PlacesBelow figures={data} onOpen={setPlace} />
        <Groups figures={data} by={by} onBy={setBy} />
      </div>
    </StaffPage>
  )
}

const DAY_MS = 86_400_000

/** A moment so many days ago, the same one for as long as the page is open. */
const useMoment = (daysAgo: number | undefined): string | undefined => {
  const [opened] = useState(() => Date.now())
  return daysAgo === undefined ? undefined : new Date(opened - daysAgo * DAY_MS).toISOString()
}

function Crumb({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useWords(indicatorWords)
  return (
    <>
      <button type="button" className="indicator-crumb" onClick={onClick}>
        <span className="visually-hidden">{t.up({ place: name })}</span>
        <span aria-hidden="true">{name}</span>
      </button>
      <Icon name="go" size={16} />
    </>
  )
}
