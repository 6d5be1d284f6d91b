import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { offerWords } from './words.ts'
import { Filters, useFormatter, useWords } from '#web/ui/index.ts'
import { AcceptedCard } from './accepted-card.tsx'
import type { Offer } from './card-lines.tsx'

export type Visit = Answer<'visits.of-unit'>['visits'][number]
type Stage = 'asking' | 'arranged' | 'done'
const STAGES = ['all', 'asking', 'arranged', 'done'] as const

/** Where an accepted referral stands, by its visit; none yet means that the volunteer is being asked. */
export const stageOf = (visit: Visit | undefined): Stage => {
  if (visit?.state === 'approved' || visit?.state === 'under-way') return 'arranged'
  return visit?.state === 'done' || visit?.state === 'confirmed' || visit?.state === 'no-show' ? 'done' : 'asking'
}

/** What the group accepted, soonest first, by where its visit stands. */
export function Accepted({ offers, visits }: { offers: readonly Offer[]; visits: readonly Visit[] }) {
  const t = useWords(offerWords)
  const f = useFormatter()
  const [stage, setStage] = useState<(typeof STAGES)[number]>('all')
  const rows = offers
    .map((offer) => ({ offer, visit: visits.find(({ referral }) => referral === offer.id) }))
    .sort((one, other) => (one.offer.card.from < other.offer.card.from ? -1 : 1))
  const at = (wanted: (typeof STAGES)[number]) =>
    rows.filter(({ visit }) => wanted === 'all' || stageOf(visit) === wanted)
  const shown = at(stage)
  return (
    <section aria-labelledby="accepted" className="offers-section flow">
      <h2 id="accepted">{t.acceptedTitle}</h2>
      {rows.length === 0 && <p className="quiet">{t.acceptedNone}</p>}
      {rows.length > 0 && (
        <Filters
          label={t.acceptedFilter}
          value={stage}
          onChange={setStage}
          options={STAGES.map((value) => ({ value, label: t[`stage-${value}`], count: f.number(at(value).length) }))}
        />
      )}
      {rows.length > 0 && shown.length === 0 && <p className="quiet">{t.stageEmpty}</p>}
      <ul className="offers-list">
        {shown.map(({ offer, visit }) => (
          <li key={offer.id}>
            <AcceptedCard offer={offer} visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  )
}
