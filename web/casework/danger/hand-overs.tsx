import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Badge, Button, More, Segmented, Select, TextField, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { canHandOver } from '#domains/danger/lifecycle.ts'
import type { Alarm } from './clock.tsx'
import { dangerWords } from './words.ts'

export type Receiver = Answer<'danger.open'>['receivers'][number]
type HandOver = Alarm['handOvers'][number]
type Basis = HandOver['basis']

interface Parts {
  readonly alarm: Alarm
  readonly receivers: readonly Receiver[]
}

const useReceiverName = (receivers: readonly Receiver[]) => {
  const { language } = useLanguage()
  return (code: string) => {
    const found = receivers.find((one) => one.code === code)
    return found === undefined ? code : language === 'fa' ? found.nameFa : found.nameEn
  }
}

/** To whom, why, and whether they acknowledged it. */
export function HandOvers({ alarm, receivers }: Parts) {
  const t = useWords(dangerWords)
  const f = useFormatter()
  const nameOf = useReceiverName(receivers)
  if (alarm.handOvers.length === 0) return null
  return (
    <>
      <h3>{t.handOvers}</h3>
      <ul className="danger-over">
        {alarm.handOvers.map((one) => (
          <li key={one.id}>
            <p>
              {t.handedAt({ name: nameOf(one.receiver), when: f.dateTime(one.at), basis: t[`basis-${one.basis}`] })}{' '}
              {one.receivedAt === null && <Badge tone="late">{t.noReceipt}</Badge>}
            </p>
            {one.receivedAt === null ? (
              <ReceiptForm alarm={alarm} handOver={one} />
            ) : (
              <p className="quiet">{t.receipt({ by: one.receivedBy ?? '', when: f.dateTime(one.receivedAt), reference: f.digits(one.reference ?? '') })}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function ReceiptForm({ alarm, handOver }: { alarm: Alarm; handOver: HandOver }) {
  const t = useWords(dangerWords)
  const [receivedBy, setReceivedBy] = useState('')
  const [reference, setReference] = useState('')
  const { write, fields, problem, busy } = useWrite('danger.receipt', ['danger.'])
  const save = async () => {
    const done = await write({ params: { request: alarm.request }, body: { handOver: handOver.id, receivedBy, reference } })
    if (done !== undefined) toast(t.saved)
  }
  return (
    <form
      className="flow danger-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField name={`receivedBy-${handOver.id}`} label={t.receivedBy} hint={t.receivedByHint} maxLength={80} error={fields['receivedBy']} value={receivedBy} onChange={setReceivedBy} />
      <TextField name={`reference-${handOver.id}`} label={t.reference} optional maxLength={60} error={fields['reference']} value={reference} onChange={setReference} />
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
      <Button type="submit" busy={busy} disabledReason={receivedBy.trim().length < 2 ? t.receivedBy : undefined}>
        {t.saveReceipt}
      </Button>
    </form>
  )
}

export function HandOverForm({ alarm, receivers }: Parts) {
  const t = useWords(dangerWords)
  const f = useFormatter()
  const nameOf = useReceiverName(receivers)
  const [receiver, setReceiver] = useState('')
  const [basis, setBasis] = useState<Basis>()
  const { write, problem, busy } = useWrite('danger.hand-over', ['danger.'])
  const chosen = receivers.find(({ code }) => code === receiver)
  const save = async () => {
    if (basis === undefined || receiver === '') return
    const done = await write({ params: { request: alarm.request }, body: { receiver, basis } })
    if (done === undefined) return
    toast(t.saved)
    setReceiver('')
    setBasis(undefined)
  }
  const why = !canHandOver(alarm.state) ? t.answerFirst : receiver === '' || basis === undefined ? t.chooseFirst : undefined
  return (
    <More label={t.handOvers} icon="sent">
      <div className="flow danger-form">
        <Select
          name={`receiver-${alarm.request}`}
          label={t.receiver}
          value={receiver}
          onChange={setReceiver}
          options={[
            { value: '', label: '—' },
            ...receivers.map(({ code, lastResort }) => ({ value: code, label: lastResort ? t.lastResort({ name: nameOf(code) }) : nameOf(code) })),
          ]}
        />
        {chosen?.phone && (
          <p>
            {t.line}:{' '}
            <a href={`tel:${chosen.phone}`}>
              <bdi dir="ltr">{f.digits(chosen.phone)}</bdi>
            </a>
          </p>
        )}
        <Segmented<Basis>
          name={`basis-${alarm.request}`}
          label={t.basis}
          value={basis}
          onChange={setBasis}
          options={[
            { value: 'asked', label: t['basis-asked'] },
            { value: 'vital-interest', label: t['basis-vital-interest'] },
          ]}
        />
        <ProblemNotice problem={problem} />
        <Button busy={busy} disabledReason={why} onClick={() => void save()}>
          {t.handOver}
        </Button>
      </div>
    </More>
  )
}
