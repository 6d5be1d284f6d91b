import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { arrange, company } from '#apps/testing/chain.ts'
import { openTestHouse, people, volunteers, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { getBoard, takeBack } from '#domains/matching/contract.ts'
import { startRun } from '#domains/matching/runs/contract.ts'
import { tryWeights, draftWeights, getWeights } from '#domains/matching/weights/contract.ts'
import { getStandingRule, setStandingRule, stopStandingRule } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

const body = { kinds: ['clinic', 'shopping'], withinKm: 5, until: '2026-12-20' }
const setRule = (desk: Visitor, change: Partial<typeof body> = {}) => desk.send(setStandingRule, { body: { ...body, ...change } })
const ruleOf = async (desk: Visitor) => (await desk.send(getStandingRule, {})).answer.rule
const stopRule = async (desk: Visitor) => {
  const rule = (await ruleOf(desk))!
  return desk.send(stopStandingRule, { params: { rule: rule.id }, body: { revision: rule.revision } })
}
const run = async (desk: Visitor) => {
  house.clock.advance(1)
  await desk.send(startRun, { body: {} })
  await house.jobs()
}
const needsOf = async (desk: Visitor) => (await desk.send(getBoard, {})).answer.needs
const statesOf = async (desk: Visitor) => (await needsOf(desk)).map(({ referralState }) => referralState)
/** Somebody came before, and the person confirmed it. */
const wasThere = (volunteer: string) =>
  house.look(
    `insert into referrals.referral (home, id, recorded_at, recorded_by, need, case_id, person, worker, team, from_unit, consent, state, reason, card,
        open_from, open_until, volunteer, synthetic)
      select home, gen_random_uuid(), recorded_at, recorded_by, gen_random_uuid(), case_id, person, worker, team, from_unit, consent, 'closed', 'visit-confirmed',
        card, open_from, open_until, $1, synthetic from referrals.referral where state = 'ready'`,
    [volunteer],
  )

describe('a standing rule', () => {
  it('is not there until somebody sets it', async () => {
    const { behzad } = await arrange(house)
    await wasThere(volunteers.mehri)
    const { answer } = await behzad.send(getStandingRule, {})
    expect(answer).toMatchObject({ rule: null, latest: '2027-02-19' })
    expect(answer.kinds).toEqual(['clinic', 'shopping', 'paperwork', 'trade', 'legal', 'meal', 'call'])
    await run(behzad)
    expect(await statesOf(behzad)).toEqual(['ready'])
  })

  it('offers the same volunteer as before by itself, by the name of whoever set it', async () => {
    const { behzad, referral } = await arrange(house)
    await wasThere(volunteers.mehri)
    expect((await setRule(behzad)).status).toBe(200)
    await run(behzad)
    expect(await needsOf(behzad)).toMatchObject([{ referralState: 'offered', byRule: 'بهزاد رهنما', unitEn: 'Sarcheshmeh Women' }])
    expect(await ruleOf(behzad)).toMatchObject({ name: 'بهزاد رهنما', sent: 1, kinds: ['clinic', 'shopping'], withinKm: 5 })
    const [line] = await house.look<{ rule: string }>(
      `select details->>'rule' as rule from audit.entry where act = 'matching.release-by-rule' and record = $1 and details ? 'rule'`,
      [referral.id],
    )
    expect(line!.rule).toBe((await ruleOf(behzad))!.id)
    const [offered] = await house.look<{ by: string }>('select offered_by as by from referrals.referral where id = $1', [referral.id])
    expect(offered!.by).toBe(people.behzad.account)
  })

  it('lets be what it sent be taken back, like any other offer', async () => {
    const { behzad } = await arrange(house)
    await wasThere(volunteers.mehri)
    await setRule(behzad)
    await run(behzad)
    const [{ id }] = (await house.look<{ id: never }>(`select id from matching.proposal where state = 'confirmed'`)) as [{ id: never }]
    expect((await behzad.send(takeBack, { body: { proposals: [id] } })).answer.takenBack).toBe(1)
    expect(await needsOf(behzad)).toMatchObject([{ referralState: 'ready', byRule: null }])
    expect(await ruleOf(behzad)).toMatchObject({ sent: 0 })
  })

  it.each([
    ['somebody whom the person does not know', async () => {}],
    ['a volunteer farther away than the rule says', async () => {
      await wasThere(volunteers.mehri)
      await house.look(`update network.volunteer set lat = lat + 0.06 where id = $1`, [volunteers.mehri])
      await house.look(`update network.volunteer set paused_until = '2027-03-01' where id = $1`, [volunteers.shirin])
    }],
    ['a kind of help that it does not name', async () => {
      await wasThere(volunteers.mehri)
      await house.look(`update matching.standing_rule set kinds = '{meal}'`)
    }],
    ['a need that two go to, also when one is known', async () => {
      await wasThere(volunteers.mehri)
      await house.look(`update casework.need set pair = 'first-visit'`)
    }],
    ['anything once its day is over', async () => {
      await wasThere(volunteers.mehri)
      await house.look(`update matching.standing_rule set recorded_at = recorded_at - interval '2 days', until = now() - interval '1 day' + interval '0'`)
      await house.look(`update matching.standing_rule set until = $1`, [new Date(house.clock.now().getTime() - 60_000)])
    }],
    ['anything when whoever set it no longer answers at the desk', async () => {
      await wasThere(volunteers.mehri)
      await house.look('update auth.appointment set valid_until = $1 where account = $2', [house.clock.now(), people.behzad.account])
    }],
    ['anything where whoever set it had a part in the case', async () => {
      await wasThere(volunteers.mehri)
      await house.look('update casework.need set recorded_by = $1', [people.behzad.account])
    }],
  ])('does not send %s', async (_what, happens) => {
    const { behzad } = await arrange(house)
    await setRule(behzad)
    house.clock.advance(1)
    await behzad.send(startRun, { body: {} })
    await happens()
    await house.jobs()
    const [row] = await house.look<{ ready: number }>(`select count(*)::int as ready from referrals.referral where state = 'ready'`)
    expect(row!.ready).toBe(1)
  })

  it('never sends personal care, children or a first visit: such kinds cannot even be named', async () => {
    const behzad = await house.as('behzad')
    for (const kind of ['respite', 'nursing', 'lessons', 'company', 'repair', 'moving', 'nonsense']) {
      const refused = await setRule(behzad, { kinds: ['shopping', kind] })
      expect([refused.problem, refused.fields[0]?.field], kind).toEqual(['matching.rule-kind', 'kinds'])
    }
    const { behzad: desk } = await arrange(house, {}, { need: company })
    await wasThere(volunteers.mehri)
    await setRule(desk)
    await run(desk)
    expect(await statesOf(desk)).toEqual(['ready'])
  })

  it('never sends what began with danger', async () => {
    const { behzad } = await arrange(house, { urgency: 'danger' })
    await wasThere(volunteers.mehri)
    await setRule(behzad)
    await run(behzad)
    expect(await needsOf(behzad)).toMatchObject([{ referralState: 'ready', proposal: { volunteer: { name: 'مهری سلیمی' } } }])
  })

  it('ends by itself within ninety days', async () => {
    const behzad = await house.as('behzad')
    for (const until of ['2027-02-20', '2026-11-20']) expect((await setRule(behzad, { until })).problem).toBe('matching.rule-day')
    expect((await setRule(behzad, { until: '2027-02-19' })).status).toBe(200)
    house.clock.advance(91 * 24 * 60)
    const later = await house.as('behzad')
    expect(await ruleOf(later)).toBeNull()
    // It does not stand in the way of the next one.
    expect((await setRule(later, { until: '2027-03-01' })).status).toBe(200)
  })

  it('is one a desk, stops at once, and what was offered stays offered', async () => {
    const { behzad } = await arrange(house)
    await setRule(behzad)
    expect((await setRule(behzad)).problem).toBe('matching.rule-open')
    await wasThere(volunteers.mehri)
    house.clock.advance(1)
    await behzad.send(startRun, { body: {} })
    // Stopped between the matching and the release.
    await house.job('matching.run', { run: (await house.look<{ id: string }>('select id from matching.run'))[0]!.id })
    expect((await stopRule(behzad)).status).toBe(200)
    await house.jobs()
    expect(await statesOf(behzad)).toEqual(['ready'])
    expect(await ruleOf(behzad)).toBeNull()
    const [row] = await house.look<{ id: never; revision: number }>('select id, revision from matching.standing_rule')
    expect((await behzad.send(stopStandingRule, { params: { rule: row!.id }, body: { revision: row!.revision } })).problem).toBe('matching.rule-over')
    await setRule(behzad)
    await run(behzad)
    expect(await statesOf(behzad)).toEqual(['offered'])
    await stopRule(behzad)
    expect(await statesOf(behzad)).toEqual(['offered'])
  })

  it('is nothing to another desk, nor to anybody else', async () => {
    const behzad = await house.as('behzad')
    await setRule(behzad)
    const rule = (await ruleOf(behzad))!
    for (const name of ['liaisonOfC', 'bahar', 'mina', 'administrator'] as const)
      expect((await (await house.as(name)).send(stopStandingRule, { params: { rule: rule.id }, body: { revision: rule.revision } })).problem, name).toBe('record.not-found')
    expect(await ruleOf(await house.as('liaisonOfC'))).toBeNull()
    expect((await (await house.as('bahar')).send(setStandingRule, { body })).problem).toBe('record.not-found')
    expect((await behzad.send(stopStandingRule, { params: { rule: rule.id }, body: { revision: 9 } })).problem).toBe('request.stale')
  })

  it('sends nothing of a trial', async () => {
    const { behzad } = await arrange(house)
    await wasThere(volunteers.mehri)
    await setRule(behzad)
    const { inForce } = (await behzad.send(getWeights, {})).answer
    const { answer } = await behzad.send(draftWeights, { body: { weights: { ...inForce.weights, newFace: 90 }, reason: 'آشنایی بیشتر به حساب بیاید.' } })
    await behzad.send(tryWeights, { params: { draft: answer.draft }, body: { revision: 1 } })
    await house.jobs()
    expect(await statesOf(behzad)).toEqual(['ready'])
  })
})

describe('a volunteer whom the person knows', () => {
  it('is preferred to a nearer one who is new', async () => {
    const { behzad } = await arrange(house)
    expect((await needsOf(behzad))[0]!.proposal!.volunteer!.name).toBe('مهری سلیمی')
    await wasThere(volunteers.shirin)
    await run(behzad)
    const { volunteer, cost, runnersUp } = (await needsOf(behzad))[0]!.proposal!
    expect([volunteer!.name, cost!.continuity]).toEqual(['شیرین عطایی', 0])
    expect(runnersUp[0]!.name).toBe('مهری سلیمی')
  })
})
