import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { arrange } from '#apps/testing/chain.ts'
import { openTestHouse, volunteers, type Name, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { startRun } from '#domains/matching/runs/contract.ts'
import { listCounties } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

/** The same need once more, as its own registry would have opened it. */
const again = async (count: number) => {
  for (let at = 0; at < count; at += 1)
    await house.look(`with n as (
        insert into casework.need (home, id, recorded_at, recorded_by, case_id, person, worker, team, kind, requires, minutes, window_from, window_to, priority,
          since, place, lat, lon, state, subject, sex, pair, synthetic)
        select home, gen_random_uuid(), recorded_at, recorded_by, case_id, person, worker, team, kind, requires, minutes, window_from, window_to, priority,
          since, place, lat, lon, state, subject, sex, pair, synthetic from casework.need limit 1 returning home, id)
      insert into referrals.referral (home, id, recorded_at, recorded_by, need, case_id, person, worker, team, from_unit, consent, state, card, open_from, open_until, synthetic)
      select n.home, gen_random_uuid(), r.recorded_at, r.recorded_by, n.id, r.case_id, r.person, r.worker, r.team, r.from_unit, r.consent, 'ready', r.card, r.open_from, r.open_until, r.synthetic
      from n, (select * from referrals.referral limit 1) r`)
}
/** So many more of one volunteer, who carry so much. */
const crowd = (count: number, load: number, skills: object[] = []) =>
  house.look(
    `insert into network.volunteer (home, id, recorded_at, recorded_by, unit, given_name, family_name, sex, place, lat, lon, skills, languages, kinds, windows,
        weekly_minutes, capacity, load, travel_km, vetted_until, vetted_for, confirmed_at, synthetic)
      select home, gen_random_uuid(), recorded_at, recorded_by, unit, given_name, family_name, sex, place, lat, lon, $3::jsonb, languages, kinds, windows,
        weekly_minutes, capacity, $2, travel_km, vetted_until, vetted_for, confirmed_at, synthetic
      from network.volunteer, generate_series(1, $1) where id = $4`,
    [count, load, JSON.stringify(skills), volunteers.mehri],
  )
const needs = (skill: string) =>
  house.look(`update casework.need set requires = jsonb_set(requires, '{skills}', $1::jsonb)`, [JSON.stringify([{ code: skill, level: 2 }])])
const run = async (desk: Visitor) => {
  house.clock.advance(1)
  await desk.send(startRun, { body: {} })
  await house.jobs()
}
const seenBy = async (name: Name) => (await (await house.as(name)).send(listCounties, {})).answer.counties
const figures = async () => (await seenBy('behzad'))[0]!.figures!

describe('what the last run says of a county', () => {
  it('is nothing before there was one', async () => {
    expect(await seenBy('behzad')).toMatchObject([
      { code: 'T-1-1', nameEn: 'Firuzedasht', provinceEn: 'Province One', lat: 35, lon: 51, figures: null },
      { code: 'T-2-1', figures: null },
    ])
  })

  it('tells how many carry how much and who is idle, without a count under five', async () => {
    const { behzad } = await arrange(house)
    await crowd(9, 0, [{ code: '2211', level: 3 }])
    await crowd(6, 2)
    await crowd(5, 7)
    await run(behzad)
    expect((await figures()).loads).toEqual([
      { carried: 0, count: 13 }, { carried: 1, count: 0 }, { carried: 2, count: 6 }, { carried: 3, count: 0 }, { carried: 4, count: 5 },
    ])
    // Four idle ones without a profession are too few, and would be found by taking the nine off the thirteen.
    expect((await figures()).idle).toEqual([{ skill: '2211', count: null }, { skill: 'none', count: null }])
    await crowd(1, 0)
    await run(behzad)
    expect((await figures()).idle).toEqual([{ skill: '2211', count: 9 }, { skill: 'none', count: 5 }])
  })

  it('tells how long it waits where enough wait, and no name', async () => {
    const { behzad } = await arrange(house)
    await house.look(`update casework.need set since = since - interval '12 days'`)
    await again(3)
    await run(behzad)
    expect(await figures()).toMatchObject({ waiting: null, longestDays: null, lacks: [] })
    await again(1)
    await run(behzad)
    expect(await figures()).toMatchObject({ waiting: 5, longestDays: 12 })
    const { text } = await behzad.send(listCounties, {})
    expect(text).not.toMatch(/سلیمی|مریم|بهاری/)
  })

  it('says which skill is lacking, by what one more volunteer would save', async () => {
    const { behzad } = await arrange(house)
    await needs('2611')
    await again(5)
    await run(behzad)
    const [lack] = (await figures()).lacks
    // Three tasks of somebody next door, each beginning with the penalty and its head start; the 2nd and 3rd cost their load.
    expect(lack).toEqual({ what: 'skill', code: '2611', needs: 6, unmatched: 6, price: 3 * (10_000 + 2 * 100) - (8 + 32), how: 'recruit' })
  })

  it('says to train where enough idle volunteers lack nothing but the skill', async () => {
    const { behzad } = await arrange(house)
    await needs('2611')
    await again(5)
    await crowd(3, 0)
    await run(behzad)
    // Mehri, Shirin and three like Mehri.
    expect((await figures()).lacks).toMatchObject([{ code: '2611', how: 'train' }])
    await house.look(`update network.volunteer set paused_until = '2027-01-01' where id = $1`, [volunteers.shirin])
    await run(behzad)
    expect((await figures()).lacks).toMatchObject([{ code: '2611', how: 'recruit' }])
  })

  it('names a kind of help where no skill is asked for, and nothing where nobody is missing', async () => {
    const { behzad } = await arrange(house)
    await again(5)
    await run(behzad)
    // Two suitable volunteers take four tasks each; what is dear is their later tasks.
    const [lack] = (await figures()).lacks
    expect(lack).toMatchObject({ what: 'kind', code: 'clinic', needs: 6, unmatched: 0 })
    expect(lack!.price).toBeLessThan(200)
    await crowd(12, 0)
    await house.look('update network.volunteer set lat = n.lat, lon = n.lon from (select lat, lon from casework.need limit 1) n')
    await run(behzad)
    expect((await figures()).lacks).toEqual([])
  })

  it('is not told of a lack that only a few needs have', async () => {
    const { behzad } = await arrange(house)
    await needs('2611')
    await run(behzad)
    expect((await figures()).lacks).toEqual([])
    const [kept] = await house.look<{ lacks: unknown[] }>('select lacks from matching.county_picture where home = 10100')
    expect(kept!.lacks).toHaveLength(1)
  })

  it('is read by desks of all counties, by a director of their own, and by nobody else', async () => {
    const { behzad } = await arrange(house)
    await run(behzad)
    expect((await seenBy('liaisonOfC')).map(({ code }) => code)).toEqual(['T-1-1', 'T-2-1'])
    expect((await seenBy('director')).map(({ code }) => code)).toEqual(['T-1-1'])
    for (const name of ['bahar', 'mina', 'administrator', 'mehri'] as const)
      expect((await (await house.as(name)).send(listCounties, {})).problem, name).toBe('record.not-found')
  })
})
