import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Code, Dialog, Notice, Segmented, useWords } from '#web/ui/index.ts'
import { inboxWords } from '#web/casework/words.ts'

type How = 'in-person' | 'by-phone'

/** Asked by somebody else: the clerk calls, records the person's own yes, and hands them a code of their own. */
export function OwnWord({ request }: { request: Answer<'desk.request'> }) {
  const t = useWords(inboxWords)
  const [how, setHow] = useState<How>()
  // It outlives the request's being read again: the code is shown once.
  const [code, setCode] = useState<string>()
  const { write, problem, busy } = useWrite('desk.confirm-on-behalf', ['desk.', 'danger.'])
  const save = async () => {
    if (how === undefined) return
    const done = await write({ params: { request: request.id }, body: { revision: request.revision, how } })
    if (done !== undefined) setCode(done.code)
  }
  return (
    <>
      <Notice tone={request.unconfirmed ? 'today' : 'quiet'} icon="people">
        {request.unconfirmed ? t.ownWord : t.onBehalf}
      </Notice>
      {request.unconfirmed && (
        <>
          <Segmented<How>
            name="how"
            label={t.ownWordHow}
            value={how}
            onChange={setHow}
            options={[
              { value: 'in-person', label: t['ownWord-in-person'] },
              { value: 'by-phone', label: t['ownWord-by-phone'] },
            ]}
          />
          <ProblemNotice problem={problem} />
          <Button busy={busy} disabledReason={how === undefined ? t.ownWordHow : undefined} onClick={() => void save()}>
            {t.ownWordSave}
          </Button>
        </>
      )}
      <Dialog
        open={code !== undefined}
        onClose={() => setCode(undefined)}
        title={t.ownWordSave}
        footer={
          <Button look="primary" onClick={() => setCode(undefined)}>
            {t.ownWordDone}
          </Button>
        }
      >
        <p>{t.ownWordCode}</p>
        <p className="inbox-spoken">
          <Code>{code ?? ''}</Code>
        </p>
      </Dialog>
    </>
  )
}
