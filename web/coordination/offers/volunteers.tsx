import { words as networkWords } from '#domains/network/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { FreeTasks } from '#web/coordination/free-tasks.tsx'
import { offerWords } from './words.ts'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Skeleton, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'

const MOST_NAMED = 4
const SEPARATOR = { fa: '، ', en: ', ' } as const

type Volunteer = Answer<'network.volunteers'>['volunteers'][number]

/** The group's own volunteers, those without a task first, as the server lists them. */
export function Volunteers() {
  const t = useWords(offerWords)
  const { language } = useLanguage()
  const { data, problem } = useRead('network.volunteers', {})
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
            <Line volunteer={volunteer} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ volunteer }: { volunteer: Volunteer }) {
  const t = useWords(offerWords)
  const of = useWords(networkWords)
  const f = useFormatter()
  const kindName = useKindName()
  const { givenName, familyName, kinds, load, capacity, vetting, pausedUntil } = volunteer
  const named = (all: readonly string[]) =>
    all.length <= MOST_NAMED + 1
      ? f.list(all)
      : t.andMoreKinds({ kinds: all.slice(0, MOST_NAMED).join(SEPARATOR[f.language]), count: all.length - MOST_NAMED })
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
    </>
  )
}
