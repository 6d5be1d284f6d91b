import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { ClockBadge, OwnWords, PersonName } from '#web/parts/index.ts'
import { Badge, useLanguage, useWords } from '#web/ui/index.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import { inboxWords } from '#web/casework/words.ts'
import { groupOf, type Group, type Row } from './use-inbox.ts'

const GROUPS: readonly Group[] = ['danger', 'late', 'today', 'on-track']

export interface RowsProps {
  readonly rows: readonly Row[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  /** The request is not beside the list: a line leads to it. */
  readonly isStacked: boolean
}

export const lineId = (request: string): string => `request-${request}`

/** The requests by their clocks, danger apart. */
export function Rows({ rows, ...rest }: RowsProps) {
  const t = useWords(inboxWords)
  return (
    <ul className="inbox-list" aria-label={t.list}>
      {GROUPS.map((group) => (
        <GroupRows key={group} group={group} rows={rows.filter((row) => groupOf(row) === group)} {...rest} />
      ))}
    </ul>
  )
}

function GroupRows({ group, rows, chosen, onChoose, isStacked }: RowsProps & { group: Group }) {
  const t = useWords(inboxWords)
  const desk = useWords(deskWords)
  const { language } = useLanguage()
  if (rows.length === 0) return null
  const title = { danger: t.groupDanger, late: t.groupLate, today: t.groupToday, 'on-track': t.groupOnTrack }[group]
  return (
    <li>
      <h2 className="inbox-group">{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Line request={row.id} on={row.id === chosen} onChoose={() => onChoose(row.id)} isStacked={isStacked}>
              <span className="inbox-clock">
                <Standing row={row} />
              </span>
              <span className="inbox-words">
                <b>
                  <PersonName>{`${row.givenName} ${row.familyName}`}</PersonName>
                </b>
                {row.unconfirmed && <span className="quiet">{t.unconfirmed}</span>}
                <span className="inbox-said">{row.words === '' ? t.said : <OwnWords>{row.words}</OwnWords>}</span>
              </span>
              <span className="inbox-place">
                {row.quarter ?? (language === 'fa' ? row.placeFa : row.placeEn)}
                <span className="quiet">{channelOf(desk, row.channel)}</span>
              </span>
            </Line>
          </li>
        ))}
      </ul>
    </li>
  )
}

interface LineProps {
  readonly request: string
  readonly on: boolean
  readonly onChoose: () => void
  readonly isStacked: boolean
  readonly children: ReactNode
}

function Line({ request, on, onChoose, isStacked, children }: LineProps) {
  const button = useRef<HTMLButtonElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const element = button.current ?? link.current
    if (on) element?.scrollIntoView({ block: 'nearest' })
  }, [on])
  const shared = { id: lineId(request), className: `inbox-row${on ? ' inbox-row--on' : ''}`, onClick: onChoose }
  if (isStacked)
    return (
      <Link {...shared} ref={link} to="/staff/inbox" search={{ request }} aria-current={on ? 'true' : undefined}>
        {children}
      </Link>
    )
  return (
    <button {...shared} ref={button} type="button" aria-pressed={on}>
      {children}
    </button>
  )
}

/** How near its answer is due, or that it is about danger. */
export function Standing({ row }: { row: Row }) {
  const t = useWords(inboxWords)
  if (groupOf(row) === 'danger')
    return (
      <Badge tone="late" icon="alert">
        {t.groupDanger}
      </Badge>
    )
  return <ClockBadge state={row.clock} days={row.days} due={row.dueAt} />
}

const channelOf = (desk: ReturnType<typeof useWords<typeof deskWords>>, channel: string): string => {
  const key = `channel-${channel}`
  return key in desk ? (desk[key as keyof typeof desk] as string) : channel
}
