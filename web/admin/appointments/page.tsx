import { useState } from 'react'
import { roleWords, words } from '#domains/accounts/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Badge, Button, PageTitle, Row, Skeleton, TextField, useLanguage, useWords } from '#web/ui/index.ts'
import '#web/admin/lines.css'
import { Appoint } from './appoint.tsx'
import { LeavingDialog, type Leaving } from './leaving.tsx'
import { Proposals } from './proposals.tsx'

type Account = Answer<'accounts.list'>['accounts'][number]

/** Administrators: what waits for a second person, then everybody with an appointment. */
export function Appointments() {
  const t = useWords(words)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const { data, problem } = useRead('accounts.list', { query: { text } })
  return (
    <StaffPage>
      <Row spread="apart">
        <PageTitle>{t.appointments}</PageTitle>
        <Button look="primary" icon="plus" onClick={() => setOpen(true)}>
          {t.appoint}
        </Button>
      </Row>
      <p className="quiet">{t.appointmentsWhy}</p>
      <Proposals />
      <section className="admin-section" aria-labelledby="staff">
        <h2 id="staff">{t.people}</h2>
        <div className="admin-search">
          <TextField name="text" label={t.search} value={text} onChange={setText} optional />
        </div>
        <ProblemNotice problem={problem} />
        {data === undefined && problem === undefined && <Skeleton />}
        <ul className="admin-lines">
          {data?.accounts.map((one) => (
            <li key={one.account}>
              <Person one={one} />
            </li>
          ))}
        </ul>
        {data?.more && <p className="quiet">{t.more}</p>}
      </section>
      <Appoint open={open} onClose={() => setOpen(false)} />
    </StaffPage>
  )
}

function Person({ one }: { one: Account }) {
  const t = useWords(words)
  const restore = useWrite('accounts.restore', ['accounts.'])
  const [leaving, setLeaving] = useState<Leaving>()
  return (
    <>
      <Row spread="apart" fixed>
        <Row>
          <b>{one.name}</b>
          {one.suspended && <Badge tone="late">{t.suspended}</Badge>}
          {!one.hasAuthenticator && <span className="quiet">{t.noAuthenticator}</span>}
        </Row>
        <Button
          look={one.suspended ? 'edged' : 'text'}
          busy={restore.busy}
          onClick={() => (one.suspended ? void restore.write({ params: { account: one.account } }) : setLeaving({ one }))}
        >
          {one.suspended ? t.restore : t.suspend}
        </Button>
      </Row>
      <ProblemNotice problem={restore.problem} />
      {one.appointments.map((appointment) => (
        <Held key={appointment.id} appointment={appointment} onEnd={() => setLeaving({ one, appointment })} />
      ))}
      {leaving && <LeavingDialog leaving={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

function Held({ appointment, onEnd }: { appointment: Account['appointments'][number]; onEnd: () => void }) {
  const t = useWords(words)
  const roles = useWords(roleWords)
  const { language } = useLanguage()
  const unit = language === 'fa' ? appointment.unitFa : appointment.unitEn
  return (
    <Row spread="apart" fixed>
      <span>{t.proposalAppointment({ role: roles[appointment.role], unit })}</span>
      <Button look="text" onClick={onEnd}>
        {t.endAppointment}
      </Button>
    </Row>
  )
}
