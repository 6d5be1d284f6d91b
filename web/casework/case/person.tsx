import { useState, type ReactNode } from 'react'
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
      <p className="quiet">{f.beside([...(age === undefined ? [] : [t.age({ years: age })]), place])}</p>
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

function Address({ file: { person } }: { file: CaseFile }) {
  const t = useWords(caseWords)
  return (
    <OneField person={person} name="address" label={t.address} hint={t.addressHint} maxLength={300} begin={person.address ?? ''} edit={t.editAddress} icon="edit">
      <Facts rows={[{ term: t.address, value: person.address ?? t.noAddress }]} />
    </OneField>
  )
}

function Secret({ file: { person } }: { file: CaseFile }) {
  const t = useWords(caseWords)
  return (
    <OneField person={person} name="secret" label={t.secret} hint={t.secretHint} maxLength={60} begin="" edit={t.setSecret} icon="key">
      <p className="quiet">{person.hasSecret ? t.secretSet : t.secretNone}</p>
    </OneField>
  )
}

interface OneFieldProps {
  person: CaseFile['person']
  name: 'address' | 'secret'
  label: string
  hint: string
  maxLength: number
  /** What stands in the field when it opens. */
  begin: string
  edit: string
  icon: 'edit' | 'key'
  /** What is read until somebody edits. */
  children: ReactNode
}

/** Something of the person that stands to be read, and is edited in its place. */
function OneField({ person, name, label, hint, maxLength, begin, edit, icon, children }: OneFieldProps) {
  const t = useWords(caseWords)
  const [text, setText] = useState<string>()
  const { write, busy, problem, fields } = useWrite('people.save', ['casework.'])
  const save = async () => {
    const answer = await write({ params: { person: person.id as never }, body: { revision: person.revision, [name]: text } })
    if (answer === undefined) return
    setText(undefined)
    toast(t.saved)
  }
  if (text === undefined)
    return (
      <>
        {children}
        <Button look="text" icon={icon} onClick={() => setText(begin)}>
          {edit}
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
      <TextField name={name} label={label} hint={hint} maxLength={maxLength} value={text} onChange={setText} error={fields[name]} />
      <ProblemNotice problem={problem} />
      <Button type="submit" busy={busy}>
        {t.save}
      </Button>
    </form>
  )
}
