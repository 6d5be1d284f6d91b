import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { daysBetween, today } from '#engines/calendar/index.ts'
import { ClockFace } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { boardWords } from './words.ts'
import { Badge, Empty, Filters, Skeleton, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { sortOf, type Need, type Sort } from './use-board.ts'

export interface NeedsProps {
  readonly needs: readonly Need[]
  readonly shown: readonly Need[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly chosen: Need | undefined
  readonly onChoose: (referral: string) => void
  /** The proposal is not beside the list: a line leads to it. */
  readonly isStacked: boolean
  readonly loaded: boolean
}

export const lineId = (referral: string): string => `need-${referral}`

/** The needs of the area, longest wait first. */
export function Needs({ needs, shown, sort, onSort, chosen, onChoose, isStacked, loaded }: NeedsProps) {
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
            <Line referral={need.referral} on={need.referral === chosen?.referral} onChoose={() => onChoose(need.referral)} isStacked={isStacked}>
              <b>{kindName(need.card.kind)}</b>
              <Standing need={need} />
              <span className="board-need-lines">
                <WhereAndWhen need={need} />
              </span>
            </Line>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly referral: string
  readonly on: boolean
  readonly onChoose: () => void
  readonly isStacked: boolean
  readonly children: ReactNode
}

function Line({ referral, on, onChoose, isStacked, children }: LineProps) {
  const button = useRef<HTMLButtonElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const element = button.current ?? link.current
    if (on) element?.scrollIntoView({ block: 'nearest' })
  }, [on])
  const shared = { id: lineId(referral), className: `board-need${on ? ' board-need--on' : ''}`, onClick: onChoose, 'aria-current': on ? ('true' as const) : undefined }
  if (isStacked)
    return (
      <Link {...shared} ref={link} to="/staff/board" search={{ need: referral }}>
        {children}
      </Link>
    )
  return (
    <button {...shared} ref={button} type="button">
      {children}
    </button>
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
