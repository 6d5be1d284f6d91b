import type { ReactNode } from 'react'
import { useKindName } from '#web/parts/kinds.ts'
import { ClockFace, ProblemNotice } from '#web/parts/index.ts'
import { useWrite } from '#web/api/index.ts'
import { useQueuedWrite } from '#web/offline/use-outbox.ts'
import { Badge, Button, Card, Icon, IconLine, LinkButton, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { isTooEarly, visitWindow } from '#domains/visits/lifecycle.ts'
import type { MyVisit } from './use-visits.ts'
import { words } from './words.ts'

interface CardProps {
  readonly visit: MyVisit
  readonly onChange: () => void
}

/** How the person is called, as far as it is lent at this moment. */
export function nameOf(visit: MyVisit): string {
  const callName = fieldOf(visit, 'callName')
  return callName ?? [fieldOf(visit, 'givenName'), fieldOf(visit, 'familyName')].filter(Boolean).join(' ')
}

const fieldOf = (visit: MyVisit, field: string) => visit.lent.find((one) => one.field === field)?.value

function Kind({ visit }: { visit: MyVisit }) {
  const kindName = useKindName()
  return <h2 className="today-kind">{kindName(visit.card.kind)}</h2>
}

function useArea(visit: MyVisit): string {
  const t = useWords(words)
  const { language } = useLanguage()
  return t.area({ area: language === 'fa' ? visit.card.areaFa : visit.card.areaEn })
}

/** A nameless offer: two answers of the same size and weight. */
export function OfferCard({ visit, onChange }: CardProps) {
  const t = useWords(words)
  const f = useFormatter()
  const area = useArea(visit)
  const accept = useWrite('visits.accept')
  const decline = useWrite('visits.decline')
  const args = { params: { visit: visit.id }, body: { revision: visit.revision } }
  const answer = async (write: () => Promise<unknown>, said: string) => {
    if ((await write()) === undefined) return
    toast(said)
    onChange()
  }
  return (
    <Card as="article">
      <div className="today-offer-head">
        <Badge tone="today" icon={<ClockFace state="today" />}>
          {t.newOffer}
        </Badge>
        <span className="quiet">{t.answerBy({ when: `${f.near(visit.answerBy, new Date())} ${f.time(visit.answerBy)}` })}</span>
      </div>
      <Kind visit={visit} />
      <p className="quiet">
        {t.dayTimeArea({ day: f.date(visit.from, { style: 'day' }), time: f.timeRange(visit.from, visit.to), area })}
      </p>
      {visit.card.pair && <IconLine icon="people">{t.two}</IconLine>}
      <div className="today-twins">
        <Button icon="check" busy={accept.busy} onClick={() => void answer(() => accept.write(args), t.accepted)}>
          {t.accept}
        </Button>
        <Button busy={decline.busy} onClick={() => void answer(() => decline.write(args), t.declined)}>
          {t.decline}
        </Button>
      </div>
      <p className="quiet today-centre">{t.noCost}</p>
      <ProblemNotice problem={accept.problem ?? decline.problem} />
    </Card>
  )
}

/** An arranged visit: its time is the largest thing; name and address only in their window. */
export function VisitCard({ visit, first, onChange }: CardProps & { readonly first: boolean }) {
  const t = useWords(words)
  const f = useFormatter()
  const area = useArea(visit)
  const name = nameOf(visit)
  const address = fieldOf(visit, 'address')
  return (
    <Card as="article" look={first ? 'edged' : 'plain'}>
      <p className="today-time">
        <b>{f.time(visit.from)}</b>
        <span>{t.endsOn({ time: f.time(visit.to), day: f.near(visit.from, new Date()) })}</span>
      </p>
      <Kind visit={visit} />
      {name !== '' && <IconLine icon="person">{name}</IconLine>}
      <IconLine icon="place">{address ?? fieldOf(visit, 'quarter') ?? area}</IconLine>
      {visit.card.pair && (
        <IconLine icon="people">{visit.companion === null ? t.two : t.companion({ name: visit.companion })}</IconLine>
      )}
      {visit.lentUntil && (
        <IconLine icon="lock" quiet>
          {t.closes({ when: f.time(visit.lentUntil) })}
        </IconLine>
      )}
      {visit.opensAt && (
        <IconLine icon="lock" quiet>
          {t.opens({ when: `${f.near(visit.opensAt, new Date())} ${f.time(visit.opensAt)}` })}
        </IconLine>
      )}
      <Deeds visit={visit} first={first} onChange={onChange} phone={fieldOf(visit, 'phone')} />
    </Card>
  )
}

function Deeds({ visit, first, onChange, phone }: CardProps & { readonly first: boolean; readonly phone: string | undefined }): ReactNode {
  const t = useWords(words)
  const f = useFormatter()
  const setOut = useQueuedWrite('visits.set-out', onChange)
  const arrive = useQueuedWrite('visits.arrive', onChange)
  const fine = useQueuedWrite('watch.all-right')
  const decline = useWrite('visits.decline')
  if (visit.state === 'accepted') return <p className="quiet">{visit.card.pair ? t.waitingForTwo : t.waitingForPerson}</p>
  if (visit.state === 'done') return <p className="quiet">{t.reported}</p>
  const early = isTooEarly(new Date(visit.from), new Date())
  const reason = early ? t.tooEarly({ when: f.dateTime(visitWindow(new Date(visit.from), new Date(visit.to)).from) }) : undefined
  const now = () => ({ params: { visit: visit.id }, body: { at: new Date().toISOString() } })
  const look = first ? 'primary' : 'edged'
  const cannot = async () => {
    const done = await decline.write({ params: { visit: visit.id }, body: { revision: visit.revision, reason: 'not-free' } })
    if (done === undefined) return
    toast(t.declined)
    onChange()
  }
  const sayFine = async () => {
    if ((await fine.write(visit.id, now())) !== 'refused') toast(t.allRightSaid)
  }
  return (
    <>
      {visit.state === 'under-way' && (
        <LinkButton to={`/v/visits/${visit.id}/report`} look={look} big icon="check">
          {t.report}
        </LinkButton>
      )}
      {visit.state === 'under-way' && (
        <Button big icon="shield" busy={fine.busy} onClick={() => void sayFine()}>
          {t.allRight}
        </Button>
      )}
      {visit.state === 'approved' && visit.onWayAt === null && (
        <Button look={look} big icon="walk" disabledReason={reason} busy={setOut.busy} onClick={() => void setOut.write(visit.id, now())}>
          {t.setOut}
        </Button>
      )}
      {visit.state === 'approved' && visit.onWayAt !== null && (
        <Button look={look} big icon="home" busy={arrive.busy} onClick={() => void arrive.write(visit.id, now())}>
          {t.arrived}
        </Button>
      )}
      {visit.state === 'approved' && new Date(visit.to) < new Date() && (
        <LinkButton to={`/v/visits/${visit.id}/report`} wide>
          {t.reportLate}
        </LinkButton>
      )}
      <div className="today-twins">
        {phone !== undefined ? (
          <a className="button button--edged" href={`tel:${phone}`}>
            <Icon name="phone" />
            {t.call}
          </a>
        ) : (
          <span />
        )}
        {visit.state === 'approved' && (
          <Button busy={decline.busy} onClick={() => void cannot()}>
            {t.cannotCome}
          </Button>
        )}
      </div>
      <ProblemNotice problem={setOut.problem ?? arrive.problem ?? fine.problem ?? decline.problem} />
    </>
  )
}
