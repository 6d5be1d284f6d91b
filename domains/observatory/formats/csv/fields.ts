/*
 * A spreadsheet runs a field that begins like a formula, whoever wrote it (OWASP, CSV Injection). Words get an apostrophe
 * before them, which Excel and LibreOffice take for "this is text"; numbers are ours and stay numbers.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Words as a field of CSV (RFC 4180). */
export const wordField = (text: string): string => quoted(FORMULA.test(text) ? `'${text}` : text)

/** A line of fields that are written already. */
export const line = (fields: readonly string[]): string => `${fields.join(',')}\r\n`
