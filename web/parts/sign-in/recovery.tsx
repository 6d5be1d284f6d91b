import { useState } from 'react'
import { words } from '#domains/accounts/words.ts'
import { useWrite } from '#web/api/index.ts'
import { Button, ErrorSummary, PageTitle, TextField, useWords } from '#web/ui/index.ts'
import { ProblemNotice } from '#web/parts/problem-notice.tsx'

/** Asks one's own people for a way back. It says the same whoever asks for whomever. */
export function Recovery() {
  const t = useWords(words)
  const [contact, setContact] = useState('')
  const [newContact, setNewContact] = useState('')
  const [asked, setAsked] = useState(false)
  const { write, problem, fields, busy } = useWrite('accounts.startRecovery')
  const send = async () => {
    if (await write({ body: { contact, newContact } })) setAsked(true)
  }
  if (asked) {
    return (
      <>
        <PageTitle key="asked">{t.recoveryAsked}</PageTitle>
        <p>{t.recoveryAskedDetail}</p>
        <p>{t.recoveryHow}</p>
      </>
    )
  }
  return (
    <>
      <PageTitle key="ask">{t.recovery}</PageTitle>
      <p>{t.recoveryHow}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ErrorSummary fields={fields} />
        {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
        <TextField
          name="contact"
          label={t.oldContact}
          error={fields['contact']}
          value={contact}
          onChange={setContact}
          dir="ltr"
          inputMode="email"
          autoCapitalize="none"
        />
        <TextField
          name="newContact"
          label={t.newContact}
          error={fields['newContact']}
          value={newContact}
          onChange={setNewContact}
          dir="ltr"
          inputMode="email"
          autoCapitalize="none"
        />
        <Button type="submit" look="primary" big busy={busy}>
          {t.askRecovery}
        </Button>
      </form>
    </>
  )
}
