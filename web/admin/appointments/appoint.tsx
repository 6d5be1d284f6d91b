import { useState } from 'react'
import { roleWords, words } from '#domains/accounts/words.ts'
import type { Args } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Combobox, Dialog, Select, TextField, toast, useLanguage, useWords, type ComboOption } from '#web/ui/index.ts'

type Body = Args<'accounts.appoint'>['body']
type Role = Body['role']

const ROLES: readonly Role[] = [
  'clerk',
  'case-worker',
  'supervisor',
  'liaison',
  'coordinator',
  'director',
  'statistician',
  'safeguarding-lead',
  'auditor',
  'administrator',
]

/** Who, how to reach them, as what, where. The contact finds somebody who has an account already. */
export function Appoint({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords(words)
  const roles = useWords(roleWords)
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const [role, setRole] = useState('')
  const [unit, setUnit] = useState<ComboOption>()
  const { write, problem, fields, busy } = useWrite('accounts.appoint', ['accounts.'])
  const send = async () => {
    const answer = await write({ body: { name, contact, role: role as Role, unit: unit?.value ?? '' } })
    if (answer === undefined) return
    toast(answer.outcome === 'appointed' ? t.appointed : t.proposed)
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.appoint}
      lead={t.appointmentsWhy}
      footer={
        <>
          <Button look="primary" busy={busy} onClick={() => void send()}>
            {t.appoint}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
      <TextField name="name" label={t.name} error={fields['name']} value={name} onChange={setName} />
      <TextField name="contact" label={t.contact} error={fields['contact']} value={contact} onChange={setContact} dir="ltr" />
      <Select
        name="role"
        label={t.role}
        error={fields['role']}
        value={role}
        onChange={setRole}
        options={ROLES.map((value) => ({ value, label: roles[value] }))}
      />
      <UnitPicker value={unit} onChange={setUnit} error={fields['unit']} />
    </Dialog>
  )
}

function UnitPicker({ value, onChange, error }: UnitPickerProps) {
  const t = useWords(words)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const wanted = value === undefined && text.trim().length >= 2
  const { data, loading } = useRead('accounts.units', wanted ? { query: { text: text.trim() } } : undefined)
  const options = data?.units.map(({ id, nameFa, nameEn }) => ({ value: id, label: language === 'fa' ? nameFa : nameEn }))
  return (
    <Combobox
      name="unit"
      label={t.unit}
      hint={t.unitHint}
      error={error}
      value={value}
      onChange={onChange}
      text={text}
      onText={setText}
      options={loading ? undefined : options}
    />
  )
}
interface UnitPickerProps {
  readonly value: ComboOption | undefined
  readonly onChange: (unit: ComboOption | undefined) => void
  readonly error?: string
}
