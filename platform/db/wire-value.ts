/** What goes over the wire: text, or bytes as they are. */
export type Wired = string | Buffer | null

const element = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return arrayText(value)
  const wired = wireValue(value)
  const text = Buffer.isBuffer(wired) ? `\\x${wired.toString('hex')}` : String(wired)
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const arrayText = (values: readonly unknown[]): string => `{${values.map(element).join(',')}}`

/** A parameter as PostgreSQL reads it. Arrays are PostgreSQL's, other objects JSON; an instant is in UTC. */
export const wireValue = (value: unknown): Wired => {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return String(value)
  if (Buffer.isBuffer(value)) return value
  if (value instanceof Date) return value.toISOString()
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return arrayText(value)
  return JSON.stringify(value)
}
