import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { arrange, VISIT_FROM } from '#apps/testing/chain.ts'
import { homes, openTestHouse, volunteers, type Name, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { getBoard, releaseProposal } from '#domains/matching/contract.ts'
import { listOffers } from '#domains/referrals/contract.ts'
import { inThisThread } from '#platform/threads/index.ts'
import { getRun, listLeft, listRuns, startRun, stopRun, type RunId } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

/** Half past two at night in Tehran. */
const NIGHT = new Date('2026-11-21T23:00:00Z')
const untilNight = () => house.clock.advance((NIGHT.getTime() - house.clock.now().getTime()) / 60_000)

const start = async (desk: Visitor) => {
  house.clock.advance(1)
  return (await desk.send(startRun, { body: {} })).answer.run
}
const detail = async (desk: Visitor, run: RunId) => (await desk.send(getRun, { params: { run } })).answer
const linesOf = async (name: Name) => (await (await house.as(name)).send(listRuns, {})).answer.runs
const stop = async (desk: Visitor, run: RunId) => {
  const { revision } = await detail(desk, run)
  return desk.send(stopRun, { params: { run }, body: { revision } })
}
const proposalOf = async (behzad: Visitor) => (await behzad.send(getBoard, {})).answer.needs[0]!.proposal!
/** Something waits in the other province, too: the same need, as its own registry would have opened it. */
const inTheOtherCounty = async (count = 1) => {
  for (let at = 0; at < count; at += 1) await house.look(COPY_NEED, [homes.c])
}
const COPY_NEED = `with n as (
    insert into casework.need (home, id, recorded_at, recorded_by, case_id, person, worker, team, kind, requires, minutes, window_from, window_to, priority,
      since, place, lat, lon, state, subject, sex, pair, synthetic)
    select $1, gen_random_uuid(), recorded_at, recorded_by, case_id, person, worker, team, kind, requires, minutes, window_from, window_to, priority,
      since, 'T-2-1-1', 30.01, 50.01, state, subject, sex, pair, synthetic from casework.need where home = 10101 limit 1 returning home, id)
  insert into referrals.referral (home, id, recorded_at, recorded_by, need, case_id, person, worker, team, from_unit, consent, state, card, open_from, open_until, synthetic)
  select n.home, gen_random_uuid(), r.recorded_at, r.recorded_by, n.id, r.case_id, r.person, r.worker, r.team, r.from_unit, r.consent, 'ready', r.card, r.open_from, r.open_until, r.synthetic
  from n, (select * from referrals.referral where home = 10101 limit 1) r`
/** What a defect would be: somebody whose hours are not hours. */
const breakTheOtherCounty = () => house.look(`update network.volunteer set windows = '{}' where id = $1`, [volunteers.dariush])

describe('a run that the desk starts', () => {
  it('matches what waits in its area, says what it did, and sends nothing', async () => {
    const { behzad } = await arrange(house)
    const run = await start(behzad)
    expect(await detail(behzad, run)).toMatchObject({ state: 'planned', how: 'hand', regions: 1, regionsDone: 0, percent: 0, own: null, mayStop: true })
    expect(await house.jobs()).toContain('matching.run')
    const done = await detail(behzad, run)
    expect(done).toMatchObject({
      state: 'done', areaEn: 'Firuzedasht', regionsDone: 1, regionsFailed: 0, percent: 100, secondsLeft: null, wider: false, wide: null,
      own: { needs: 1, matched: 1, left: 0, unmatched: [], newly: 0, changed: 0, dropped: 0, same: 1,
        ours: { matched: 1, waitingDays: 0, travelKm: 0 }, greedy: { matched: 1, waitingDays: 0, travelKm: 0 },
      },
    })
    expect(done.own!.primal).toBe(done.own!.dual)
    expect(done.own!.before).toEqual([{ carried: 0, volunteers: 4 }])
    expect(done.own!.after).toEqual([{ carried: 0, volunteers: 3 }, { carried: 1, volunteers: 1 }])
    expect(done.weights).toMatchObject({ version: 1, travelPerKm: 10 })
    expect((await proposalOf(behzad)).volunteer?.name).toBe('مهری سلیمی')
    expect((await (await house.as('bahar')).send(listOffers, {})).answer.offers).toEqual([])
  })

  it('says which requirement leaves a need without anybody, and what changed since the proposals before', async () => {
    const { behzad } = await arrange(house)
    await house.look(`update network.volunteer set vetted_until = '2026-01-01'`)
    const run = await start(behzad)
    await house.jobs()
    expect((await detail(behzad, run)).own).toMatchObject({
      needs: 1, matched: 0, unmatched: [{ reason: 'vetting', needs: 1 }], dropped: 1, ours: { matched: 0 }, greedy: { matched: 0 },
    })
    await house.look(`update network.volunteer set vetted_until = '2027-06-01' where id = $1`, [volunteers.shirin])
    const next = await start(behzad)
    await house.jobs()
    expect((await detail(behzad, next)).own).toMatchObject({ matched: 1, newly: 1, changed: 0, dropped: 0 })
    await house.look(`update network.volunteer set vetted_until = '2027-06-01' where id = $1`, [volunteers.mehri])
    const last = await start(behzad)
    await house.jobs()
    expect((await detail(behzad, last)).own).toMatchObject({ newly: 0, changed: 1, dropped: 0, same: 0 })
    const again = await start(behzad)
    await house.jobs()
    expect((await detail(behzad, again)).own).toMatchObject({ newly: 0, changed: 0, dropped: 0, same: 1 })
    expect((await linesOf('behzad')).map(({ id }) => id)).toEqual([again, last, next, run])
  })

  it('says of each need it left without anybody what would have to give way, and nothing of who asked', async () => {
    const { behzad } = await arrange(house)
    const run = await start(behzad)
    await house.jobs()
    const leftBy = async (visitor: Visitor, of = run) => visitor.send(listLeft, { params: { run: of } })
    expect((await leftBy(behzad)).answer).toEqual({ left: [], more: 0 })
    await house.look(`update network.volunteer set vetted_until = '2026-01-01'`)
    const next = await start(behzad)
    await house.jobs()
    const { answer, text } = await leftBy(behzad, next)
    expect(answer).toMatchObject({ left: [{ kind: 'clinic', pair: false, short: false, relax: { requirements: ['vetting'], candidates: 2 } }], more: 0 })
    expect(text).not.toMatch(/مریم|بهاری|نارون/)
    // What a run found stays what it found when a newer one has taken its place.
    await start(behzad)
    await house.jobs()
    expect((await leftBy(behzad, next)).answer.left).toHaveLength(1)
    expect((await leftBy(await house.as('liaisonOfC'), next)).problem).toBe('record.not-found')
  })

  it('holds no name and no id of anybody', async () => {
    const { behzad, personId, need } = await arrange(house)
    const run = await start(behzad)
    await house.jobs()
    const { text } = await behzad.send(getRun, { params: { run } })
    expect(text).not.toMatch(/سلیمی|مریم|بهاری/)
    const stored = JSON.stringify(await house.look('select summary, wide, weights from matching.run_region x join matching.run r on r.id = x.run'))
    for (const id of [personId, need.id, volunteers.mehri]) expect(stored).not.toContain(id)
  })

  it('is one at a time for any place', async () => {
    const { behzad } = await arrange(house)
    await start(behzad)
    expect((await behzad.send(startRun, { body: {} })).problem).toBe('matching.run-under-way')
    expect((await (await house.as('liaisonOfC')).send(startRun, { body: {} })).status).toBe(200)
    await house.jobs()
    expect((await behzad.send(startRun, { body: {} })).status).toBe(200)
  })

  it('ends at once where nothing waits', async () => {
    const desk = await house.as('liaisonOfC')
    const run = await start(desk)
    await house.jobs()
    expect(await detail(desk, run)).toMatchObject({ state: 'done', regions: 0, percent: 100, own: null })
  })

  it('is not there for the desk of another county, for a coordinator, nor for a stranger', async () => {
    const { behzad } = await arrange(house)
    const run = await start(behzad)
    for (const name of ['liaisonOfC', 'bahar', 'mina', 'director'] as const) {
      const visitor = await house.as(name)
      expect((await visitor.send(getRun, { params: { run } })).problem, name).toBe('record.not-found')
      expect((await visitor.send(stopRun, { params: { run }, body: { revision: 1 } })).problem, name).toBe('record.not-found')
    }
    expect(await linesOf('liaisonOfC')).toEqual([])
    expect((await (await house.as('bahar')).send(startRun, { body: {} })).problem).toBe('record.not-found')
    expect((await house.stranger().send(listRuns, {})).problem).toBe('sign-in.required')
  })
})

describe('a run by hours', () => {
  it('fits each visit into the hours that volunteers gave, and says how much better a plan could be', async () => {
    await arrange(house)
    const { behzad } = await arrange(house, { familyName: 'نوری', phone: '0912 345 6780' })
    // Three hours each; by tasks both go to somebody, by hours Mehri has time for one and Shirin for none.
    await house.look('update network.volunteer set weekly_minutes = case id when $1 then 200 else 100 end', [volunteers.mehri])
    const byTasks = await start(behzad)
    await house.jobs()
    expect(await detail(behzad, byTasks)).toMatchObject({ form: 'tasks', own: { needs: 2, matched: 2 } })
    house.clock.advance(1)
    const { answer } = await behzad.send(startRun, { body: { form: 'hours' } })
    await house.jobs()
    const run = await detail(behzad, answer.run)
    expect(run).toMatchObject({
      form: 'hours', state: 'done',
      own: { needs: 2, matched: 1, unmatched: [{ reason: 'hours', needs: 1 }], dropped: 1, greedy: { matched: 1 } },
    })
    expect(run.own!.dual).toBeLessThanOrEqual(run.own!.primal)
    expect((await behzad.send(listLeft, { params: { run: answer.run } })).answer.left).toMatchObject([{ kind: 'clinic', relax: { requirements: [] } }])
  })

  it('counts what is asked of a volunteer already', async () => {
    const { behzad } = await arrange(house)
    await house.look('update network.volunteer set weekly_minutes = case id when $1 then 300 else 100 end', [volunteers.mehri])
    const proposal = await proposalOf(behzad)
    await behzad.send(releaseProposal, { params: { proposal: proposal.id }, body: { revision: proposal.revision } })
    await arrange(house, { familyName: 'نوری', phone: '0912 345 6780' })
    house.clock.advance(1)
    const { answer } = await behzad.send(startRun, { body: { form: 'hours' } })
    await house.jobs()
    expect((await detail(behzad, answer.run)).own).toMatchObject({ needs: 1, matched: 0, unmatched: [{ reason: 'hours', needs: 1 }] })
  })
})

describe('a run that is stopped', () => {
  it('does not begin, and a newer one may', async () => {
    const { behzad } = await arrange(house)
    const run = await start(behzad)
    expect((await behzad.send(stopRun, { params: { run }, body: { revision: 7 } })).problem).toBe('request.stale')
    expect((await stop(behzad, run)).status).toBe(200)
    await house.jobs()
    expect(await detail(behzad, run)).toMatchObject({ state: 'cancelled', regionsDone: 0, own: null })
    expect((await stop(behzad, run)).problem).toBe('matching.run-over')
    expect((await behzad.send(startRun, { body: {} })).status).toBe(200)
  })

  it('keeps what the counties before had, and goes into no further one', async () => {
    await arrange(house)
    await inTheOtherCounty()
    untilNight()
    await house.job('matching.night')
    const [planned] = await linesOf('behzad')
    // Stopped while the first county is matched, as its own last line is written.
    await house.look(`create function stop_it() returns trigger language plpgsql as
      $$ begin if new.regions_done = 1 then new.state := 'cancelled'; end if; return new; end $$`)
    await house.look('create trigger stop_it before update on matching.run for each row execute function stop_it()')
    await house.jobs()
    const behzad = await house.as('behzad')
    expect(await detail(behzad, planned!.id)).toMatchObject({ state: 'cancelled', regions: 2, regionsDone: 1, own: { matched: 1 } })
    expect(await detail(await house.as('liaisonOfC'), planned!.id)).toMatchObject({ own: null })
  })
})

describe('the run of the night', () => {
  it('comes once, when it is night where the country keeps its clock, and goes through every county', async () => {
    await arrange(house)
    await inTheOtherCounty()
    await house.job('matching.night')
    expect(await linesOf('behzad')).toEqual([])
    untilNight()
    await house.job('matching.night')
    await house.jobs()
    await house.job('matching.night')
    const [run, ...more] = await linesOf('behzad')
    expect(more).toEqual([])
    expect(run).toMatchObject({ how: 'night', state: 'done', areaEn: 'Sample Land', regions: 2, regionsDone: 2 })
    house.clock.advance(24 * 60)
    await house.job('matching.night')
    expect(await linesOf('behzad')).toHaveLength(2)
  })

  it('tells each desk its own county exactly, and nothing small of the whole', async () => {
    await arrange(house)
    await inTheOtherCounty(3)
    untilNight()
    await house.job('matching.night')
    await house.jobs()
    const [run] = await linesOf('behzad')
    const mine = await detail(await house.as('behzad'), run!.id)
    expect(mine).toMatchObject({ own: { needs: 1, matched: 1 }, wider: true, wide: null, mayStop: false })
    expect((await detail(await house.as('liaisonOfC'), run!.id)).own).toMatchObject({ needs: 3 })
    expect((await stop(await house.as('behzad'), run!.id)).problem).toBe('record.not-found')
  })

  it('waits for a run that a desk has under way', async () => {
    const { behzad } = await arrange(house)
    untilNight()
    await start(behzad)
    await house.job('matching.night')
    expect(await linesOf('behzad')).toMatchObject([{ how: 'hand' }])
    await house.jobs()
    house.clock.advance(10)
    await house.job('matching.night')
    expect(await linesOf('behzad')).toMatchObject([{ how: 'night' }, { how: 'hand' }])
  })

  it('goes on without a county that breaks it, and says so', async () => {
    await arrange(house)
    await inTheOtherCounty()
    await breakTheOtherCounty()
    untilNight()
    await house.job('matching.night')
    await expect(house.jobs()).rejects.toThrow('counties')
    const [run] = await linesOf('behzad')
    expect(run).toMatchObject({ state: 'failed', regions: 2, regionsDone: 2, regionsFailed: 1 })
    expect((await detail(await house.as('behzad'), run!.id)).own).toMatchObject({ matched: 1 })
    expect((await detail(await house.as('liaisonOfC'), run!.id)).own).toBeNull()
    // The queue comes once more for a job that threw.
    await house.job('matching.run', { run: run!.id })
    expect(await linesOf('behzad')).toMatchObject([{ state: 'failed', regionsDone: 2 }])
  })

  it('is taken up where a killed worker left it', async () => {
    await arrange(house)
    await inTheOtherCounty()
    await breakTheOtherCounty()
    untilNight()
    await house.job('matching.night')
    const [run] = await linesOf('behzad')
    // As it stands after the first county, when the process is gone.
    await expect(house.jobs()).rejects.toThrow('counties')
    await house.look(`update matching.run_region set state = 'waiting' where home = 20100`)
    await house.look(`update matching.run set state = 'running', regions_done = 1, regions_failed = 0, ended_at = null`)
    await house.look(`update network.volunteer set windows = '[[0, 10080]]' where id = $1`, [volunteers.dariush])
    const [before] = await house.look<{ proposals: number }>('select count(*)::int as proposals from matching.proposal where home = 10101')
    await house.job('matching.run', { run: run!.id })
    const [after] = await house.look<{ proposals: number }>('select count(*)::int as proposals from matching.proposal where home = 10101')
    expect(after).toEqual(before)
    expect(await linesOf('liaisonOfC')).toMatchObject([{ state: 'done', regions: 2, regionsDone: 2, regionsFailed: 0 }])
  })

  it('does each county once, also where two workers have it in hand', async () => {
    await arrange(house)
    await inTheOtherCounty()
    untilNight()
    await house.job('matching.night')
    const [run] = await linesOf('behzad')
    const count = async () => (await house.look<{ all: number }>('select count(*)::int as all from matching.proposal'))[0]!.all
    const before = await count()
    // Both have read that every county is still to do before either may begin with one.
    await house.look('begin')
    await house.look('select from matching.run_region for update')
    const both = Promise.all([house.job('matching.run', { run: run!.id }), house.job('matching.run', { run: run!.id })])
    const held = async () => (await house.look<{ all: number }>('select count(distinct pid)::int as all from pg_locks where not granted'))[0]!.all
    while ((await held()) < 2) await new Promise((later) => setTimeout(later, 5))
    await house.look('commit')
    await both
    expect((await count()) - before).toBe(2)
    expect(await linesOf('behzad')).toMatchObject([{ state: 'done', regions: 2, regionsDone: 2 }])
  })

  it('comes to the same, however many counties are reckoned at once', async () => {
    const nights: unknown[] = []
    for (const count of [1, 2, 3]) {
      await house.close()
      house = await openTestHouse(undefined, { threads: { ...inThisThread, count } })
      await arrange(house)
      await inTheOtherCounty(4)
      untilNight()
      await house.job('matching.night')
      await house.jobs()
      const [run] = await linesOf('behzad')
      expect(run).toMatchObject({ state: 'done', regions: 2, regionsDone: 2, regionsFailed: 0 })
      nights.push([
        await house.look('select home, state, summary, lacks from matching.run_region order by home'),
        await house.look('select home, volunteer, cost, why from matching.proposal where run = $1 order by home, volunteer, need', [run!.id]),
      ])
    }
    expect(nights[1]).toEqual(nights[0])
    expect(nights[2]).toEqual(nights[0])
  })

  it('is marked as failed when nobody goes on with it', async () => {
    await arrange(house)
    untilNight()
    await house.job('matching.night')
    house.clock.advance(119)
    await house.job('matching.night')
    expect(await linesOf('behzad')).toMatchObject([{ state: 'planned' }])
    house.clock.advance(2)
    await house.job('matching.night')
    expect(await linesOf('behzad')).toMatchObject([{ state: 'failed' }])
  })
})

describe('a proposal that is out of date', () => {
  it('for a visit whose time has come is not sent, and says that it needs a new time', async () => {
    const { behzad } = await arrange(house)
    const proposal = await proposalOf(behzad)
    const send = () => behzad.send(releaseProposal, { params: { proposal: proposal.id }, body: { revision: proposal.revision } })
    house.clock.set(VISIT_FROM)
    expect((await send()).problem).toBe('matching.time-passed')
  })

  it('cannot be sent, and the next run takes its place', async () => {
    const { behzad } = await arrange(house)
    const proposal = await proposalOf(behzad)
    expect(new Date(proposal.expiresAt).getTime() - house.clock.now().getTime()).toBe(72 * 3_600_000)
    house.clock.advance(72 * 60)
    const late = await behzad.send(releaseProposal, { params: { proposal: proposal.id }, body: { revision: proposal.revision } })
    expect(late.problem).toBe('matching.expired')
    await start(behzad)
    await house.jobs()
    const fresh = await proposalOf(behzad)
    expect(fresh.id).not.toBe(proposal.id)
    const sent = await behzad.send(releaseProposal, { params: { proposal: fresh.id }, body: { revision: fresh.revision } })
    expect(sent.status).toBe(200)
  })
})
