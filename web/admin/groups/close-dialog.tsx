import { useState } from 'react'
import type { Answer, Args } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, Dialog, Notice, Skeleton, toast, useLanguage, useWords } from '#web/ui/index.ts'
import { ToGroup, type Closing } from './to-group.tsx'
import { groupWords } from './words.ts'

type Unit = Args<'network.close-unit'>['params']['unit']
type Reason = Args<'network.close-unit'>['body']['reason']
type Ahead = Answer<'visits.unit-ahead'>
const REASONS: readonly Reason[] = ['merged', 'nobody-leads', 'too-few', 'own-wish', 'concern']

/** Says in numbers what will happen, and to how many, before it happens. */
export function CloseDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useWords(groupWords)
  const { language } = useLanguage()
  const closing = useRead('network.closing', { params: { unit } })
  const ahead = useRead('visits.unit-ahead', { params: { unit } })
  const [reason, setReason] = useState<Reason>()
  const [chosen, setChosen] = useState<string>()
  const { write, busy, problem, fields } = useWrite('network.close-unit', ['network.', 'visits.', 'accounts.'])
  const { data } = closing
  const name = data === undefined ? '' : language === 'fa' ? data.nameFa : data.nameEn
  // The nearest that takes most of them: nobody is left without a group who need not be.
  const to = chosen ?? [...(data?.to ?? [])].sort((one, other) => other.takes - one.takes)[0]?.id ?? ''
  const close = async () => {
    if (reason === undefined || data === undefined) return
    if ((await write({ params: { unit }, body: { revision: data.revision, reason, to: to === '' ? null : (to as Unit) } })) === undefined) return
    toast(t.done({ name }))
    onClose()
  }
  const failed = closing.problem ?? ahead.problem
  const told = data === undefined || ahead.data === undefined ? undefined : { closing: data, ahead: ahead.data }
  const open = data?.hindrance === null ? told : undefined
  const whyNot = open === undefined ? t.notYet : reason === undefined ? t.chooseReason : undefined
  return (
    <Dialog
      open
      onClose={onClose}
      title={data === undefined ? t.close : t.closeTitle({ name })}
      lead={open === undefined ? undefined : t.closeLead}
      footer={
        <>
          <Button look="warn" busy={busy} disabledReason={whyNot} onClick={() => void close()}>
            {t.close}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.stay}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={failed} retry={() => { closing.reload(); ahead.reload() }} />
      {told === undefined && failed === undefined && <Skeleton lines={5} />}
      {data !== undefined && data.hindrance !== null && <Notice>{t[`hindrance-${data.hindrance}`]}</Notice>}
      {open !== undefined && (
        <div className="flow">
          <Consequences {...open} to={to} />
          {open.closing.volunteers > 0 && <ToGroup to={open.closing.to} none={t.toNobody} value={to} onChange={setChosen} error={fields['to']} />}
          <Choice<Reason>
            name="reason"
            label={t.reason}
            look="plain"
            value={reason}
            onChange={setReason}
            options={REASONS.map((value) => ({ value, label: t[`reason-${value}`] }))}
          />
        </div>
      )}
      {fields['to'] === undefined && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}

function Consequences({ closing, ahead, to }: { closing: Closing; ahead: Ahead; to: string }) {
  const t = useWords(groupWords)
  const { language } = useLanguage()
  const taker = closing.to.find(({ id }) => id === to)
  const moved = taker?.takes ?? 0
  const lines = [
    moved > 0 && taker !== undefined && t.moved({ count: moved, to: language === 'fa' ? taker.nameFa : taker.nameEn }),
    closing.volunteers - moved > 0 && t.rests({ count: closing.volunteers - moved }),
    ahead.offers > 0 && t.offers({ count: ahead.offers }),
    ahead.ahead > 0 && t.ahead({ count: ahead.ahead }),
    ahead.underWay > 0 && t.underWay({ count: ahead.underWay }),
    closing.coordinators > 0 && t.coordinators({ count: closing.coordinators }),
  ].filter((line) => line !== false)
  return (
    <ul className="admin-consequences" aria-live="polite">
      {(lines.length === 0 ? [t.nobody] : lines).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
