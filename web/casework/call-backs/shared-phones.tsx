import { Link } from '@tanstack/react-router'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Card, PageTitle, Row, Skeleton, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { callBackWords } from './words.ts'

type Phone = Answer<'visits.shared-phones'>['phones'][number]

/** Telephones that confirmed for several people: a plain list to ask about, without a number or a name. */
export function SharedPhones({ alone }: { alone: boolean }) {
  const t = useWords(callBackWords)
  const { data, problem, reload } = useRead('visits.shared-phones', {})
  const count = data?.phones.length ?? 0
  return (
    <section className="flow" aria-labelledby="shared-phones">
      {alone && <PageTitle tab={t.tab}>{data === undefined ? t.tab : count === 0 ? t.titleNoPhones : t.titlePhones({ count })}</PageTitle>}
      <h2 id="shared-phones">{t.phones}</h2>
      <p className="quiet">{t.phonesWhy}</p>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={3} />}
      {data !== undefined && count === 0 && <p>{t.noPhones}</p>}
      <ul className="case-list">
        {data?.phones.map((phone) => (
          <li key={phone.id}>
            <One phone={phone} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ phone }: { phone: Phone }) {
  const t = useWords(callBackWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const see = useWrite('visits.see-shared-phone', ['visits.'])
  return (
    <Card as="article">
      <h3>{t.people({ count: phone.people })}</h3>
      <p className="quiet">
        {language === 'fa' ? phone.officeFa : phone.officeEn}، {t.between({ from: f.date(phone.firstAt, { style: 'day-month' }), to: f.date(phone.lastAt, { style: 'day-month' }) })}
      </p>
      <Row>
        {phone.cases.map((id, at) => (
          <Link key={id} to="/staff/cases/$case" params={{ case: id }}>
            {t.caseNumber({ number: at + 1 })}
          </Link>
        ))}
        <Button look="text" busy={see.busy} onClick={() => void see.write({ params: { phone: phone.id }, body: { revision: phone.revision } })}>
          {t.seen}
        </Button>
      </Row>
      <ProblemNotice problem={see.problem} />
    </Card>
  )
}
