import './staff-overdue.css'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { Badge, Button, Card, Facts, Icon, Row, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { PersonName } from './people.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { overdueWords } from './staff-overdue-words.ts'

type Watch = Answer<'watch.overdue'>

/** Volunteers who should have been back: who was told, what is done next, and the plan. Nothing while all are well. */
export function StaffOverdue() {
  const t = useWords(overdueWords)
  const { data } = useRead('watch.overdue', {}, { everySeconds: 30 })
  if (data === undefined || data.overdue.length === 0) return null
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue">{t.title({ count: data.overdue.length })}</h2>
      <ul className="overdue">
        {data.overdue.map((row) => (
          <li key={row.visit}>
            <OverdueCard row={row} plan={data.plan} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OverdueCard({ row, plan }: { row: Watch['overdue'][number]; plan: Watch['plan'] }) {
  const t = useWords(overdueWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const { write, problem, busy } = useWrite('watch.reached', ['watch.', 'visits.'])
  const save = async () => {
    if ((await write({ params: { visit: row.visit }, body: {} })) !== undefined) toast(t.saved)
  }
  return (
    <Card as="article" look="edged">
      <div className="overdue-head">
        <h3>
          <PersonName>{row.volunteerName}</PersonName>
        </h3>
        <Badge tone="late" icon="alert">
          {t.since({ when: f.time(row.overdueAt) })}
        </Badge>
      </div>
      <p className="quiet">
        {language === 'fa' ? row.unitFa : row.unitEn}{language === 'fa' ? "؛ " : "; "}{t.arrived({ when: f.time(row.arrivedAt), area: language === 'fa' ? row.areaFa : row.areaEn })}
      </p>
      <p>
        <b>{t[`told-${row.stage}`]}</b> <span className="quiet">{t.next({ when: f.time(row.nextAt) })}</span>
      </p>
      {row.address !== null && <Facts rows={[{ term: t.address, value: row.address }]} />}
      <Row>
        {row.volunteerPhone !== null && (
          <a className="button button--edged" href={`tel:${row.volunteerPhone}`}>
            <Icon name="phone" />
            {t.callVolunteer}
          </a>
        )}
        {row.personPhone !== null && (
          <a className="button button--edged" href={`tel:${row.personPhone}`}>
            <Icon name="phone" />
            {t.callPerson}
          </a>
        )}
        <Button icon="check" busy={busy} onClick={() => void save()}>
          {t.reached}
        </Button>
      </Row>
      <ProblemNotice problem={problem} />
      <h4>{t.plan}</h4>
      <ol className="overdue-plan">
        {plan.map((step) => (
          <li key={step.en}>{step[language]}</li>
        ))}
      </ol>
    </Card>
  )
}
