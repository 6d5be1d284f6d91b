import { useState } from 'react'
import { useRead, useWrite } from '#web/api/index.ts'
import { PhonePage, ProblemNotice } from '#web/parts/index.ts'
import { Button, PageTitle, Skeleton, TextField, go, toast, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** So that nobody is sent to their own home, or to somebody they live with. */
export function Address() {
  const t = useWords(words)
  const { data, problem, reload } = useRead('network.my-address', {})
  const save = useWrite('network.save-address')
  const [typed, setTyped] = useState<string>()
  const text = typed ?? data?.address ?? ''
  const write = async () => {
    if ((await save.write({ body: { address: text } })) === undefined) return
    toast(t.addressSaved)
    go('/v', { replace: true })
  }
  return (
    <PhonePage
      back="/v"
      bar={t.address}
      action={
        data !== undefined && (
          <Button look="primary" big busy={save.busy} onClick={() => void write()}>
            {t.addressSave}
          </Button>
        )
      }
    >
      <PageTitle tab={t.address}>{t.addressTitle}</PageTitle>
      <ProblemNotice problem={problem} retry={reload} />
      <p>{t.addressText}</p>
      {data === undefined && problem === undefined && <Skeleton />}
      {data !== undefined && (
        <TextField name="address" label={t.addressLabel} example={t.addressExample} optional maxLength={300} value={text} onChange={setTyped} error={save.fields['address']} />
      )}
      {Object.keys(save.fields).length === 0 && <ProblemNotice problem={save.problem} />}
    </PhonePage>
  )
}
