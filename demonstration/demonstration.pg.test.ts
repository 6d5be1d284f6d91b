import { parsePhoneNumber } from 'libphonenumber-js/max'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { countryPack } from '#countries/index.ts'
import { enterDemonstration, listDemonstration } from '#domains/accounts/contract.ts'
import { listCases } from '#domains/casework/contract.ts'
import { confirmVisit, follow, getMyFile, openFile } from '#domains/desk/contract.ts'
import { getInbox } from '#domains/desk/inbox/contract.ts'
import { getBoard } from '#domains/matching/contract.ts'
import { getCentre } from '#domains/observatory/centre/contract.ts'
import { listOffers } from '#domains/referrals/contract.ts'
import { approveVisit, listMyVisits } from '#domains/visits/contract.ts'
import type { Role } from '#platform/actor/index.ts'
import { verifyAudit } from '#platform/audit/verify.ts'
import { loadDemonstration } from './index.ts'
import { SETTING, type ReleasesToMake } from './releases.ts'

const SCALE = 0.02

let house: TestHouse
let answered: { accounts: readonly { account: never; role: string }[]; people: readonly { step: string; code: string; secret: string }[] }

const options = (country: string) => ({
  adminUrl: house.open.adminUrl,
  loaderUrl: house.open.loaderUrl,
  ownerUrl: house.open.ownerUrl,
  keys: house.keys,
  pack: countryPack(country),
  now: house.clock.now(),
  scale: SCALE,
  onProgress: () => {},
})

beforeAll(async () => {
  house = await openTestHouse()
  await house.look('truncate network.unit, network.volunteer, places.place cascade')
  await loadDemonstration(options('iran'))
  answered = (await house.stranger().send(listDemonstration, {})).answer as never
}, 120_000)
afterAll(() => house.close())

const enter = async (role: Role): Promise<Visitor> => {
  const visitor = house.stranger()
  await visitor.send(enterDemonstration, { params: { account: answered.accounts.find((one) => one.role === role)!.account } })
  return visitor
}

const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  Number((await house.look<{ n: string }>(`select count(*) as n from (${sql}) q`, values))[0]!.n)

const none = async (sql: string) => expect(await count(sql), sql).toBe(0)

describe('homes in the demonstration', () => {
  it('are compared by digest: nobody is proposed to whom they live with, nor is their group', async () => {
    expect(await count('select from network.volunteer where address_digest is not null')).toBeGreaterThan(20_000 * SCALE)
    const shared = await house.look<{ person: string; unit: string }>(
      `select e.person, v.unit from people.exclusion e join network.volunteer v on v.address_digest = e.digest where e.kind = 'address'`,
    )
    expect(shared).toHaveLength(1)
    const proposed = await house.look<{ unit: string | null }>(
      `select p.unit from matching.proposal p join referrals.referral r on r.id = p.referral where r.person = $1`, [shared[0]!.person],
    )
    expect(proposed).toHaveLength(1)
    expect(proposed[0]!.unit).not.toBe(shared[0]!.unit)
  })

  it('are shared by some volunteers', async () => {
    expect(await count('select from network.volunteer group by address_digest having count(*) > 1')).toBeGreaterThan(0)
  })
})

describe('two who go together', () => {
  it('have accounts, live next door, carry nothing, and are proposed for a first visit', async () => {
    const pair = await house.look<{ id: string; load: number }>(
      `select v.id, v.load from network.volunteer v join auth.appointment a on a.volunteer = v.id order by v.id offset 1`,
    )
    expect(pair.map(({ load }) => load)).toEqual([0, 0])
    const together = await count(
      `select from matching.proposal where volunteer = any($1::uuid[]) and companion = any($1::uuid[])`, [pair.map(({ id }) => id)],
    )
    expect(together).toBeGreaterThan(0)
  })
})

describe('the size of the demonstration country', () => {
  it('has the parts it promises, in proportion', async () => {
    const by = async (where: string) => await count(`select from network.unit where ${where}`)
    expect(await by(`kind = 'neighbourhood'`)).toBe(40_000 * SCALE)
    expect(await by(`kind = 'professional'`)).toBe(20_000 * SCALE)
    expect(await count('select from network.volunteer')).toBe(100_000 * SCALE)
    expect(await count('select from network.venue')).toBe(70_000 * SCALE)
    expect(await count(`select distinct profession from network.unit where kind = 'professional'`)).toBeGreaterThanOrEqual(8)
    for (const membership of ['women', 'men', 'mixed'])
      expect(await by(`kind = 'neighbourhood' and membership = '${membership}'`)).toBeGreaterThan(13_000 * SCALE * 0.95)
    // A million at full size; the shown centre has more than its share of a small country.
    expect(await count('select from facts.fact')).toBeGreaterThan(1_000_000 * SCALE * 0.9)
  })

  it('has one line of offices from the nation to each centre, and a liaison unit in every centre', async () => {
    await none(`select from network.unit u left join network.unit p on p.id = u.parent
      where u.organisation = 'agency' and u.level <> 'nation'
        and p.level is distinct from case u.level when 'province' then 'nation' when 'county' then 'province' else 'county' end`)
    await none(`select from network.unit c where c.level = 'centre'
      and not exists (select from network.unit l where l.kind = 'liaison' and l.hosted_by = c.id)`)
    expect(await count(`select from network.unit where level = 'province'`)).toBe(31)
  })

  it('calls no two units alike and names offices as the pack does', async () => {
    await none('select from network.unit group by organisation, place, name_fa having count(*) > 1')
    await none(`select from network.unit where level = 'province' and name_fa not like 'ادارهٔ کل استان %'`)
  })
})

describe('marks of what is made up', () => {
  it('marks every record that can be marked', async () => {
    const tables = await house.look<{ name: string }>(
      `select table_schema || '.' || quote_ident(table_name) as name from information_schema.columns
       where column_name = 'synthetic' and table_schema <> 'information_schema'`,
    )
    expect(tables.length).toBeGreaterThanOrEqual(9)
    for (const { name } of tables) await none(`select from ${name} where not synthetic`)
  })

  it('has no telephone that could ring', async () => {
    const rows = await house.look<{ home: number; contact: Buffer }>(
      `(select home, contact from desk.request limit 200) union all (select home, contact from network.volunteer limit 200)
       union all (select 0 as home, contact from auth.account where demonstration)`,
    )
    const phones = rows.map(({ home, contact }) => (JSON.parse(house.keys.open(home, contact)) as { phone: string }).phone)
    const units = await house.look<{ phone: string }>('select phone from network.unit where phone is not null')
    for (const phone of [...phones, ...units.map(({ phone }) => phone)]) expect(parsePhoneNumber(phone).isValid(), phone).toBe(false)
  })
})

describe('a chain that holds together', () => {
  it('meets a need only by a visit that the person confirmed', async () => {
    await none(`select from casework.need n where state in ('met', 'unmet') and by_staff_at is null and not exists
      (select from visits.assignment v where v.need = n.id and v.state = 'confirmed' and (v.outcome = 'met') = (n.state = 'met'))`)
    await none(`select from visits.assignment v join casework.need n on n.home = v.home and n.id = v.need
      where v.state = 'confirmed' and n.state not in ('met', 'unmet')`)
    await none(`select from casework.need where state = 'matched' and not exists
      (select from visits.assignment v where v.need = need.id and v.state = 'approved')`)
  })

  it('has nothing done that lies ahead', async () => {
    const now = house.clock.now()
    const ahead = async (table: string, columns: readonly string[]) => {
      for (const column of columns) expect(await count(`select from ${table} where ${column} > $1`, [now]), `${table}.${column}`).toBe(0)
    }
    await ahead('visits.assignment', ['recorded_at', 'accepted_at', 'approved_at', 'arrived_at', 'done_at', 'confirmed_at'])
    await ahead('desk.request', ['recorded_at', 'triaged_at'])
    await ahead('casework.need', ['since', 'ended_at'])
    await ahead('facts.fact', ['recorded_at'])
    expect(await count(`select from visits.assignment where state in ('done', 'confirmed', 'no-show') and visit_from > $1`, [now])).toBe(0)
    await none(`select from visits.assignment where accepted_at < recorded_at or approved_at < accepted_at or done_at < approved_at or confirmed_at < done_at`)
  })

  it('books nobody twice, and loads nobody above their limit', async () => {
    await none(`select from visits.assignment a join visits.assignment b on a.volunteer = b.volunteer and a.id < b.id
      and a.visit_from < b.visit_to and b.visit_from < a.visit_to
      where a.state in ('approved', 'under-way', 'done', 'confirmed') and b.state in ('approved', 'under-way', 'done', 'confirmed')`)
    await none(`select from network.volunteer v where load > capacity or load <>
      (select count(*) from visits.assignment a where a.volunteer = v.id and a.state in ('approved', 'under-way', 'done'))`)
    await none(`select from visits.assignment a where (state in ('approved', 'under-way', 'done')) <>
      exists (select from visits.booking b where b.assignment = a.id)`)
  })

  it('sends two vetted people wherever one alone could do harm', async () => {
    await none(`select from visits.assignment a join casework.need n on n.id = a.need where n.pair = 'every-visit'
      and (a.card->>'pair' <> 'true' or not exists
        (select from visits.assignment b where b.need = a.need and b.seat <> a.seat and b.volunteer <> a.volunteer))`)
    await none(`select from visits.assignment a join casework.need n on n.id = a.need where n.pair = 'first-visit' and a.card->>'pair' = 'false'
      and not exists (select from visits.assignment b where b.person = a.person and b.volunteer = a.volunteer and b.confirmed_at < a.recorded_at)`)
    await none(`select from visits.assignment a join casework.need n on n.id = a.need join network.volunteer v on v.id = a.volunteer
      where n.pair <> 'never' and (v.vetted_until is null or v.vetted_until < a.visit_from::date)`)
    expect(await count('select from visits.assignment where seat = 2')).toBeGreaterThan(0)
  })

  it('sends only who may be sent', async () => {
    await none(`select from visits.assignment a join network.volunteer v on v.id = a.volunteer join casework.need n on n.id = a.need
      where not (a.kind = any (v.kinds)) or (n.requires->>'sameSex' = 'required' and v.sex <> n.sex)`)
    const preferred = `select from visits.assignment a join network.volunteer v on v.id = a.volunteer join casework.need n on n.id = a.need
      where n.requires->>'sameSex' = 'preferred'`
    expect(await count(`${preferred} and v.sex = n.sex`)).toBeGreaterThan((await count(preferred)) * 0.6)
  })

  it('lends nothing without a yes, and nothing that is open after its end', async () => {
    await none(`select from consents.disclosure d where not exists
      (select from visits.assignment a where a.referral = d.referral and a.approved_at is not null)`)
    await none(`select from consents.disclosure d join consents.consent c on c.id = d.consent where c.state = 'withdrawn' and d.open_until > c.ended_at`)
    await none(`select from visits.assignment a join consents.consent c on c.id = a.consent where c.state <> 'given' and a.state in ('offered', 'accepted', 'approved', 'under-way')`)
  })

  it('has the declines, no-shows, refusals and withdrawals of real life', async () => {
    const visits = await count('select from visits.assignment')
    const part = async (where: string) => (await count(`select from visits.assignment where ${where}`)) / visits
    expect(await part(`state in ('declined', 'expired')`)).toBeGreaterThan(0.15)
    expect(await part(`state in ('declined', 'expired')`)).toBeLessThan(0.26)
    expect(await part(`state = 'no-show'`)).toBeGreaterThan(0.02)
    expect(await part(`state = 'no-show'`)).toBeLessThan(0.05)
    for (const state of ['refused', 'withdrawn']) expect(await count(`select from consents.consent where state = '${state}'`)).toBeGreaterThan(0)
    expect(await count(`select from casework.case where state = 'reopened'`)).toBeGreaterThan(0)
    expect(await count(`select from desk.request where points_kind in ('appeal', 'complaint', 'duplicate')`)).toBeGreaterThan(0)
  })
})

describe('numbers', () => {
  it('counts each deed once: every kind of fact has its records and no more', async () => {
    const pairs = [
      ['desk.request-received', 'desk.request', 'true'],
      ['desk.request-decided', 'desk.request', 'triaged_at is not null'],
      ['casework.case-opened', 'casework.case', 'true'],
      ['casework.need-opened', 'casework.need', 'true'],
      ['casework.need-met', 'casework.need', `state = 'met' and by_staff_at is null`],
      ['casework.need-met-by-staff', 'casework.need', `state = 'met' and by_staff_at is not null`],
      ['casework.need-unmet', 'casework.need', `state = 'unmet'`],
      ['casework.need-withdrawn', 'casework.need', `state = 'withdrawn'`],
      ['referrals.referral-offered', 'referrals.referral', 'to_unit is not null and seat = 1'],
      ['visits.visit-offered', 'visits.assignment', 'true'],
      ['visits.visit-declined', 'visits.assignment', `state in ('declined', 'expired')`],
      ['visits.no-show', 'visits.assignment', `state = 'no-show' and seat = 1`],
      ['visits.visit-confirmed', 'visits.assignment', `state = 'confirmed' and seat = 1`],
      ['visits.minutes-given', 'visits.assignment', `state = 'confirmed'`],
    ] as const
    for (const [kind, table, where] of pairs) {
      const records = await count(`select id from ${table} where ${where}`)
      expect(await count(`select distinct source from facts.fact where kind = '${kind}'`), kind).toBe(records)
      const [net] = await house.look<{ n: string }>(`select sum(case when reverses is null then 1 else -1 end) as n from facts.fact where kind = '${kind}'`)
      expect(Number(net?.n), kind).toBe(records)
    }
    expect(await count('select distinct kind from facts.fact')).toBe(pairs.length)
  })

  it('holds a mistake of one province that was taken back after its numbers had gone out', async () => {
    const [told] = await house.look<{ value: ReleasesToMake }>('select value from platform.setting where name = $1', [SETTING])
    for (const { account, appointment } of [told!.value.makes, told!.value.signs])
      expect(await house.look('select role from auth.appointment where id = $1 and account = $2', [appointment, account])).toEqual([{ role: 'statistician' }])
    const [first, anew, newest] = told!.value.days
    const wrong = await house.look<{ province: number; at: Date; month: string }>(
      `select home / 10000 as province, recorded_at as at, to_char(occurred_on, 'YYYY-MM') as month from facts.fact where reverses is not null`,
    )
    expect(wrong.length).toBeGreaterThan(0)
    expect(new Set(wrong.map(({ province }) => province)).size).toBe(1)
    for (const { at } of wrong) expect([at.toISOString() > first!.out, at.toISOString() < anew!.drafted]).toEqual([true, true])
    expect(anew!.out < newest!.drafted && newest!.out < house.clock.now().toISOString()).toBe(true)
    await none(`select from facts.fact r join facts.fact f on f.home = r.home and f.id = r.reverses
      where f.kind <> r.kind or f.subject <> r.subject or f.occurred_on <> r.occurred_on or f.dimensions <> r.dimensions`)
  })

  it('shows on the centre’s page what its records count', async () => {
    const supervisor = await enter('supervisor')
    const { answer } = await supervisor.send(getCentre, { query: { calendar: 'P' } as never })
    const met = await count(
      `select from casework.need where state = 'met' and by_staff_at is null and team = (select p.unit from auth.appointment p join auth.account a on a.id = p.account where a.demonstration and p.role = 'supervisor')
       and (ended_at at time zone 'Asia/Tehran')::date >= $1`,
      [answer.start],
    )
    expect(answer.counts.needsMet).toBe(met)
    expect(met).toBeGreaterThan(0)
  })
})

describe('the first morning', () => {
  it('gives every account something real to see', async () => {
    const [clerk, worker, liaison, coordinator, volunteer] = await Promise.all(
      (['clerk', 'case-worker', 'liaison', 'coordinator', 'volunteer'] as const).map(enter),
    )
    const { answer: inbox } = await clerk!.send(getInbox, {})
    expect(inbox.rows).toHaveLength(30)
    expect(inbox.late).toBe(4)
    expect(inbox.today + inbox.onTrack).toBe(26)
    expect((await worker!.send(listCases, {} as never)).status).toBe(200)
    const { answer: board } = await liaison!.send(getBoard, {})
    expect(board.needs.filter(({ proposal }) => proposal !== null && proposal.volunteer !== null).length).toBeGreaterThan(3)
    expect(board.capacity.loads.length).toBeGreaterThan(1)
    expect((await coordinator!.send(listOffers, {})).answer.offers.filter(({ state }) => state === 'offered').length).toBeGreaterThanOrEqual(3)
    const { answer: mine } = await volunteer!.send(listMyVisits, {})
    const states = mine.visits.map(({ state }) => state)
    expect(states).toEqual(expect.arrayContaining(['offered', 'accepted', 'approved', 'under-way', 'done']))
    const inWindow = mine.visits.find(({ state, lentUntil }) => state === 'approved' && lentUntil !== null)!
    expect(inWindow.lent.map(({ field }) => field)).toEqual(expect.arrayContaining(['phone', 'address']))
  })

  it('lets a visitor follow a request as the person: say yes to a volunteer, and confirm a visit', async () => {
    const [toApprove, toConfirm] = ['approval', 'confirm'].map((step) => answered.people.find((one) => one.step === step)!)
    const person = house.stranger()
    expect((await person.send(follow, { body: { code: toApprove!.code } as never })).answer.step).toBe('approval')
    expect((await person.send(openFile, { body: { code: toApprove!.code, secret: toApprove!.secret } })).status).toBe(200)
    const { answer: file } = await person.send(getMyFile, {})
    const said = await person.send(approveVisit, { params: { visit: file.approval!.id }, body: { revision: file.approval!.revision } })
    expect(said.status, said.text).toBe(200)

    const [message] = await house.look<{ home: number; body: Buffer }>(`select home, body from messages.outbox where purpose = 'confirmation-code'`)
    const text = house.keys.open(message!.home, message!.body).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    const confirmed = await house.stranger().send(confirmVisit, {
      body: { code: toConfirm!.code, confirmation: /\d{6}/.exec(text)![0], verdict: 'met' },
    })
    expect(confirmed.answer, confirmed.text).toEqual({ confirmed: true, refusal: null })
  })
})

describe('the trail', () => {
  it('has no fault once everything is loaded and people have worked on it', async () => {
    const client = new pg.Client({ connectionString: house.open.loaderUrl })
    await client.connect()
    const { faults } = await verifyAudit(client, [])
    await client.end()
    expect(faults).toEqual([])
  })
})

describe('another country', () => {
  it('is filled from its own pack, with nothing of the first one in it', async () => {
    const other = await openTestHouse()
    try {
      await other.look('truncate network.unit, network.volunteer, places.place cascade')
      await loadDemonstration({ ...options('kenya'), adminUrl: other.open.adminUrl, loaderUrl: other.open.loaderUrl, ownerUrl: other.open.ownerUrl })
      const [offices] = await other.look<{ n: string }>(`select count(*) as n from network.unit where level = 'province' and name_en like '% County Office'`)
      expect(Number(offices!.n)).toBe(47)
      const [languages] = await other.look<{ n: string }>(`select count(*) as n from people.person where 'fa' = any (languages)`)
      expect(Number(languages!.n)).toBe(0)
      const requests = await other.look<{ home: number; words: Buffer }>('select home, words from desk.request limit 100')
      for (const { home, words } of requests) expect(other.keys.open(home, words)).toMatch(/^[\x20-\x7e]+$/)
      const staff = await other.look<{ display_name: string }>('select display_name from auth.account where demonstration')
      for (const { display_name } of staff) expect(display_name).toMatch(/^[\x20-\x7e]+$/)
    } finally {
      await other.close()
    }
  })
})
