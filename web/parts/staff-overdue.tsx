import './staff-overdue.css'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { Badge, Button, Card, Facts, Icon, Row, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { PersonName } from './people.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { overdueWords } from './staff-overdue-words.ts'

type Watch = Answer<'watch.overdue'>

/** Volunteers who should have been back, and the sentence that says so; both undefined while all are well. */
export function useOverdue(may = true) {
  const t = useWords(overdueWords)
  const { data } = useRead('watch.overdue', may ? {} : undefined, { everySeconds: 30 })
  if (data === undefined || data.overdue.length === 0) return { watch: undefined, title: undefined }
  return { watch: data, title: t.title({ count: data.overdue.length }) }
}

/** Who was told, what is done next, and the plan. The page's title says how many they are. */
export function StaffOverdue({ watch }: { watch: Watch }) {
  const t = useWords(overdueWords)
  const { language } = useLanguage()
  return (
    <div className="flow">
      <ul className="overdue">
        {watch.overdue.map((row) => (
          <li key={row.visit}>
            <OverdueCard row={row} />
          </li>
        ))}
      </ul>
      <section aria-labelledby="overdue-plan">
        <h2 id="overdue-plan">{t.plan}</h2>
        <ol className="overdue-plan">
          {watch.plan.map((step) => (
            <li key={step.en}>{step[language]}</li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function OverdueCard({ row }: { row: Watch['overdue'][number] }) {
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
        <h2>
          <PersonName>{row.volunteerName}</PersonName>
        </h2>
        <Badge tone="late" icon="alert">
          {t.since({ when: f.time(row.overdueAt) })}
        </Badge>
      </div>
      <p className="quiet">
        {language === 'fa' ? row.unitFa : row.unitEn}
        <br />
        {t.arrived({ when: f.time(row.arrivedAt), area: language === 'fa' ? row.areaFa : row.areaEn })}
      </p>
      <p>
        <b>{t[`told-${row.stage}`]}.</b> <span className="quiet">{t.next({ when: f.time(row.nextAt) })}</span>
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
    </Card>
  )
}
