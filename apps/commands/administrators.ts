import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { OpenHouse } from '#apps/house.ts'
import { appointFirstAdministrators, type FirstAdministrator } from '#domains/accounts/index.ts'
import { newId } from '#platform/ids/index.ts'
import type { Print } from './refused.ts'
import { withHouse } from './with-role.ts'

export const USAGE = 'administrators appoint NAME CONTACT NAME CONTACT [--unit UNIT] [--agency NAME --agency-en NAME]'

interface Asked {
  readonly pair: readonly [FirstAdministrator, FirstAdministrator]
  readonly unit: string | undefined
  readonly agency: { readonly fa: string; readonly en: string } | undefined
}

/** What was typed; every mistake is answered with what to type instead. */
export const readAsked = (rest: readonly string[]): Asked => {
  const { values, positionals } = parseArgs({
    args: [...rest],
    allowPositionals: true,
    options: { unit: { type: 'string' }, agency: { type: 'string' }, 'agency-en': { type: 'string' } },
  })
  const [name, contact, otherName, otherContact, ...more] = positionals.map((word) => word.trim())
  if (!name || !contact || !otherName || !otherContact || more.length > 0)
    throw new Error(`two people are needed, each with a name and a telephone or e-mail address:\n  ${USAGE}`)
  const { agency, 'agency-en': english } = values
  return {
    pair: [{ name, contact }, { name: otherName, contact: otherContact }],
    unit: values.unit,
    agency: agency === undefined ? undefined : { fa: agency.trim(), en: (english ?? agency).trim() },
  }
}

/** The agency's own office, at the top of its tree. */
const findRoot = async (loader: pg.Client): Promise<string | undefined> =>
  (await loader.query<{ id: string }>(`select id from network.unit where organisation = 'agency' and parent is null limit 1`)).rows[0]?.id

const makeRoot = async (loader: pg.Client, agency: NonNullable<Asked['agency']>, now: Date): Promise<string> => {
  const id = newId(now.getTime())
  const { rowCount } = await loader.query(
    `insert into network.unit (id, organisation, level, name_fa, name_en, place, home, lat, lon, opened_on)
     select $1, 'agency', 'nation', $2, $3, code, home, lat, lon, $4::timestamptz::date from places.place where parent is null limit 1`,
    [id, agency.fa, agency.en, now],
  )
  if (rowCount === 0) throw new Error('this database is still empty: start Hamyar once, with HAMYAR_DEMONSTRATION=no for real work')
  return id
}

/** By id or by its name in either language; more than one of a name is not guessed at. */
const requireUnit = async (loader: pg.Client, asked: string): Promise<string> => {
  const { rows } = await loader.query<{ id: string }>(
    `select id from network.unit where closed_on is null and (id::text = $1 or name_fa = $1 or name_en = $1) limit 2`,
    [asked.trim()],
  )
  if (rows[0] === undefined) throw new Error(`no open unit is called “${asked}”`)
  if (rows.length > 1) throw new Error(`more than one unit is called “${asked}”: give its id`)
  return rows[0].id
}

const officeFor = async (loader: pg.Client, { unit, agency }: Asked, now: Date): Promise<string> => {
  if (unit !== undefined) return await requireUnit(loader, unit)
  const root = await findRoot(loader)
  if (root !== undefined) return root
  if (agency === undefined) throw new Error('no unit is recorded yet: name the agency with --agency NAME and --agency-en NAME')
  return await makeRoot(loader, agency, now)
}

/** Two people, or nobody: the unit that was made for them goes again when they are refused. */
export const appointIn = async ({ house }: OpenHouse, loader: pg.Client, rest: readonly string[], print: Print): Promise<void> => {
  const asked = readAsked(rest)
  const before = await findRoot(loader)
  const office = await officeFor(loader, asked, house.clock.now())
  try {
    await appointFirstAdministrators(house, office, asked.pair)
  } catch (error) {
    if (before === undefined) await loader.query('delete from network.unit where id = $1', [office])
    throw error
  }
  const [one, other] = asked.pair
  print(`${one.name} and ${other.name} are administrators now.`)
  print('Each signs in at /sign-in with the contact given here, and sets an authenticator up the first time.')
}

/** `administrators appoint`: the two that a new installation begins with. */
export const appoint = async (print: Print, rest: readonly string[]): Promise<number> => {
  readAsked(rest)
  return await withHouse('loader', async (open, loader) => {
    await appointIn(open, loader, rest, print)
    return 0
  })
}
