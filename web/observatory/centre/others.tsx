import { words } from '#domains/observatory/centre/words.ts'
import { centreWords } from '#web/observatory/words.ts'
import { Table, useFormatter, useWords } from '#web/ui/index.ts'
import type { Centre } from './centre.ts'

type Count = keyof Centre['counts']
const COUNTS: readonly Count[] = [
  'needsMet',
  'needsUnmet',
  'needsMetByStaff',
  'needsRecorded',
  'visitsConfirmed',
  'minutesGiven',
  'casesOpened',
  'requestsReceived',
]

/** The other counts of the month beside those of the same days a month before. */
export function Others({ centre }: { centre: Centre }) {
  const t = useWords(centreWords)
  const of = useWords(words)
  const f = useFormatter()
  const figure = (counts: Centre['counts'], count: Count) =>
    count === 'minutesGiven' ? <span className="nowrap">{t.hours({ minutes: counts.minutesGiven })}</span> : f.number(counts[count])
  return (
    <Table<Count>
      caption={t.besides}
      rows={COUNTS}
      keyOf={(count) => count}
      columns={[
        { id: 'what', header: t.what, cell: (count) => (count === 'minutesGiven' ? t.timeGiven : of[count]), names: true },
        { id: 'now', header: t.thisMonth, cell: (count) => figure(centre.counts, count), figures: true },
        { id: 'before', header: t.sameDays, cell: (count) => figure(centre.before, count), figures: true },
      ]}
    />
  )
}
