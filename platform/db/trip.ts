import pg from 'pg'
import { wireValue } from './wire-value.ts'
import { WireMessages } from './wire-messages.ts'

export interface Reply {
  /** What was done, in PostgreSQL's words: `INSERT 0 1`, `SELECT 3`, `COMMIT`. */
  readonly tag: string
  readonly rows: unknown[]
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
  readonly columns: readonly Column[]
  /** A row with nothing in it yet: copying its columns takes a third of naming them anew for each row. */
  readonly blank: Readonly<Record<string, null>>
}

/** Where a trip's messages go: pg's connection reads what comes back of them. */
interface Wire {
  readonly stream: { readonly writable: boolean; write(bytes: Buffer): void }
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

const NO_COLUMNS: Prepared = { columns: [], blank: {} }

const preparedOf = (fields: readonly Field[]): Prepared => ({
  columns: fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') as Column['read'] })),
  blank: Object.fromEntries(fields.map(({ name }) => [name, null])),
})

// A trip is written in one go, so all of them share it.
const messages = new WireMessages()

/**
 * Statements that travel together: one write to the socket, one Sync, one answer. pg's own queries each carry a
 * Sync, and so each cost PostgreSQL a write, us a read, and both of them the description of columns that are known.
 * The first statement that fails is the cause: PostgreSQL skips those behind it.
 */
export class Trip extends pg.Query {
  readonly statements: Sent[] = []
  /** The prepared statements of the connection that it travels on. */
  private known = new Map<string, Prepared>()
  private at = 0
  private gathered: unknown[] = []
  private columns = NO_COLUMNS

  constructor() {
    super('')
  }

  /** Answers what went wrong, and then nothing was sent. Declared as a property by the class it extends. */
  override submit = (connection: unknown): Error | undefined => {
    const { stream } = connection as Wire
    this.known = preparedOn(connection as Wire)
    try {
      const bytes = messages.gather(() => this.write())
      // A connection that was lost meanwhile ends all that wait for it.
      if (stream.writable) stream.write(bytes)
    } catch (error) {
      return error as Error
    }
    this.begin()
    return undefined
  }

  private write(): void {
    const underWay = new Set<string>()
    for (const { text, values } of this.statements) {
      const name = nameOf(text)
      const isNew = name === '' || (!this.known.has(name) && !underWay.has(name))
      if (isNew) {
        // A statement whose first trip failed may or may not have been prepared: closing what is not there is allowed.
        if (name !== '') messages.close(name)
        messages.parse(name, text)
        underWay.add(name)
      }
      messages.bind(name, values.map(wireValue))
      if (isNew) messages.describe()
      messages.execute()
    }
    messages.sync()
  }

  /** What is known of the statement whose answer comes next. */
  private begin(): void {
    const next = this.statements[this.at]
    this.gathered = []
    this.columns = (next === undefined ? undefined : this.known.get(nameOf(next.text))) ?? NO_COLUMNS
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.columns = preparedOf(fields)
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const { columns, blank } = this.columns
    const row: Record<string, unknown> = { ...blank }
    let at = 0
    for (const { name, read } of columns) {
      const text = fields[at++] ?? null
      row[name] = text === null ? null : read(text)
    }
    this.gathered.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.finish(text)
  }

  handleEmptyQuery(): void {
    this.finish('')
  }

  private finish(tag: string): void {
    const done = this.statements[this.at]
    if (done === undefined) return
    const reply = { tag, rows: this.gathered }
    const name = nameOf(done.text)
    if (name !== '') this.known.set(name, this.columns)
    this.at += 1
    this.begin()
    done.resolve(reply)
  }

  handleError(error: unknown): void {
    const lost = this.statements.slice(this.at)
    this.at = this.statements.length
    const [failed] = lost
    if (failed !== undefined) this.known.delete(nameOf(failed.text))
    for (const { reject } of lost) reject(error)
  }

  handleReadyForQuery(): void {
    if (this.at < this.statements.length) this.handleError(new Error('PostgreSQL did not answer every statement'))
  }
}
