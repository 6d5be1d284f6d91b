import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldAll } from '#apps/testing/fold.ts'
import { homes, openTestHouse, units, type TestHouse } from '#apps/testing/index.ts'
import { system, type Actor } from '#platform/actor/index.ts'
import { inDeed } from '#platform/command/index.ts'
import { newId, WHOLE_NATION, type HomeRange } from '#platform/ids/index.ts'
import { syncCatalogue } from './catalogue.ts'
import { readCounts, type CountsAsked } from './counts.ts'
import { foldFacts } from './fold.ts'
import { factKind, type Fact } from './index.ts'
import { rebuildRollups } from './rebuild.ts'

const visit = factKind({
  id: 'test.visit',
  version: 1,
  measure: 'visit',
  dimensions: ['kind', 'sex'],
  name: { fa: 'دیدار', en: 'Visit' },
})

let house: TestHouse
let loader: pg.Client
beforeEach(async () => {
  house = await openTestHouse()
  loader = new pg.Client({ connectionString: house.open.loaderUrl })
  await loader.connect()
})
afterEach(async () => {
  await loader.end()
  await house.close()
})

const actorOver = (counts: HomeRange): Actor => ({ ...system('test'), counts })

const one = (more: Partial<Fact> = {}): Fact => ({
  kind: visit,
  home: homes.a,
  on: '2026-11-21',
  unit: units.centreA,
  place: 'T-1-1-1',
  subject: null,
  quantity: 1,
  dimensions: { kind: 'company', sex: 'female' },
  source: newId(Date.now()),
  ...more,
})

const record = (...facts: Fact[]) =>
  inDeed(house.open.house, actorOver(WHOLE_NATION), 'test.record', { wait: true }, async ({ fact, audit }) => {
    for (const each of facts) fact(each)
    audit(null)
  })

const counts = (asked: Partial<CountsAsked> = {}, actor = actorOver(WHOLE_NATION)) =>
  inDeed(house.open.house, actor, 'test.count', { wait: false }, async ({ tx, audit }) => {
    audit(null)
    return await readCounts(tx, { kinds: [visit], homes: WHOLE_NATION, from: '2026-11-01', to: '2026-11-30', ...asked })
  })

const total = async (asked?: Partial<CountsAsked>, actor?: Actor) => (await counts(asked, actor))[0]?.quantity ?? 0

const rollups = async () =>
  JSON.stringify(
    await house.look(
      'select * from facts.rollup order by home, kind, version, occurred_on, unit, place, dimensions, recorded_on',
    ),
  )

describe('counting', () => {
  it('moves by exactly one with the deed, before and after folding', async () => {
    await record(one())
    expect(await total()).toBe(1)
    expect(await foldAll(house)).toBe(1)
    expect(await total()).toBe(1)
    await record(one())
    expect(await total()).toBe(2)
  })

  it('takes a reversed fact away, whether its first writing was folded or not', async () => {
    await record(one(), one({ quantity: 3 }))
    const [{ id }] = (await house.look('select id from facts.fact where quantity = 3')) as [{ id: string }]
    await foldAll(house)
    await record(one({ quantity: 3, reverses: id }))
    expect(await counts()).toEqual([{ kind: 'test.visit', version: 1, quantity: 1, facts: 1, by: [] }])
    await foldAll(house)
    expect(await counts()).toEqual([{ kind: 'test.visit', version: 1, quantity: 1, facts: 1, by: [] }])
  })

  it('refuses to take the same fact away twice', async () => {
    await record(one())
    const [{ id }] = (await house.look('select id from facts.fact')) as [{ id: string }]
    await record(one({ reverses: id }))
    await expect(record(one({ reverses: id }))).rejects.toMatchObject({ code: '23505' })
  })

  it('tells apart by place, day and dimension', async () => {
    await record(one(), one({ dimensions: { kind: 'repair' } }), one({ on: '2026-10-01' }))
    expect((await counts({ by: ['dimensions.kind'] })).map(({ by, quantity }) => [by[0], quantity])).toEqual([
      ['company', 1],
      ['repair', 1],
    ])
    expect((await counts({ by: ['dimensions.sex'] })).map(({ by }) => by[0])).toEqual(['female', null])
    expect(await total({ where: { kind: 'repair' } })).toBe(1)
    expect(await total({ from: '2026-10-01', to: '2026-10-01' })).toBe(1)
  })

  it('shows nobody the numbers of homes beyond their own, folded or not', async () => {
    const ofC = actorOver({ from: homes.c, to: homes.c })
    await record(one())
    expect(await total({}, ofC)).toBe(0)
    await foldAll(house)
    expect(await total({}, ofC)).toBe(0)
    expect(await total({ homes: { from: homes.c, to: homes.c } })).toBe(0)
  })
})

describe('folding', () => {
  it('leaves alone what a running transaction may still precede, and takes it later', async () => {
    await record(one())
    const slow = new pg.Client({ connectionString: house.open.loaderUrl })
    await slow.connect()
    await slow.query('begin')
    await slow.query(
      `insert into facts.fact (home, id, kind, version, occurred_on, unit, place, quantity, dimensions, source, recorded_at)
       values ($1, $2, 'test.visit', 1, '2026-11-20', $3, 'T', 5, '{}', $2, now())`,
      [homes.a, newId(Date.now()), units.centreA],
    )
    await record(one())
    // The one before it is folded, the one after it is not: it would be counted again later.
    while ((await foldFacts(house.open.house)) === 0) await new Promise((later) => setTimeout(later, 20))
    expect(await total()).toBe(2)
    await slow.query('commit')
    await slow.end()
    expect(await total()).toBe(7)
    expect(await foldAll(house)).toBe(2)
    expect(await total()).toBe(7)
  })

  it('adds each fact once when two workers fold at the same time', async () => {
    for (let made = 0; made < 20; made++) await record(one())
    const added = await Promise.all([foldAll(house), foldAll(house), foldAll(house)])
    expect(added.reduce((sum, each) => sum + each, 0)).toBe(20)
    expect(await total()).toBe(20)
  })

  it('does nothing at all when it is killed before its end', async () => {
    await record(one())
    await house.look(`alter table facts.fold add constraint broken check (at < '2000-01-01') not valid`)
    await expect(foldAll(house)).rejects.toThrow()
    expect(await house.look('select * from facts.rollup')).toEqual([])
    await house.look('alter table facts.fold drop constraint broken')
    expect(await foldAll(house)).toBe(1)
    expect(await total()).toBe(1)
  })

  it('leaves no trail in a minute in which there was nothing to fold', async () => {
    expect(await foldAll(house)).toBe(0)
    expect(await house.look(`select * from audit.entry where act = 'facts.fold'`)).toEqual([])
  })
})

describe('making the roll-ups again from the facts', () => {
  it('gives the same rows, to the byte', async () => {
    await record(one(), one({ home: homes.b, dimensions: { sex: 'male' } }), one({ on: '2026-11-19', quantity: 40 }))
    await foldAll(house)
    const [{ id }] = (await house.look('select id from facts.fact where quantity = 40')) as [{ id: string }]
    await record(one(), one({ on: '2026-11-19', quantity: 40, reverses: id }))
    await foldAll(house)
    const folded = await rollups()
    await rebuildRollups(loader)
    expect(await rollups()).toBe(folded)
  })

  it('counts on rightly, and after a restore into a server whose transactions began anew', async () => {
    await record(one())
    await house.look(`update facts.fact set recorded_xid = '99999999999'`)
    await house.look(`update facts.fold set folded_before = '99999999999'`)
    await record(one())
    await expect(foldFacts(house.open.house)).rejects.toThrow('rebuild')
    await rebuildRollups(loader)
    expect(await total()).toBe(2)
    await record(one())
    await foldAll(house)
    expect(await total()).toBe(3)
  })
})

describe('the catalogue of facts', () => {
  const sync = (kind: typeof visit | ReturnType<typeof factKind>) => syncCatalogue(house.open.house.pool, [kind])

  it('publishes a new kind, and a new version beside the old one', async () => {
    await sync(visit)
    await sync({ ...visit, version: 2, dimensions: ['kind'] })
    expect(await house.look(`select version from facts.kind where id = 'test.visit' order by 1`)).toEqual([
      { version: 1 },
      { version: 2 },
    ])
  })

  it('refuses a kind that means something else under the same version, and writes nothing', async () => {
    await sync(visit)
    await expect(sync({ ...visit, measure: 'minute' })).rejects.toThrow('without a new version')
    await expect(sync({ ...visit, dimensions: ['kind', 'sex', 'place'] })).rejects.toThrow('without a new version')
    expect(await house.look('select measure from facts.kind where id = $1', [visit.id])).toEqual([{ measure: 'visit' }])
  })

  it('lets the names be mended', async () => {
    await sync(visit)
    await sync({ ...visit, name: { fa: 'دیدار همیار', en: 'Visit' } })
    expect(await house.look('select name_fa from facts.kind where id = $1', [visit.id])).toEqual([{ name_fa: 'دیدار همیار' }])
  })
})
