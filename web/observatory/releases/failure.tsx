import type { PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import { releaseWords } from '#web/observatory/release-words.ts'
import { Notice, Table, useLanguage, useWords } from '#web/ui/index.ts'
import { cellColumns } from './cell-columns.tsx'
import type { Release } from './use-release.ts'

/** Why it could not be made, which numbers it is about, and what to do. */
export function Failure({ failure: { what, cells, differences } }: { failure: NonNullable<Release['failure']> }) {
  const t = useWords(releaseWords)
  const { language } = useLanguage()
  const text = { lost: t.failLost, unsafe: t.failUnsafe, broken: t.failBroken }[what]
  const rows = cells.map((cell, at) => ({ ...cell, key: String(at) }))
  return (
    <section className="flow" aria-labelledby="release-failure">
      <Notice tone="wrong">{text}</Notice>
      {rows.length > 0 && (
        <>
          <h2 id="release-failure">{t.failCells}</h2>
          <Table caption={t.failCells} hideCaption rows={rows} keyOf={({ key }) => key} height="320px" columns={cellColumns(t, language, (period) => periodName(period as PeriodCode, language))} />
        </>
      )}
      {differences > 0 && <p>{t.failDifferences({ count: differences })}</p>}
    </section>
  )
}
