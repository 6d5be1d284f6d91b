import { useState } from 'react'
import { useRead } from '#web/api/index.ts'
import { PlacePicker, ProblemNotice, PublicPage, type PickedPlace } from '#web/parts/index.ts'
import { Code, PageTitle, Skeleton, useLanguage, useWords } from '#web/ui/index.ts'
import { words as networkWords } from '#domains/network/words.ts'
import './home.css'
import { words } from './words.ts'

/** "I want to help": the way in is a group nearby, and here it is. */
export function Join() {
  const t = useWords(words)
  const n = useWords(networkWords)
  const { language } = useLanguage()
  const [place, setPlace] = useState<PickedPlace>()
  const { data, problem, loading } = useRead('network.near-units', place === undefined ? undefined : { query: { place: place.code } })
  return (
    <PublicPage>
      <PageTitle tab={t.help}>{t.joinTitle}</PageTitle>
      <p>{t.joinText}</p>
      <PlacePicker name="place" label={t.joinPlace} value={place} onChange={setPlace} />
      <ProblemNotice problem={problem} />
      {place !== undefined && loading && <Skeleton />}
      {data !== undefined && place !== undefined && (
        <section>
          <h2>{t.joinNear}</h2>
          {data.units.length === 0 && <p className="quiet">{t.joinNone}</p>}
          <ul className="public-list">
            {data.units.map((unit) => (
              <li key={unit.id}>
                <p className="public-list-line">
                  <b>{language === 'fa' ? unit.nameFa : unit.nameEn}</b>
                  {unit.phone !== null && (
                    <a href={`tel:${unit.phone}`}>
                      <Code>{unit.phone}</Code>
                    </a>
                  )}
                </p>
                <p className="quiet">
                  {n[unit.kind]}
                  {unit.membership !== null && ` · ${n[unit.membership]}`}
                  {unit.hours !== null && (
                    <>
                      {' · '}
                      <Code>{unit.hours}</Code>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PublicPage>
  )
}
