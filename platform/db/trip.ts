import pg from 'pg'
import { wireValue, type Wired } from './wire-value.ts'

export interface Reply {
  readonly command: string
  readonly rows: unknown[]
  readonly rowCount: number | null
}

/** One statement on its way. What comes back of it is told once. */
export interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
}

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

interface Column {
  readonly name: string
  readonly read: (text: string) => unknown
}

/** A prepared statement: its columns, which PostgreSQL keeps as they are for as long as it stays prepared. */
interface Prepared {
  columns: readonly Column[]
}

/** The messages of pg's connection that a trip is made of, as its own queries and cursors send them. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  parse(message: { name: string; text: string }): void
  bind(message: { statement: string; values: readonly Wired[] }): void
  describe(message: { type: 'P'; name: '' }): void
  execute(message: { portal: '' }): void
  close(message: { type: 'S'; name: string }): void
  sync(): void
}

const names = new Map<string, string>()

// The texts are those of the stores, a few hundred; a long list of keys makes new ones, so the map is bounded.
const MOST_NAMES = 2_000

/** Each text is prepared once a connection and planned once: planning a guarded join took longer than running it. */
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST_NAMES) return ''
  const name = `hamyar ${names.size}`
  names.set(text, name)
  return name
}

const prepared = new WeakMap<Wire, Map<string, Prepared>>()

const preparedOn = (wire: Wire): Map<string, Prepared> => {
  const known = prepared.get(wire) ?? new Map<string, Prepared>()
  prepared.set(wire, known)
  return known
}

const columnsOf = (fields: readonly Field[]): Column[] =>
  fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') as Column['read'] }))

/** `INSERT 0 1`, `SELECT 3`, `COMMIT`: the count stands last. */
const readTag = (tag: string): Pick<Reply, 'command' | 'rowCount'> => {
  const count = Number(tag.slice(tag.lastIndexOf(' ') + 1))
  const end = tag.indexOf(' ')
  return Number.isNaN(count) ? { command: tag, rowCount: null } : { command: tag.slice(0, end), rowCount: count }
}

/**
 * Statements that travel together: one write to the socket, one Sync, one answer. pg's own queries each carry a
 * Sync, and so each cost PostgreSQL a write, us a read, and both of them the description of columns that are known.
 * The first statement that fails is the cause: PostgreSQL skips those behind it.
 */
export class Trip extends pg.Query {
  readonly statements: Sent[] = []
  private wire: Wire | undefined
  private at = 0
  private gathered: unknown[] = []
  private columns: readonly Column[] = []

  constructor() {
    super('')
  }

  // Declared as a property by the class it extends.
  override submit = (connection: unknown): void => {
    const wire = connection as Wire
    this.wire = wire
    const known = preparedOn(wire)
    const underWay = new Set<string>()
    wire.stream.cork()
    for (const { text, values } of this.statements) {
      const name = nameOf(text)
      const isNew = name === '' || (!known.has(name) && !underWay.has(name))
      if (isNew) {
        // A statement whose first trip failed may or may not have been prepared: closing what is not there is allowed.
        if (name !== '') wire.close({ type: 'S', name })
        wire.parse({ name, text })
        underWay.add(name)
      }
      wire.bind({ statement: name, values: values.map(wireValue) })
      if (isNew) wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '' })
    }
    wire.sync()
    wire.stream.uncork()
    this.begin()
  }

  /** What is known of the statement whose answer comes next. */
  private begin(): void {
    const next = this.statements[this.at]
    this.gathered = []
    this.columns = next === undefined || this.wire === undefined ? [] : (preparedOn(this.wire).get(nameOf(next.text))?.columns ?? [])
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.columns = columnsOf(fields)
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const row: Record<string, unknown> = {}
    let at = 0
    for (const { name, read } of this.columns) {
      const text = fields[at++] ?? null
      row[name] = text === null ? null : read(text)
    }
    this.gathered.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.finish({ ...readTag(text), rows: this.gathered })
  }

  handleEmptyQuery(): void {
    this.finish({ command: '', rows: [], rowCount: null })
  }

  private finish(reply: Reply): void {
    const done = this.statements[this.at]
    if (done === undefined || this.wire === undefined) return
    const name = nameOf(done.text)
    if (name !== '') preparedOn(this.wire).set(name, { columns: this.columns })
    this.at += 1
    this.begin()
    done.resolve(reply)
  }

  handleError(error: unknown): void {
    const lost = this.statements.slice(this.at)
    this.at = this.statements.length
    const [failed] = lost
    if (failed !== undefined && this.wire !== undefined) preparedOn(this.wire).delete(nameOf(failed.text))
    for (const { reject } of lost) reject(error)
  }

  handleReadyForQuery(): void {
    if (this.at < this.statements.length) this.handleError(new Error('PostgreSQL did not answer every statement'))
  }
}
