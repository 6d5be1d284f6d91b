import { words as consentWords } from '#domains/consents/words.ts'
import { words as visitWords } from '#domains/visits/words.ts'
import type { Answer } from '#web/api/index.ts'
import { offerWords } from './words.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Badge, Card, Facts, IconLine, useWords, type BadgeTone } from '#web/ui/index.ts'
import { CardLines, type Offer } from './card-lines.tsx'

type Visit = Answer<'visits.of-unit'>['visits'][number]

const tones: Partial<Record<Visit['state'], BadgeTone>> = {
  approved: 'good',
  'under-way': 'today',
  confirmed: 'good',
  'no-show': 'late',
}

/** An accepted referral: who of the group goes, where the visit stands, and what is lent at this moment. */
export function AcceptedCard({ offer, visit }: { offer: Offer; visit: Visit | undefined }) {
  const t = useWords(offerWords)
  const visits = useWords(visitWords)
  const fields = useWords(consentWords)
  const kindName = useKindName()
  return (
    <Card as="article">
      <div className="offer-head">
        <h3>{kindName(offer.card.kind)}</h3>
        {visit === undefined ? (
          <Badge>{t.asking}</Badge>
        ) : (
          <Badge tone={tones[visit.state] ?? 'quiet'}>{visit.state === 'offered' ? t.asking : visits[visit.state]}</Badge>
        )}
      </div>
      <CardLines card={offer.card} />
      {visit && <IconLine icon="hand">{t.volunteerAsked({ name: visit.volunteerName })}</IconLine>}
      {offer.lent.length > 0 && (
        <Facts
          rows={offer.lent.map(({ field, value }) => ({
            term: fields[`field-${field}` as 'field-callName'] ?? field,
            value: <bdi>{value}</bdi>,
          }))}
        />
      )}
    </Card>
  )
}
