import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export interface Migration {
  readonly name: string
  readonly text: string
}

/** In the order of their numbers. Two with the same number are refused: which one comes first would be chance. */
export const readMigrations = (folder: string): Migration[] => {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
  const twice = names.find((name, at) => name.slice(0, 4) === names[at - 1]?.slice(0, 4))
  if (twice !== undefined) throw new Error(`two migrations bear the number of ${twice}`)
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** A statement ends with a line that ends in `;` outside of `$$ … $$`. One at a time, as Citus wants it. */
export const statementsOf = (text: string): string[] => {
  const statements: string[] = []
  let current: string[] = []
  let quoted = false
  for (const line of text.split('\n')) {
    if (current.length === 0 && (line.trim() === '' || line.startsWith('--'))) continue
    current.push(line)
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) quoted = !quoted
    if (!quoted && line.trimEnd().endsWith(';')) {
      statements.push(current.join('\n'))
      current = []
    }
  }
  if (current.length > 0) throw new Error(`a migration ends inside a statement: ${current[0]}`)
  return statements
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Applies what is missing, each migration in one transaction, as the owner (who is itself behind forced
 * row security; `row_security = off` makes a forgotten policy fail loudly instead of hiding rows).
 * Answers the names applied. A migration that was changed after it ran is refused.
 */
export const migrate = async (ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const applied: string[] = []
  try {
    await owner.query('select pg_advisory_lock(4815162343)')
    await owner.query('set row_security = off')
    await owner.query('create schema if not exists migrations')
    await owner.query(
      'create table if not exists migrations.applied (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    const { rows } = await owner.query<{ name: string; hash: string }>('select name, hash from migrations.applied')
    const known = new Map(rows.map(({ name, hash }) => [name, hash]))
    for (const { name, text } of migrations) {
      const earlier = known.get(name)
      if (earlier !== undefined && earlier !== hashOf(text))
        throw new Error(`${name} was changed after it ran: write a new migration instead`)
      if (earlier !== undefined) continue
      await owner.query('begin')
      for (const statement of statementsOf(text)) await owner.query(statement)
      await owner.query('insert into migrations.applied (name, hash) values ($1, $2)', [name, hashOf(text)])
      await owner.query('commit')
      applied.push(name)
    }
    await owner.query('select pg_advisory_unlock(4815162343)')
    return applied
  } finally {
    await owner.end()
  }
}
