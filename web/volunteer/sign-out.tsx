import { useState } from 'react'
import { useWrite } from '#web/api/index.ts'
import { emptyPhone, flush, outbox, visitsWaiting } from '#web/offline/outbox.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Dialog, useWords, type ButtonLook } from '#web/ui/index.ts'
import { words } from './words.ts'

/** Leaves nothing in the phone. Reports that could not be sent yet would be lost with it, so that is said first. */
export function SignOut({ look = 'text' }: { look?: ButtonLook }) {
  const t = useWords(words)
  const [unsent, setUnsent] = useState(0)
  const [asking, setAsking] = useState(false)
  const signOut = useWrite('accounts.signOut')
  const leave = async () => {
    // Before the server is asked: a phone that changes hands without a network must be empty too.
    await emptyPhone().catch(() => undefined)
    if (await signOut.write({})) location.replace('/v/sign-in')
  }
  const ask = async () => {
    setAsking(true)
    await flush()
    setAsking(false)
    const waiting = visitsWaiting(outbox())
    if (waiting > 0) setUnsent(waiting)
    else await leave()
  }
  return (
    <>
      <Button look={look} icon="exit" busy={asking || signOut.busy} onClick={() => void ask()}>
        {t.signOut}
      </Button>
      {signOut.problem?.status === 0 ? <p role="status">{t.signOutLater}</p> : <ProblemNotice problem={signOut.problem} />}
      <Dialog
        open={unsent > 0}
        onClose={() => setUnsent(0)}
        title={t.unsentTitle({ count: unsent })}
        footer={
          <>
            <Button onClick={() => setUnsent(0)}>{t.stay}</Button>
            <Button
              look="warn"
              onClick={() => {
                setUnsent(0)
                void leave()
              }}
            >
              {t.leaveAnyway}
            </Button>
          </>
        }
      >
        <p>{t.unsentText}</p>
      </Dialog>
    </>
  )
}
