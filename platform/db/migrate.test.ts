import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMigrations } from './migrate.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hamyar-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), 'select 1;\n')
}

describe('reading migrations', () => {
  it('takes them by their numbers, and nothing else that lies there', () => {
    write('0002_later.sql', '0001_first.sql', 'notes.md')
    expect(readMigrations(folder).map(({ name }) => name)).toEqual(['0001_first.sql', '0002_later.sql'])
  })

  it('refuses two with the same number', () => {
    write('0001_first.sql', '0002_one.sql', '0002_other.sql')
    expect(() => readMigrations(folder)).toThrow('two migrations bear the number of 0002_other.sql')
  })
})
