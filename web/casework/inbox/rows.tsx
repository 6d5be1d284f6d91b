import { ClockBadge, OwnWords, PersonName } from '#web/parts/index.ts'
import { ListLine } from '#web/parts/staff.ts'
import { Badge, useLanguage, useWords } from '#web/ui/index.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import { inboxWords } from '#web/casework/words.ts'
import { groupOf, type Group, type Row } from './use-inbox.ts'

const GROUPS: readonly Group[] = ['danger', 'late', 'today', 'on-track']

export interface RowsProps {
  readonly rows: readonly Row[]
  readonly chosen: string | undefined
  readonly onChoose: (id: Row['id']) => void
}

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

function GroupRows({ group, rows, chosen, onChoose }: RowsProps & { group: Group }) {
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
            <ListLine to="/staff/inbox" id={row.id} look="inbox-row" on={row.id === chosen} onChoose={() => onChoose(row.id)}>
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
            </ListLine>
          </li>
        ))}
      </ul>
    </li>
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
