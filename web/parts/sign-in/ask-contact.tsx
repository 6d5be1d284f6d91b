import { useState } from 'react'
import { words } from '#domains/accounts/words.ts'
import { useWrite } from '#web/api/index.ts'
import { Button, TextField, useWords } from '#web/ui/index.ts'
import { ProblemNotice } from '#web/parts/problem-notice.tsx'

export function AskContact({ onSent }: { onSent: (contact: string, challenge: string) => void }) {
  const t = useWords(words)
  const [contact, setContact] = useState('')
  const { write, problem, fields, busy } = useWrite('accounts.startSignIn')
  const send = async () => {
    const answer = await write({ body: { contact } })
    if (answer !== undefined) onSent(contact, answer.challenge)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {fields['contact'] === undefined && <ProblemNotice problem={problem} />}
      <TextField
        name="contact"
        label={t.contact}
        hint={t.contactHint}
        error={fields['contact']}
        value={contact}
        onChange={setContact}
        dir="ltr"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button type="submit" look="primary" big busy={busy}>
        {t.sendCode}
      </Button>
    </form>
  )
}
