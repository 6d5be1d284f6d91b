import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { Button, Code, Facts, Notice, PageTitle, TextField, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { Household } from './household.tsx'
import type { CaseFile } from './use-case.ts'

/** Who it is, when it is safe to call, where the visit would go, and whether they can see their own file. */
export function Person({ file }: { file: CaseFile }) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const { person } = file
  const age = person.birthYear === null ? undefined : new Date().getFullYear() - person.birthYear
  const place = person.quarter ?? (language === 'fa' ? person.placeFa : person.placeEn)
  const hours = person.safeFrom !== null && person.safeTo !== null ? `${f.digits(person.safeFrom)} – ${f.digits(person.safeTo)}` : t.anyTime
  return (
    <>
      <PageTitle tab={t.tab}>
        <PersonName>{`${person.givenName} ${person.familyName}`}</PersonName>
      </PageTitle>
      <p className="quiet">{[...(age === undefined ? [] : [t.age({ years: age })]), place].join('، ')}</p>
      <Notice icon="phone">
        <b>{t.safe}:</b> {hours}
        {person.phone !== null && (
          <>
            <br />
            <Code>{person.phone}</Code>
          </>
        )}
      </Notice>
      <Address file={file} />
      <Household file={file} />
      <Secret file={file} />
    </>
  )
}

function Address({ file }: { file: CaseFile }) {
  const t = useWords(caseWords)
  const { person } = file
  const [text, setText] = useState<string>()
  const { write, busy, problem, fields } = useWrite('people.save', ['casework.'])
  const save = async () => {
    const answer = await write({ params: { person: person.id as never }, body: { revision: person.revision, address: text ?? null } })
    if (answer === undefined) return
    setText(undefined)
    toast(t.saved)
  }
  if (text === undefined)
    return (
      <>
        <Facts rows={[{ term: t.address, value: person.address ?? t.noAddress }]} />
        <Button look="text" icon="edit" onClick={() => setText(person.address ?? '')}>
          {t.editAddress}
        </Button>
      </>
    )
  return (
    <form
      className="flow"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField name="address" label={t.address} hint={t.addressHint} maxLength={300} value={text} onChange={setText} error={fields['address']} />
      <ProblemNotice problem={problem} />
      <Button type="submit" busy={busy}>
        {t.save}
      </Button>
    </form>
  )
}

function Secret({ file }: { file: CaseFile }) {
  const t = useWords(caseWords)
  const { person } = file
  const [text, setText] = useState<string>()
  const { write, busy, problem, fields } = useWrite('people.save', ['casework.'])
  const save = async () => {
    const answer = await write({ params: { person: person.id as never }, body: { revision: person.revision, secret: text ?? '' } })
    if (answer === undefined) return
    setText(undefined)
    toast(t.saved)
  }
  if (text === undefined)
    return (
      <>
        <p className="quiet">{person.hasSecret ? t.secretSet : t.secretNone}</p>
        <Button look="text" icon="key" onClick={() => setText('')}>
          {t.setSecret}
        </Button>
      </>
    )
  return (
    <form
      className="flow"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField name="secret" label={t.secret} hint={t.secretHint} maxLength={60} value={text} onChange={setText} error={fields['secret']} />
      <ProblemNotice problem={problem} />
      <Button type="submit" busy={busy}>
        {t.save}
      </Button>
    </form>
  )
}
