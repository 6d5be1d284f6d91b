import './today.css'
import { useRead } from '#web/api/index.ts'
import { ProblemNotice, PhonePage, useAbout } from '#web/parts/index.ts'
import { Go, LinkButton, Empty, More, Notice, PageTitle, Skeleton, useFormatter, useWords } from '#web/ui/index.ts'
import { SignOut } from './sign-out.tsx'
import { useVisits } from './use-visits.ts'
import { OfferCard, VisitCard } from './visit-cards.tsx'
import { words } from './words.ts'

/** The whole of the volunteer's home: one card a visit, the nearest first; nothing else to learn. */
export function Today() {
  const t = useWords(words)
  const f = useFormatter()
  const { visits, givenName, problem, loading, reload, known, waiting, refused, asOf } = useVisits()
  if (problem?.code === 'sign-in.required')
    return (
      <PhonePage>
        <PageTitle tab={t.tab}>{t.signedOut}</PageTitle>
        <LinkButton to="/v/sign-in" look="primary" big>
          {t.signIn}
        </LinkButton>
      </PhonePage>
    )
  const arranged = visits.filter(({ state }) => state === 'approved' || state === 'under-way')
  const offers = visits.filter(({ state }) => state === 'offered')
  const others = visits.filter(({ state }) => state === 'accepted' || state === 'done')
  const today = f.date(new Date(), { style: 'numeric' })
  const isToday = arranged.filter(({ from }) => f.date(from, { style: 'numeric' }) === today)
  const counts = {
    today: isToday.length,
    ahead: arranged.length,
    offers: offers.length,
    reported: others.filter(({ state, from }) => state === 'done' && f.date(from, { style: 'numeric' }) === today).length,
  }
  return (
    <PhonePage waiting={waiting}>
      <div>
        <PageTitle tab={t.tab}>{known ? headline(t, givenName, counts) : t.tab}</PageTitle>
        <p className="quiet">{f.date(new Date(), { style: 'full' })}</p>
      </div>
      {asOf !== undefined && !loading && <p className="quiet small">{t.asOf({ when: f.dateTime(asOf) })}</p>}
      <Ungrouped />
      {refused.size > 0 && <Notice>{t.refused({ count: refused.size })}</Notice>}
      {problem !== undefined && asOf === undefined && visits.length === 0 && <ProblemNotice problem={problem} retry={reload} />}
      {loading && visits.length === 0 && <Skeleton />}
      {!loading && (problem === undefined || asOf !== undefined) && visits.length === 0 && <Empty title={t.emptyTitle}>{t.emptyText}</Empty>}
      {arranged.map((visit, at) => (
        <VisitCard key={visit.id} visit={visit} first={at === 0} onChange={reload} />
      ))}
      {offers.map((visit) => (
        <OfferCard key={visit.id} visit={visit} onChange={reload} />
      ))}
      {others.map((visit) => (
        <VisitCard key={visit.id} visit={visit} first={false} onChange={reload} />
      ))}
      <Talk />
      <div className="today-account">
        <Go to="/v/rest">{t.rest}</Go>
        <Go to="/v/address">{t.address}</Go>
        <Go to="/v/sessions">{t.sessions}</Go>
        <SignOut />
      </div>
    </PhonePage>
  )
}

/** Once in a volunteer's life, if at all: a line that asks nothing and leads to the groups nearby. */
function Ungrouped() {
  const t = useWords(words)
  const { data } = useRead('network.my-group', {})
  if (data === undefined || data.choices === null) return null
  return (
    <Notice tone="today">
      <p>{t.groupClosed}</p>
      <p>
        <Go to="/v/group">{t.groupChoose}</Go>
      </p>
    </Notice>
  )
}

interface Counts {
  readonly today: number
  readonly ahead: number
  readonly offers: number
  readonly reported: number
}

const headline = (t: Speaker, name: string, { today, ahead, offers, reported }: Counts): string => {
  if (today > 0) return t.today({ name, count: today })
  if (offers > 0) return t.offers({ name, count: offers })
  if (reported > 0) return t.reportedToday({ name })
  if (ahead > 0) return t.coming({ name, count: ahead })
  return t.nothing({ name })
}
type Speaker = ReturnType<typeof useWords<typeof words>>

/** The way to staff stands here and not in the report: the person may be standing beside the volunteer then. */
function Talk() {
  const t = useWords(words)
  const about = useAbout()
  return (
    <More label={t.talk} icon="phone">
      <p>{t.talkText}</p>
      {about?.dangerNumber && (
        <p>
          <a className="today-tel" href={`tel:${about.dangerNumber}`}>
            <bdi dir="ltr">{about.dangerNumber}</bdi>
          </a>
        </p>
      )}
    </More>
  )
}
