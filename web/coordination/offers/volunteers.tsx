import { useState } from 'react'
import { words as networkWords } from '#domains/network/words.ts'
import { useRead } from '#web/api/query.tsx'
import { FreeTasks } from '#web/coordination/free-tasks.tsx'
import { Related, type Volunteer } from './related.tsx'
import { offerWords } from './words.ts'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Skeleton, VisuallyHidden, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'

const MOST_NAMED = 4

/** The group's own volunteers, those without a task first, as the server lists them. */
export function Volunteers() {
  const t = useWords(offerWords)
  const { language } = useLanguage()
  const { data, problem } = useRead('network.volunteers', {})
  const [asked, setAsked] = useState<Volunteer>()
  return (
    <section aria-labelledby="volunteers" className="flow">
      <div>
        <h2 id="volunteers">{t.volunteers}</h2>
        <p className="quiet">
          {data && `${language === 'fa' ? data.unitFa : data.unitEn} · `}
          {t.idleFirst}
        </p>
      </div>
      <ProblemNotice problem={problem} />
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data?.volunteers.length === 0 && <p className="quiet">{t.noVolunteers}</p>}
      <ul className="offer-volunteers">
        {data?.volunteers.map((volunteer) => (
          <li key={volunteer.id}>
            <Line volunteer={volunteer} group={data.volunteers} onRelated={() => setAsked(volunteer)} />
          </li>
        ))}
      </ul>
      {data !== undefined && asked !== undefined && <Related volunteer={asked} group={data.volunteers} onClose={() => setAsked(undefined)} />}
    </section>
  )
}

function Line({ volunteer, group, onRelated }: { volunteer: Volunteer; group: readonly Volunteer[]; onRelated: () => void }) {
  const t = useWords(offerWords)
  const of = useWords(networkWords)
  const f = useFormatter()
  const kindName = useKindName()
  const { givenName, familyName, kinds, load, capacity, vetting, vettedUntil, pausedUntil } = volunteer
  const named = (all: readonly string[]) =>
    all.length <= MOST_NAMED + 1
      ? f.list(all)
      : t.andMoreKinds({ kinds: f.beside(all.slice(0, MOST_NAMED)), count: all.length - MOST_NAMED })
  const related = group.filter(({ id }) => volunteer.related.includes(id)).map((one) => `${one.givenName} ${one.familyName}`)
  const rest = pausedUntil === null ? undefined : t.pausedUntil({ when: f.date(pausedUntil, { style: 'day-month' }) })
  return (
    <>
      <span className="offer-volunteer-head">
        <b>
          <PersonName>{`${givenName} ${familyName}`}</PersonName>
        </b>
        <span className="offer-volunteer-load">
          <FreeTasks carried={load} offered={capacity} />
          {of.load({ load, capacity })}
        </span>
      </span>
      <span className="quiet">{named(kinds.map(kindName))}</span>
      {(rest ?? (vetting === 'none' ? t.unavailable : undefined)) && <span className="quiet">{rest ?? t.unavailable}</span>}
      {vettedUntil !== null && <span className="quiet">{t.vettedUntil({ when: f.date(vettedUntil, { style: 'day-month' }) })}</span>}
      <button type="button" className="offer-volunteer-related" onClick={onRelated}>
        {related.length === 0 ? t.relatedNone : t.relatedTo({ names: f.list(related) })}
        <VisuallyHidden> ({`${givenName} ${familyName}`})</VisuallyHidden>
      </button>
    </>
  )
}
