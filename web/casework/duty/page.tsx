import '#web/casework/danger/danger.css'
import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { dutyWords } from '#web/casework/danger/words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Button, Card, Code, ErrorSummary, Facts, Notice, PageTitle, Row, Skeleton, TextField, toast, useWords } from '#web/ui/index.ts'

type Duty = Answer<'duty.list'>
type Contact = Duty['contacts'][number]

/** Whom danger wakes: the supervisor's own list, then the centre and the agency. */
export function DutyPage() {
  const t = useWords(dutyWords)
  const { data, problem, reload } = useRead('duty.list', {})
  return (
    <StaffPage>
      <PageTitle tab={t.tab}>{t.title}</PageTitle>
      <p className="quiet">{t.why}</p>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data !== undefined && <List key={data.revision} duty={data} />}
    </StaffPage>
  )
}

function List({ duty }: { duty: Duty }) {
  const t = useWords(dutyWords)
  const [contacts, setContacts] = useState<readonly Contact[]>(duty.contacts.length === 0 ? [{ name: '', phone: '' }] : duty.contacts)
  const { write, fields, problem, busy } = useWrite('duty.save', ['duty.'])
  const change = (at: number, part: Partial<Contact>) => setContacts(contacts.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const without = (at: number) => contacts.filter((_, index) => index !== at)
  const up = (at: number) => setContacts([...contacts.slice(0, at - 1), ...contacts.slice(at, at + 1), ...contacts.slice(at - 1, at), ...contacts.slice(at + 1)])
  const isWhole = contacts.every(({ name, phone }) => name.trim() !== '' && phone.trim() !== '')
  const isNobody = duty.contacts.length === 0 && duty.centrePhone === null && duty.agencyLine === null
  const save = async () => {
    const done = await write({ body: { revision: duty.revision, contacts: [...contacts] } })
    if (done !== undefined) toast(t.saved)
  }
  return (
    <form
      className="flow danger-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) void save()
      }}
    >
      {isNobody && <Notice tone="today">{t.nobody}</Notice>}
      {problem !== undefined && <ErrorSummary fields={fields} />}
      {contacts.map((contact, at) => (
        <Card key={at} as="fieldset">
          <legend>{t.person({ number: at + 1 })}</legend>
          <TextField name={`contacts.${at}.name`} label={t.name} maxLength={60} error={fields[`contacts.${at}.name`]} value={contact.name} onChange={(name) => change(at, { name })} />
          <TextField name={`contacts.${at}.phone`} label={t.phone} example={t.phoneExample} dir="ltr" inputMode="tel" error={fields[`contacts.${at}.phone`]} value={contact.phone} onChange={(phone) => change(at, { phone })} />
          <Row>
            {at > 0 && (
              <Button look="text" onClick={() => up(at)}>
                {t.up}
              </Button>
            )}
            <Button look="text" onClick={() => setContacts(without(at))}>
              {t.remove}
            </Button>
          </Row>
        </Card>
      ))}
      {contacts.length < 8 && (
        <Button icon="plus" onClick={() => setContacts([...contacts, { name: '', phone: '' }])}>
          {t.add}
        </Button>
      )}
      <h2>{t.afterwards}</h2>
      <Facts
        rows={[
          { term: t.centre, value: duty.centrePhone === null ? '—' : <Code>{duty.centrePhone}</Code> },
          { term: t.agency, value: duty.agencyLine === null ? '—' : <Code>{duty.agencyLine}</Code> },
        ]}
      />
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
      <Button type="submit" look="primary" busy={busy} disabledReason={isWhole ? undefined : t.missing}>
        {t.save}
      </Button>
    </form>
  )
}
