import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, arrange, asked, offerToVolunteer, VISIT_FROM } from '#apps/testing/chain.ts'
import { homes, openTestHouse, people, units, volunteers, type Name, type TestHouse } from '#apps/testing/index.ts'
import { ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import type { DatabaseRole } from '#platform/db/bootstrap.ts'
import { anyone, type Actor } from '#platform/actor/index.ts'
import { inTransaction, wallOf, type WallSettings } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import { headOf } from '#platform/db/wall.ts'

let house: TestHouse
let walked: Awaited<ReturnType<typeof arrange>>
let referral: string
let visit: string
let app: pg.Client

const connectAs = async (role: DatabaseRole): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: house.urlOf(role) })
  await client.connect()
  return client
}

beforeAll(async () => {
  house = await openTestHouse()
  walked = await arrange(house)
  const taken = await offerToVolunteer(house, walked.behzad)
  await approve(house, walked.person, walked.code)
  referral = taken.offer.id
  visit = taken.visit.id
  // A second case, in a centre of another province.
  await house.stranger().send(ask, {
    body: { ...asked, place: 'T-2-1-1', familyName: 'دیگر', phone: '0912 000 0001' },
  })
  const supervisorOfC = await house.as('supervisorOfC')
  const [row] = (await supervisorOfC.send(getInbox, {})).answer.rows
  await supervisorOfC.send(triage, {
    params: { request: row!.id },
    body: { revision: row!.revision, decision: { decision: 'open-case', worker: people.workerOfC.account } },
  })
  app = await connectAs('app')
})
afterAll(async () => {
  await app.end()
  await house.close()
})

const actorOf = async (name: Name): Promise<Actor> => {
  const visitor = await house.as(name)
  return await house.open.house.auth.sessions.read(visitor.cookie())
}

const begin = async (wall: WallSettings) => {
  for (const { text, values } of headOf(wall, true)) await app.query(text, [...values])
}

/** Runs SQL as the application would for this actor, at an instant, and takes it back. */
const asActor = async <R extends object>(actor: Actor, text: string, values: unknown[] = [], at = house.clock.now()) => {
  await begin(wallOf(actor, at))
  try {
    return await app.query<R>(text, values)
  } finally {
    await app.query('rollback')
  }
}

const idsSeen = async (name: Name, table: string): Promise<string[]> =>
  (await asActor<{ id: string }>(await actorOf(name), `select id from ${table} order by id`)).rows.map(({ id }) => id)

const GUARDED = [
  'people.person', 'people.exclusion', 'desk.request', 'casework.case', 'casework.need', 'consents.consent',
  'consents.disclosure', 'referrals.referral', 'matching.proposal', 'visits.assignment', 'visits.booking',
] as const

describe('the application’s role with no settings', () => {
  it('reads no row of any guarded table, though each holds some', async () => {
    const tables = await house.look<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p')
         and has_any_column_privilege('hamyar_app', c.oid, 'select') order by 1`,
    )
    expect(tables.length).toBeGreaterThan(15)
    const open: string[] = []
    for (const { name } of tables) {
      const { rows } = await app.query<{ rows: number }>(`select count(*)::int as rows from ${name}`)
      if (rows[0]!.rows > 0) open.push(`${name}: ${rows[0]!.rows}`)
    }
    expect(open).toEqual([])
    for (const name of GUARDED.filter((table) => table !== 'people.exclusion')) {
      const [held] = await house.look<{ rows: number }>(`select count(*)::int as rows from ${name}`)
      expect(held!.rows, name).toBeGreaterThan(0)
    }
  })

  it('changes and removes nothing either', async () => {
    for (const table of GUARDED.filter((name) => !['people.exclusion', 'visits.booking'].includes(name))) {
      const { rowCount } = await app.query(`update ${table} set recorded_by = recorded_by`)
      expect(rowCount, table).toBe(0)
    }
    expect((await app.query('delete from visits.booking')).rowCount).toBe(0)
  })

  it('keeps nothing of the transaction before on the same connection', async () => {
    await begin(wallOf(await actorOf('mina'), house.clock.now()))
    expect((await app.query('select from casework.case')).rowCount).toBe(1)
    await app.query('commit')
    expect((await app.query('select from casework.case')).rowCount).toBe(0)
  })

  it('cannot lift the wall, become somebody else, or look into the accounts', async () => {
    for (const text of [
      'set role hamyar_owner',
      'set role hamyar_loader',
      'alter table people.person disable row level security',
      'create policy mine on people.person using (true)',
      'create function public.mine() returns integer language sql return 1',
      'truncate people.person',
      'select * from auth.account',
      'select * from graphile_worker._private_jobs',
      'select * from migrations.applied',
      `update audit.entry set act = 'nothing'`,
      'delete from facts.fact',
      `copy people.person to program 'true'`,
    ])
      await expect(app.query(text), text).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42P01)$/) })
    await app.query('set row_security = off')
    await expect(app.query('select * from people.person')).rejects.toMatchObject({ code: '42501' })
    await app.query('reset row_security')
  })
})

describe('a store that forgot its condition', () => {
  it('gives an outsider no row of the case', async () => {
    for (const name of ['otherWorker', 'clerkOfB', 'nasrin', 'kaveh', 'director', 'statistician', 'auditor', 'administrator', 'safeguarding'] as const)
      for (const table of GUARDED) expect(await idsSeen(name, table), `${name} reads ${table}`).toEqual([])
  })

  it('gives another centre its own rows only', async () => {
    const [own] = await house.look<{ id: string }>('select id from casework.case where home = $1', [homes.c])
    expect(await idsSeen('workerOfC', 'casework.case')).toEqual([own!.id])
    expect(await idsSeen('workerOfC', 'consents.consent')).toEqual([])
    expect(await idsSeen('liaisonOfC', 'referrals.referral')).toEqual([])
    expect(await idsSeen('liaisonOfC', 'network.volunteer')).toEqual([volunteers.dariush])
  })

  it('gives each party what their part needs, and nothing of the rest', async () => {
    expect(await idsSeen('mina', 'casework.case')).toEqual([walked.caseId])
    expect(await idsSeen('mina', 'people.person')).toEqual([walked.personId])
    expect(await idsSeen('parvin', 'people.person')).toEqual([walked.personId])
    expect(await idsSeen('sara', 'desk.request')).toEqual([walked.request])
    expect(await idsSeen('sara', 'casework.case')).toEqual([])
    expect(await idsSeen('sara', 'people.person')).toEqual([])
    expect(await idsSeen('bahar', 'referrals.referral')).toEqual([referral])
    expect(await idsSeen('bahar', 'visits.assignment')).toEqual([visit])
    for (const table of ['people.person', 'casework.case', 'casework.need', 'desk.request', 'consents.consent'] as const) {
      expect(await idsSeen('bahar', table), table).toEqual([])
      expect(await idsSeen('mehri', table), table).toEqual([])
    }
    expect(await idsSeen('behzad', 'casework.need')).toEqual([walked.need.id])
    for (const table of ['people.person', 'casework.case', 'desk.request', 'consents.disclosure', 'visits.assignment'] as const)
      expect(await idsSeen('behzad', table), table).toEqual([])
  })

  it('counts facts of the actor’s own range only', async () => {
    const homesOf = async (name: Name) =>
      (await asActor<{ home: number }>(await actorOf(name), 'select distinct home from facts.fact order by 1')).rows.map(({ home }) => home)
    expect(await homesOf('sara')).toEqual([homes.a])
    expect(await homesOf('supervisorOfC')).toEqual([homes.c])
    expect(await homesOf('director')).toEqual([homes.a])
    expect(await homesOf('statistician')).toEqual([homes.a, homes.c])
    expect(await homesOf('bahar')).toEqual([])
  })
})

describe('what is lent', () => {
  const stages = async (name: Name, at: string) =>
    (await asActor<{ stage: string }>(await actorOf(name), 'select stage from consents.disclosure order by 1', [], new Date(at))).rows.map(({ stage }) => stage)

  it('opens and closes by the transaction’s own clock', async () => {
    const hours = (count: number) => new Date(Date.parse(VISIT_FROM) + count * 3_600_000).toISOString()
    expect(await stages('mehri', hours(-2.01))).toEqual(['accepted'])
    expect(await stages('mehri', hours(-2))).toEqual(['accepted', 'visit'])
    expect(await stages('mehri', hours(3))).toEqual(['accepted', 'visit'])
    expect(await stages('mehri', hours(4))).toEqual([])
    expect(await stages('bahar', hours(1))).toEqual(['accepted'])
    expect(await stages('bahar', '2026-11-21T06:00:00Z')).toEqual([])
    expect(await stages('kaveh', hours(1))).toEqual([])
  })

  it('ends with its window for writing, too', async () => {
    const late = new Date('2027-01-01T00:00:00Z')
    for (const [name, table] of [['bahar', 'referrals.referral'], ['mehri', 'visits.assignment']] as const) {
      const now = await asActor(await actorOf(name), `update ${table} set reason = 'x'`)
      expect(now.rowCount, table).toBe(1)
      const then = await asActor(await actorOf(name), `update ${table} set reason = 'x'`, [], late)
      expect(then.rowCount, table).toBe(0)
    }
  })
})

describe('nobody hands a row to themself, or one into another’s sight', () => {
  it('a worker cannot take a colleague’s case, person or need', async () => {
    const other = await actorOf('otherWorker')
    for (const table of ['casework.case', 'people.person', 'casework.need', 'consents.consent', 'referrals.referral', 'visits.assignment'])
      expect((await asActor(other, `update ${table} set worker = $1`, [other.id])).rowCount, table).toBe(0)
  })

  it('a volunteer or group cannot move a visit or referral to itself', async () => {
    const kaveh = await actorOf('kaveh')
    expect((await asActor(kaveh, 'update visits.assignment set volunteer = $1', [volunteers.kaveh])).rowCount).toBe(0)
    const nasrin = await actorOf('nasrin')
    expect((await asActor(nasrin, 'update referrals.referral set to_unit = $1', [units.mixed])).rowCount).toBe(0)
    const mehri = await actorOf('mehri')
    expect((await asActor(mehri, `update consents.disclosure set open_until = '2030-01-01'`)).rowCount).toBe(0)
  })

  it('nobody gives their own row away without saying so (`admit`)', async () => {
    for (const [name, text, value] of [
      ['sara', 'update desk.request set team = $1', units.centreB],
      ['bahar', 'update referrals.referral set to_unit = $1', units.mixed],
      ['mehri', 'update visits.assignment set volunteer = $1', volunteers.kaveh],
      ['behzad', 'update matching.proposal set home = $1', homes.c],
    ] as const)
      await expect(asActor(await actorOf(name), text, [value]), name).rejects.toMatchObject({ code: '42501' })
  })

  it('a suggestion is made by its own group, seen by it and its own desk, and decided by the desk', async () => {
    const suggestion = `insert into matching.suggestion (home, id, recorded_at, recorded_by, referral, need, unit, instead_of, instead_name,
        instead_cost, volunteer, name, cost, weights_version, state, open_until)
      values ($1, $2, now(), 'x', $3, $2, $4, $2, 'x', '{}', $2, 'x', '{}', 1, $5, '2030-01-01')`
    const values = (state: string) => [homes.a, randomUUID(), referral, units.women, state]
    for (const [name, state] of [['nasrin', 'suggested'], ['behzad', 'suggested'], ['mina', 'suggested'], ['bahar', 'confirmed']] as const)
      await expect(asActor(await actorOf(name), suggestion, values(state)), name).rejects.toMatchObject({ code: '42501' })
    expect((await asActor(await actorOf('bahar'), suggestion, values('suggested'))).rowCount).toBe(1)

    await house.look(suggestion, values('suggested'))
    const seeing: string[] = []
    for (const name of Object.keys(people) as Name[])
      if ((await idsSeen(name, 'matching.suggestion')).length > 0) seeing.push(name)
    expect(seeing).toEqual(['behzad', 'bahar'])
    const confirming = `update matching.suggestion set state = 'confirmed'`
    await expect(asActor(await actorOf('bahar'), confirming)).rejects.toMatchObject({ code: '42501' })
    expect((await asActor(await actorOf('liaisonOfC'), confirming)).rowCount).toBe(0)
    expect((await asActor(await actorOf('behzad'), confirming)).rowCount).toBe(1)
    // past the deadline it is out of the group's sight
    const late = await asActor(await actorOf('bahar'), 'select from matching.suggestion', [], new Date('2030-01-02'))
    expect(late.rowCount).toBe(0)
  })

  it('a run of the matching is seen by the desks it goes through, and its counts by the desk of the county', async () => {
    const run = `insert into matching.run (home, id, recorded_at, recorded_by, area_from, area_to, how, state, weights, beat_at, regions, waiting)
      values ($1, $2, now(), 'x', $1, $3, 'hand', $4, '{}', now(), 1, 1)`
    const behzad = await actorOf('behzad')
    for (const [from, to, state] of [[0, 999_999, 'planned'], [homes.c, homes.c, 'planned'], [10_100, 10_199, 'done']] as const)
      await expect(asActor(behzad, run, [from, randomUUID(), to, state])).rejects.toMatchObject({ code: '42501' })
    const nation = randomUUID()
    await house.look(run, [0, nation, 999_999, 'running'])
    for (const county of [10_100, 20_100])
      await house.look(`insert into matching.run_region (home, run, area_to, waiting, state) values ($1, $2, $1 + 99, 1, 'waiting')`, [county, nation])
    const seen: Record<string, number[]> = {}
    for (const name of Object.keys(people) as Name[]) {
      const { rows } = await asActor<{ home: number }>(await actorOf(name), 'select home from matching.run_region where run = $1', [nation])
      if (people[name].role === 'liaison') expect((await idsSeen(name, 'matching.run')).includes(nation), name).toBe(true)
      if (rows.length > 0 && people[name].role === 'liaison') seen[name] = rows.map(({ home }) => home)
    }
    expect(seen).toEqual({ behzad: [10_100], liaisonOfC: [20_100] })
    for (const table of ['run', 'run_region'])
      expect((await asActor(behzad, `update matching.${table} set state = 'failed'`)).rowCount, table).toBe(0)
    await house.look('delete from matching.run_region')
    await house.look('delete from matching.run')
  })

  it('a draft of weights is its desk’s own, and no desk puts weights in force', async () => {
    const draft = `insert into matching.weights (home, id, recorded_at, recorded_by, area_from, area_to, state, weights, reason, authors)
      values (1, $1, now(), 'x', $2, $3, $4, '{}', 'x', '{x}')`
    const behzad = await actorOf('behzad')
    for (const [from, to, state] of [[0, 999_999, 'draft'], [10_100, 10_199, 'proposed'], [10_100, 10_199, 'in-force']] as const)
      await expect(asActor(behzad, draft, [randomUUID(), from, to, state])).rejects.toMatchObject({ code: '42501' })
    const id = randomUUID()
    await house.look(draft, [id, 10_100, 10_199, 'draft'])
    const seeing = []
    for (const name of Object.keys(people) as Name[]) if ((await idsSeen(name, 'matching.weights')).includes(id)) seeing.push(name)
    expect(seeing).toEqual(['behzad'])
    const enforcing = `update matching.weights set state = 'in-force', version = 2, decided_by = 'y'`
    await expect(asActor(behzad, enforcing)).rejects.toMatchObject({ code: '42501' })
    expect((await asActor(await actorOf('administrator'), enforcing)).rowCount).toBe(0)
    await house.look('delete from matching.weights')
  })

  it('a county’s exact picture is in nobody’s sight, and no desk draws one', async () => {
    await house.look(`insert into matching.county_picture (home, at, run, loads, idle, waiting, longest_days, lacks)
      values (10100, now(), $1, '[]', '[]', 1, 1, '[]')`, [randomUUID()])
    for (const name of Object.keys(people) as Name[])
      expect((await asActor(await actorOf(name), 'select from matching.county_picture')).rowCount, name).toBe(0)
    const again = `insert into matching.county_picture (home, at, run, loads, idle, waiting, longest_days, lacks) values (10100, now(), $1, '[]', '[]', 1, 1, '[]')`
    await expect(asActor(await actorOf('behzad'), again, [randomUUID()])).rejects.toMatchObject({ code: '42501' })
    expect((await asActor(await actorOf('behzad'), 'update matching.county_picture set waiting = 0')).rowCount).toBe(0)
    await house.look('delete from matching.county_picture')
  })

  it('a row of somebody else’s cannot be written', async () => {
    const sara = await actorOf('sara')
    const copies: Record<string, string> = {
      'casework.case': `insert into casework.case (home, id, recorded_at, recorded_by, person, worker, team, state, opened_at)
        values ($1, $2, now(), 'x', $3, $4, $5, 'open', now())`,
      'people.person': `insert into people.person (home, id, recorded_at, recorded_by, worker, team, given_name, family_name, place, secret)
        values ($1, $2, now(), 'x', $4, $5, $3, 'x', 'T-1-1-1', '')`,
    }
    for (const [table, text] of Object.entries(copies))
      await expect(
        asActor(sara, text, [homes.a, randomUUID(), randomUUID(), people.mina.account, units.centreA]),
        table,
      ).rejects.toMatchObject({ code: '42501' })
    await expect(
      asActor(sara, `insert into consents.disclosure (home, id, recorded_at, recorded_by, consent, person, need, referral, worker,
          volunteer, stage, purpose, fields, content, open_from, open_until)
        select $1, $2, now(), 'x', $2, $2, $2, $2, $2, $3, 'visit', 'x', '{}', '', now(), now()`, [homes.a, randomUUID(), volunteers.kaveh]),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a clash of keys', () => {
  it('says nothing of the row that was there', async () => {
    const other = await actorOf('otherWorker')
    const clash = await asActor(
      other,
      `insert into casework.case (home, id, recorded_at, recorded_by, person, worker, team, state, opened_at)
       values ($1, $2, now(), 'x', $2, $3, $4, 'open', now())`,
      [homes.a, walked.caseId, other.id, units.centreA],
    ).catch((error: pg.DatabaseError) => error)
    expect(clash).toMatchObject({ code: '23505', detail: undefined })
    expect((clash as pg.DatabaseError).message).not.toContain(walked.caseId)
  })
})

describe('the settings themselves', () => {
  it('take no key that would be two, or end the statement', async () => {
    for (const key of [`case:x','worker:y`, 'case:a,worker:b', `x'; set role hamyar_owner; --`, 'worker:%', 'worker:a b', ''])
      await expect(
        inTransaction(house.open.house.pool, { wall: wallOf({ ...anyone, keys: [key] }, house.clock.now()), wait: true }, async (tx) => ({
          result: await tx.all(statement(sql`select 1`)),
        })),
        key,
      ).rejects.toThrow(/not a key/)
  })
})

describe('the observatory’s role', () => {
  it('reads facts without the record that caused them, and nobody', async () => {
    const observatory = await connectAs('observatory')
    try {
      const count = async () => (await observatory.query<{ facts: number }>('select count(*)::int as facts from facts.fact')).rows[0]!.facts
      // It is behind the wall of whoever counts: without a range it counts nothing.
      expect(await count()).toBe(0)
      await observatory.query(`set hamyar.counts_from = '0'; set hamyar.counts_to = '999999'`)
      expect(await count()).toBeGreaterThan(3)
      for (const text of [
        'select source from facts.fact',
        'select * from facts.fact',
        'select * from people.person',
        'select * from people.name_token',
        'select * from network.volunteer',
        'select * from audit.entry',
        'insert into facts.rollup select * from facts.rollup',
      ])
        await expect(observatory.query(text), text).rejects.toMatchObject({ code: '42501' })
    } finally {
      await observatory.end()
    }
  })
})
