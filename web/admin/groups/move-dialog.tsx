import { useState } from 'react'
import type { Args } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Dialog, Skeleton, toast, useLanguage, useWords } from '#web/ui/index.ts'
import { ToGroup } from './to-group.tsx'
import { groupWords } from './words.ts'

type Unit = Args<'network.move-volunteers'>['params']['unit']

/** For whoever still has no group: one of those nearby takes them in. */
export function MoveDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useWords(groupWords)
  const { language } = useLanguage()
  const { data, problem: unread, reload } = useRead('network.closing', { params: { unit } })
  const [to, setTo] = useState('')
  const { write, busy, problem, fields } = useWrite('network.move-volunteers', ['network.'])
  const name = data === undefined ? '' : language === 'fa' ? data.nameFa : data.nameEn
  const move = async () => {
    const done = await write({ params: { unit }, body: { to: to as Unit } })
    if (done === undefined) return
    toast(t.movedDone({ count: done.moved }))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={data === undefined ? t.move : t.moveTitle({ name })}
      lead={data === undefined ? undefined : t.moveLead({ count: data.volunteers })}
      footer={
        <>
          <Button look="primary" busy={busy} disabledReason={to === '' ? t.toChoose : undefined} onClick={() => void move()}>
            {t.move}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={unread} retry={reload} />
      {data === undefined && unread === undefined && <Skeleton lines={3} />}
      {data !== undefined && <ToGroup to={data.to} none={t.toChoose} value={to} onChange={setTo} error={fields['to']} />}
      {fields['to'] === undefined && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}
