import { useState } from 'react'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { BackToList, StaffPage } from '#web/parts/staff.ts'
import { PageTitle, Skeleton, useWords, type KeyHint } from '#web/ui/index.ts'
import { DangerBand } from '#web/casework/danger/band.tsx'
import { inboxWords } from '#web/casework/words.ts'
import { RequestPane } from './request-pane.tsx'
import { Standing } from './rows.tsx'
import type { Inbox, useInbox } from './use-inbox.ts'

interface RequestPageProps {
  readonly opened: string
  readonly inbox: Inbox | undefined
  readonly problem: ReturnType<typeof useInbox>['problem']
  readonly reload: () => void
  readonly onDecided: () => void
  readonly keys: readonly KeyHint[]
}

/** On a phone: one request, its decision, and the way back to the others. */
export function RequestPage({ opened, inbox, problem, reload, onDecided, keys }: RequestPageProps) {
  const t = useWords(inboxWords)
  const waiting = inbox?.rows.find(({ id }) => id === opened)
  // What is being read stays until it is left, also when the list lets it go: a decision that came too late is told on saving.
  const [row, setRow] = useState(waiting)
  if (waiting !== undefined && waiting !== row) setRow(waiting)
  return (
    <StaffPage
      head={
        <>
          <BackToList to="/staff/inbox">{t.toRequests}</BackToList>
          <PageTitle tab={t.tab}>
            {row ? <PersonName>{`${row.givenName} ${row.familyName}`}</PersonName> : inbox === undefined ? t.tab : t.goneTitle}
          </PageTitle>
          {row && <Standing row={row} />}
          <ProblemNotice problem={problem} retry={reload} />
        </>
      }
      keys={keys}
    >
      <DangerBand />
      {inbox === undefined && problem === undefined && <Skeleton lines={6} />}
      {inbox !== undefined && row === undefined && <p>{t.goneText}</p>}
      {row && <RequestPane row={row} isPage onDecided={onDecided} />}
    </StaffPage>
  )
}
