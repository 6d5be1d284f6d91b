import type { Wired } from './wire-value.ts'

/** The first byte of each message, as PostgreSQL's protocol names them. */
const [BIND, CLOSE, DESCRIBE, EXECUTE, PARSE, SYNC] = [...'BCDEPS'].map((letter) => letter.charCodeAt(0)) as [
  number, number, number, number, number, number,
]
const [PORTAL, STATEMENT] = [...'PS'].map((letter) => letter.charCodeAt(0)) as [number, number]

const [TEXT, BINARY] = [0, 1] as const

const LENGTH = 4

const NOTHING = -1

// A trip of a page is one or two thousand bytes.
const USUAL = 64 * 1024

// A character of JavaScript's takes at most three bytes.
const MOST_BYTES = 3

/**
 * The messages of a trip, written one behind the other and sent as one piece. pg makes each a buffer of its own,
 * and a dozen of them for a page took as long to make and to hand to the socket as to fill.
 */
export class WireMessages {
  private bytes = Buffer.allocUnsafeSlow(USUAL)
  private end = 0

  parse(statement: string, text: string): void {
    const start = this.begin(PARSE)
    this.text(statement)
    this.text(text)
    // The types of its parameters: PostgreSQL finds them.
    this.short(0)
    this.finish(start)
  }

  bind(statement: string, values: readonly Wired[]): void {
    const start = this.begin(BIND)
    this.text('')
    this.text(statement)
    this.formats(values)
    this.short(values.length)
    for (const value of values) this.value(value)
    // Every column comes back as text.
    this.short(0)
    this.finish(start)
  }

  /** What `bind` opened last. */
  describe(): void {
    const start = this.begin(DESCRIBE)
    this.byte(PORTAL)
    this.text('')
    this.finish(start)
  }

  execute(): void {
    const start = this.begin(EXECUTE)
    this.text('')
    // All rows.
    this.long(0)
    this.finish(start)
  }

  close(statement: string): void {
    const start = this.begin(CLOSE)
    this.byte(STATEMENT)
    this.text(statement)
    this.finish(start)
  }

  sync(): void {
    this.finish(this.begin(SYNC))
  }

  /** All that `write` writes, as a copy: a socket that is busy keeps it until it can be sent. */
  gather(write: () => void): Buffer {
    // Whatever was begun and failed never becomes part of another trip.
    this.end = 0
    write()
    const gathered = Buffer.from(this.bytes.subarray(0, this.end))
    if (this.bytes.length > USUAL) this.bytes = Buffer.allocUnsafeSlow(USUAL)
    return gathered
  }

  /** A message's letter and a place for its length, which counts itself and not the letter. */
  private begin(letter: number): number {
    this.byte(letter)
    return this.length()
  }

  private length(): number {
    this.long(0)
    return this.end - LENGTH
  }

  private finish(start: number): void {
    this.bytes.writeInt32BE(this.end - start, start)
  }

  /** None stands for "all text". */
  private formats(values: readonly Wired[]): void {
    if (!values.some(Buffer.isBuffer)) return this.short(0)
    this.short(values.length)
    for (const value of values) this.short(Buffer.isBuffer(value) ? BINARY : TEXT)
  }

  private value(value: Wired): void {
    if (value === null) return this.long(NOTHING)
    const start = this.length()
    if (typeof value === 'string') this.characters(value)
    else this.copy(value)
    this.bytes.writeInt32BE(this.end - start - LENGTH, start)
  }

  private text(text: string): void {
    this.characters(text)
    this.byte(0)
  }

  private characters(text: string): void {
    this.room(text.length * MOST_BYTES)
    this.end += this.bytes.write(text, this.end)
  }

  private copy(value: Buffer): void {
    this.room(value.length)
    this.bytes.set(value, this.end)
    this.end += value.length
  }

  private byte(value: number): void {
    this.room(1)
    this.bytes[this.end] = value
    this.end += 1
  }

  private short(value: number): void {
    this.room(2)
    this.end = this.bytes.writeUInt16BE(value, this.end)
  }

  private long(value: number): void {
    this.room(4)
    this.end = this.bytes.writeInt32BE(value, this.end)
  }

  private room(size: number): void {
    if (this.end + size <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(2 * (this.end + size))
    this.bytes.copy(larger, 0, 0, this.end)
    this.bytes = larger
  }
}
