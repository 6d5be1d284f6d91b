import { refuse } from '#apps/commands/refused.ts'

export interface Csv {
  readonly names: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Fields of one line; quotes around a field may hold commas, and a doubled quote is one. */
const fieldsOf = (line: string): string[] => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')

export const parseCsv = (text: string, file: string): Csv => {
  const [head, ...lines] = text.trim().split(/\r?\n/)
  const names = fieldsOf(head ?? '')
  if (names.length === 0 || names[0] === '') refuse(`${file}, line 1`, 'no names of columns')
  const rows = lines.map((line, index) => {
    const fields = fieldsOf(line)
    return fields.length === names.length ? fields : refuse(`${file}, line ${index + 2}`, `${fields.length} fields; there are ${names.length} columns`)
  })
  return { names, rows }
}
