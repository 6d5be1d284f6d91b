import './outbox.css'
import { words } from '#domains/messages/words.ts'
import { useRead } from '#web/api/index.ts'
import { Button, Code, Empty, PageTitle, Row, Skeleton, useFormatter, useWords } from '#web/ui/index.ts'
import { ProblemNotice } from './problem-notice.tsx'

/** What would have reached a telephone, newest first: so that one person can play the whole journey alone. */
export function Outbox() {
  const t = useWords(words)
  const f = useFormatter()
  const { data, problem, reload, loading } = useRead('messages.outbox', {})
  return (
    <>
      <PageTitle>{t.outbox}</PageTitle>
      <p className="quiet">{t.outboxWhy}</p>
      <p>
        <Button icon="undo" busy={loading} onClick={reload}>
          {t.refresh}
        </Button>
      </p>
      <ProblemNotice problem={problem} />
      {data === undefined && problem === undefined && <Skeleton />}
      {data?.messages.length === 0 && <Empty title={t.nothing}>{t.nothingDetail}</Empty>}
      <ul className="outbox-list">
        {data?.messages.map((message) => (
          <li key={message.id}>
            <Row spread="apart">
              <span>
                {t.to} <Code>{message.to}</Code>
              </span>
              <time dateTime={message.at} className="quiet">
                {f.dateTime(message.at)}
              </time>
            </Row>
            <p className="outbox-text" dir="auto">
              {message.text}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
