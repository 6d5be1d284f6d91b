import { from as copyFrom } from 'pg-copy-streams'
import type pg from 'pg'
import type { MadeFact } from './made.ts'

const COLUMNS = 'home, id, kind, version, occurred_on, unit, place, subject, quantity, dimensions, source, reverses, recorded_at, recorded_xid'
const CHUNK = 1 << 20

const uuid = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const lineOf = ({ id, kind, town, on, recorded, subject, quantity, dimensions, reverses }: MadeFact): string =>
  `${town.home}\t${uuid(id)}\t${kind}\t1\t${on}\t${town.unit}\t${town.code}\t${subject ?? '\\N'}\t${quantity}\t${JSON.stringify(dimensions)}\t${uuid(id)}\t${reverses === undefined ? '\\N' : uuid(reverses)}\t${recorded}T12:00:00Z\t0\n`

/** Facts into a table, as fast as it takes them. */
export const copyFacts = async (client: pg.Client, table: string, facts: Iterable<MadeFact>): Promise<void> => {
  const stream = client.query(copyFrom(`copy ${table} (${COLUMNS}) from stdin`))
  const ended = new Promise<void>((resolve, reject) => stream.on('finish', resolve).on('error', reject))
  let text = ''
  for (const fact of facts) {
    text += lineOf(fact)
    if (text.length < CHUNK) continue
    if (!stream.write(text)) await new Promise((drained) => stream.once('drain', drained))
    text = ''
  }
  stream.end(text)
  await ended
}

/** As deeds write them: their transaction is young, so the folding job has not come to them. */
export const writeFacts = async (client: pg.Client, facts: Iterable<MadeFact>): Promise<void> => {
  await client.query('create temporary table fresh (like facts.fact)')
  await copyFacts(client, 'fresh', facts)
  await client.query(`insert into facts.fact (${COLUMNS}) select ${COLUMNS.replace('recorded_xid', 'pg_current_xact_id()')} from fresh`)
}

/** What was sent again comes as a phone sends it: the same fact, which is there already. */
export const sendAgain = async (client: pg.Client, facts: Iterable<MadeFact>): Promise<number> => {
  await client.query('create temporary table if not exists again (like facts.fact)')
  await client.query('truncate again')
  await copyFacts(client, 'again', facts)
  const { rowCount } = await client.query(`insert into facts.fact (${COLUMNS}) select ${COLUMNS} from again on conflict do nothing`)
  return rowCount ?? 0
}
