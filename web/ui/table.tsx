import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './table.css'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { Skeleton } from './waiting.tsx'
import { words } from './words.ts'

export interface Column<Row> {
  readonly id: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** This column names the row for screen readers. */
  readonly names?: boolean
  readonly sortable?: boolean
  /** Figures stand at the end and keep their digits under each other. */
  readonly figures?: boolean
  /** A CSS width such as `152px` or `30%`; columns without one share the rest. */
  readonly width?: string
  /** Left away below 720 px. */
  readonly wideOnly?: boolean
}

export interface Sorting {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

export interface TableProps<Row> {
  /** What the table is, in a few words. */
  readonly caption: ReactNode
  readonly hideCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[] | undefined
  readonly keyOf: (row: Row) => string
  /** Enter, or a click, opens a row; without it rows take no focus. */
  readonly onOpen?: (row: Row) => void
  readonly selected?: string
  readonly sorting?: Sorting
  readonly onSort?: (sorting: Sorting) => void
  /** Stands in place of rows when there are none. */
  readonly empty?: ReactNode
  /** Height of the scrolling window; lists of more than 100 rows draw only what is in it. */
  readonly height?: string
  /** It may be wider than a phone, and is then scrolled by keys. */
  readonly wide?: boolean
  /** Pixels; every row is exactly this high. */
  readonly rowHeight?: number
  /** All rows there are, when `rows` is only a part. */
  readonly total?: number
}

/** Rows drawn beyond the window at either side, so that quick scrolling shows no gap. */
const spare = 12
const drawAllUpTo = 100

/**
 * A grid of rows: `j` `k` and the arrows go from row to row, `Enter` opens. Thousands of rows cost as
 * much as the dozens that can be seen.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, keyOf, onOpen, selected, sorting, onSort } = props
  const { rowHeight = 40 } = props
  const count = rows?.length ?? 0
  const window = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const wanted = useRef<number>(undefined)
  const range = useRange(window, count, rowHeight)

  const focusRow = (index: number) => {
    if (count === 0) return
    const next = Math.max(0, Math.min(index, count - 1))
    wanted.current = next
    setActive(next)
    reveal(window.current, next, rowHeight)
  }
  // A row far away is only drawn once the window has moved, so the focus waits for it.
  useEffect(() => {
    const row = window.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    if (!row) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepOf(event.code, count)
    if (step === undefined) return
    event.preventDefault()
    focusRow(step.to ?? active + (step.by ?? 0))
  }

  if (rows?.length === 0 && props.empty) return <>{props.empty}</>
  return (
    <div
      className="table-window"
      ref={window}
      style={{ maxBlockSize: props.height }}
      // With nothing to press in it, a window is still scrolled by keys.
      tabIndex={(props.height !== undefined || props.wide) && !onOpen ? 0 : undefined}
      onKeyDown={onOpen && onKeyDown}
    >
      <table className="table" role={onOpen && 'grid'} aria-rowcount={(props.total ?? count) + 1}>
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap px={range.from * rowHeight} span={columns.length} />
          {rows?.slice(range.from, range.to).map((row, at) => {
            const index = range.from + at
            const key = keyOf(row)
            return (
              <tr
                key={key}
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={onOpen ? key === selected : undefined}
                className={joined(
                  'table-row',
                  key === selected && 'table-row--selected',
                  onOpen && 'table-row--opens',
                )}
                style={{ blockSize: rowHeight }}
                tabIndex={onOpen ? (index === active ? 0 : -1) : undefined}
                onFocus={() => setActive(index)}
                onClick={() => onOpen?.(row)}
                onKeyDown={(event) => {
                  if (event.code === 'Enter' && event.target === event.currentTarget) onOpen?.(row)
                }}
              >
                {columns.map((column) => {
                  const Cell = column.names ? 'th' : 'td'
                  const scope = column.names ? 'row' : undefined
                  return (
                    <Cell key={column.id} scope={scope} className={classOf(column)}>
                      {column.cell(row)}
                    </Cell>
                  )
                })}
              </tr>
            )
          })}
          <Gap px={(count - range.to) * rowHeight} span={columns.length} />
        </tbody>
      </table>
      {rows === undefined && <Skeleton lines={6} />}
    </div>
  )
}

const joined = (...classes: readonly unknown[]) => classes.filter(Boolean).join(' ') || undefined

const classOf = (column: { figures?: boolean; wideOnly?: boolean }) =>
  joined(column.figures && 'table-figures', column.wideOnly && 'table-wide-only')

function stepOf(code: string, count: number): { by?: number; to?: number } | undefined {
  switch (code) {
    case 'KeyJ':
    case 'ArrowDown':
      return { by: 1 }
    case 'KeyK':
    case 'ArrowUp':
      return { by: -1 }
    case 'PageDown':
      return { by: 10 }
    case 'PageUp':
      return { by: -10 }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: count - 1 }
    default:
      return undefined
  }
}

/** Which rows to draw for the present scroll position. */
function useRange(window: React.RefObject<HTMLDivElement | null>, count: number, rowHeight: number) {
  const [view, setView] = useState({ top: 0, height: 800 })
  const all = count <= drawAllUpTo
  useEffect(() => {
    const element = window.current
    if (all || element === null) return undefined
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [window, all])
  if (all) return { from: 0, to: count }
  const from = Math.max(0, Math.floor(view.top / rowHeight) - spare)
  return { from, to: Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + spare) }
}

function reveal(window: HTMLDivElement | null, index: number, rowHeight: number) {
  if (window === null) return
  const head = window.querySelector('thead')?.offsetHeight ?? 0
  const top = index * rowHeight
  const bottom = top + rowHeight + head
  if (top < window.scrollTop) window.scrollTop = top
  else if (bottom > window.scrollTop + window.clientHeight) window.scrollTop = bottom - window.clientHeight
}

function Gap({ px, span }: { px: number; span: number }) {
  if (px <= 0) return null
  return (
    <tr role="presentation" aria-hidden="true">
      <td colSpan={span} style={{ blockSize: px, padding: 0, border: 0 }} />
    </tr>
  )
}

function Head<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const t = useWords(words)
  const direction = sorting?.column === column.id ? sorting.direction : undefined
  const other = direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={direction} className={classOf(column)} style={{ inlineSize: column.width }}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className="table-sort"
          onClick={() => onSort({ column: column.id, direction: other })}
        >
          {column.header}
          {direction ? (
            <Icon name="down" size={16} className={direction === 'ascending' ? 'table-sort-up' : ''} />
          ) : (
            <Icon name="sort" size={16} className="quiet" />
          )}
          {direction && (
            <span className="visually-hidden">, {direction === 'ascending' ? t.sortedUp : t.sortedDown}</span>
          )}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sorting?: Sorting
  readonly onSort?: (sorting: Sorting) => void
}
