import './offers.css'
import { useRead } from '#web/api/query.tsx'
import { offerWords } from './words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffOverdue, StaffPage, useOverdue } from '#web/parts/staff.ts'
import { Empty, PageTitle, Skeleton, useWords } from '#web/ui/index.ts'
import { Accepted, stageOf } from './accepted.tsx'
import { OfferCard } from './offer-card.tsx'
import { Volunteers } from './volunteers.tsx'

/** A group's coordinator: what waits for an answer, what was accepted, and the group's own volunteers. */
export function Offers() {
  const t = useWords(offerWords)
  const { data, problem, reload } = useRead('referrals.offers', {})
  const visits = useRead('visits.of-unit', {})
  const inMind = useRead('matching.proposed-volunteers', {})
  const open = data?.offers.filter(({ state }) => state === 'offered') ?? []
  const accepted = data?.offers.filter(({ state }) => state === 'accepted') ?? []
  const ahead = accepted.filter(
    ({ id }) => stageOf(visits.data?.visits.find(({ referral }) => referral === id)) !== 'done',
  )
  const { watch, title: overdue } = useOverdue()
  const title = data === undefined ? t.tab : headline(t, open.length, ahead.length)
  const soonest = [...open].sort((one, other) => ((one.answerBy ?? '') < (other.answerBy ?? '') ? -1 : 1))
  return (
    <StaffPage layout="observatory" end={<Volunteers />}>
      <PageTitle tab={t.tab}>{overdue ?? title}</PageTitle>
      {watch && <StaffOverdue watch={watch} />}
      {watch && <h2>{title}</h2>}
      <ProblemNotice problem={problem ?? visits.problem ?? inMind.problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data !== undefined && open.length === 0 && <Empty title={t.emptyTitle}>{t.emptyText}</Empty>}
      <ul className="offers-list">
        {soonest.map((offer) => (
          <li key={offer.id}>
            <OfferCard offer={offer} inMind={inMind.data?.offers.find(({ referral }) => referral === offer.id)} />
          </li>
        ))}
      </ul>
      {data !== undefined && <Accepted offers={accepted} visits={visits.data?.visits ?? []} />}
    </StaffPage>
  )
}

const headline = (t: Speaker, waiting: number, ahead: number): string => {
  if (waiting > 0) return t.title({ count: waiting })
  return ahead > 0 ? t.titleAhead({ count: ahead }) : t.titleNone
}
type Speaker = ReturnType<typeof useWords<typeof offerWords>>
