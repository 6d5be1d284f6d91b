import { daysBetween, today } from '#engines/calendar/index.ts'
import { ClockFace } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { ListLine } from '#web/parts/staff.ts'
import { boardWords } from './words.ts'
import { Badge, Empty, Filters, Skeleton, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { sortOf, type Need, type Sort } from './use-board.ts'

export interface NeedsProps {
  readonly needs: readonly Need[]
  readonly shown: readonly Need[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly chosen: Need | undefined
  readonly onChoose: (referral: Need['referral']) => void
  readonly loaded: boolean
}

/** The needs of the area, longest wait first. */
export function Needs({ needs, shown, sort, onSort, chosen, onChoose, loaded }: NeedsProps) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const kindName = useKindName()
  if (!loaded) return <Skeleton lines={6} />
  if (needs.length === 0) return <Empty title={t.emptyTitle}>{t.emptyText}</Empty>
  const count = (wanted: Sort) => needs.filter((need) => wanted === 'all' || sortOf(need) === wanted).length
  const option = (value: Sort, label: string) => ({ value, label, count: f.number(count(value)) })
  return (
    <section aria-labelledby="board-needs" className="board-needs">
      <div className="board-needs-head">
        <h2 id="board-needs">{t.needs}</h2>
        <span className="quiet">{t.oldestFirst}</span>
      </div>
      <Filters<Sort>
        label={t.filterLabel}
        value={sort}
        onChange={onSort}
        options={[
          option('all', t.filterAll),
          option('proposed', t.filterProposed),
          option('nobody', t.filterNobody),
          option('offered', t.filterOffered),
        ]}
      />
      {shown.length === 0 && <p className="quiet">{t.filterEmpty}</p>}
      <ul className="board-list">
        {shown.map((need) => (
          <li key={need.referral}>
            <ListLine to="/staff/board" id={need.referral} look="board-need" on={need.referral === chosen?.referral} onChoose={() => onChoose(need.referral)}>
              <b>{kindName(need.card.kind)}</b>
              <Standing need={need} />
              <span className="board-need-lines">
                <WhereAndWhen need={need} />
              </span>
            </ListLine>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Two lines that say of which need this is. */
export function WhereAndWhen({ need: { card, waitingDays } }: { need: Need }) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const { language } = useLanguage()
  return (
    <>
      <span>{t.atArea({ area: language === 'fa' ? card.areaFa : card.areaEn, when: f.date(card.from, { style: 'day' }) })}</span>
      <span>
        {f.timeRange(card.from, card.to)} · {t.waited({ days: waitingDays })}
        {card.pair && ` · ${t.two}`}
      </span>
    </>
  )
}

/** How near the visit is, or what stands in its way. */
export function Standing({ need }: { need: Need }) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const now = new Date()
  const from = new Date(need.card.from)
  if (need.suggestion !== null) return <Badge tone="today" icon="person">{t.suggestedBadge}</Badge>
  if (need.referralState === 'offered') return <Badge icon="sent">{t.offeredBadge}</Badge>
  if (sortOf(need) === 'nobody')
    return (
      <Badge tone="late" icon={<ClockFace state="late" />}>
        {t.nobodyBadge}
      </Badge>
    )
  if (from < now)
    return (
      <Badge tone="late" icon={<ClockFace state="late" />}>
        {t.passed}
      </Badge>
    )
  const days = daysBetween(today(now, f.timeZone), today(from, f.timeZone))
  if (days === 0)
    return (
      <Badge tone="today" icon={<ClockFace state="today" />}>
        {t.today}
      </Badge>
    )
  return (
    <Badge tone="good" icon={<ClockFace state="on-track" />}>
      {t.daysToGo({ days })}
    </Badge>
  )
}
