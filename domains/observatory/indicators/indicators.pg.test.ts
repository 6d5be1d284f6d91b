import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, people, type TestHouse } from '#apps/testing/index.ts'
import { definitionOf, publishCatalogue } from '#domains/observatory/index.ts'
import { getFigures } from '#domains/observatory/counts/contract.ts'
import { defineIndicator, getIndicator, listIndicators } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const narrower = { ...definitionOf('needs-met'), numerator: { of: 'quantity', time: 'flow', terms: [{ kind: 'casework.need-met', where: { kind: ['repair'] } }] } } as const
const changed = { indicator: 'needs-met', follows: '1.0.0', definition: narrower, from: '2026-11-22', bridgeUntil: '2026-12-21', reason: 'تنها تعمیرها شمرده شود' } as const
const define = async (body: object = {}, who: keyof typeof people = 'statistician') =>
  await (await house.as(who)).send(defineIndicator, { body: { ...changed, ...body } as never })

describe('the indicators', () => {
  it('are published from the first start, the headline first, for anyone to read', async () => {
    const { answer } = await house.stranger().send(listIndicators, {})
    expect(answer.indicators.map(({ id }) => id).slice(0, 2)).toEqual(['needs-met-on-time', 'needs-met'])
    expect(answer.indicators.filter(({ headline }) => headline).map(({ id }) => id)).toEqual(['needs-met-on-time'])
    for (const { newest } of answer.indicators) expect(newest.version).toBe('1.0.0')
  })

  it('are published once, however often the house is opened', async () => {
    const before = await house.look('select * from observatory.indicator order by id')
    await publishCatalogue(house.open.house)
    expect(await house.look('select * from observatory.indicator order by id')).toEqual(before)
  })

  it('refuse to start under a published version that means something else', async () => {
    await house.look(`update observatory.indicator set definition = jsonb_set(definition, '{unit}', '"visit"') where id = 'needs-met'`)
    await expect(publishCatalogue(house.open.house)).rejects.toThrow('without a new version')
  })

  it('keep their definitions: the application can neither change nor remove one', async () => {
    const held = await house.look(`select privilege_type from information_schema.role_table_grants where table_name = 'indicator' and table_schema = 'observatory' and grantee = 'hamyar_app' order by 1`)
    expect(held).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }])
  })
})

describe('a new definition', () => {
  it('is the next version, and both are published side by side for the bridge', async () => {
    const { answer } = await define()
    expect(answer.versions.map(({ version, from, bridgeUntil }) => [version, from, bridgeUntil])).toEqual([
      ['2.0.0', '2026-11-22', '2026-12-21'],
      ['1.0.0', '1921-03-21', null],
    ])
    house.clock.advance(60 * 24 * 60)
    const { answer: figures } = await (await house.as('statistician')).send(getFigures, { query: { indicator: 'needs-met', periods: 4 } })
    expect(figures.periods.map(({ period, figures: under }) => [period, under.map(({ version }) => version)])).toEqual([
      ['P1405-M07', ['1.0.0']],
      ['P1405-M08', ['1.0.0']],
      ['P1405-M09', ['2.0.0', '1.0.0']],
      ['P1405-M10', ['2.0.0']],
    ])
  })

  it('needs a bridge where the meaning changes, and none where it does not', async () => {
    expect(await define({ bridgeUntil: null })).toMatchObject({ problem: 'observatory.bridge-missing', fields: [{ field: 'bridgeUntil', code: 'bridge-too-short' }] })
    expect(await define({ bridgeUntil: '2026-12-20' })).toMatchObject({ problem: 'observatory.bridge-missing' })
    const { answer } = await define({ definition: { ...definitionOf('needs-met'), level: 'town' }, bridgeUntil: null })
    expect(answer.versions[0]!.version).toBe('1.1.0')
  })

  it('follows the one that was read: not one that somebody else changed meanwhile', async () => {
    await define()
    expect(await define()).toMatchObject({ problem: 'request.stale' })
    expect(await define({ follows: '2.0.0' })).toMatchObject({ problem: 'observatory.definition-same' })
    expect(await define({ follows: '2.0.0', definition: definitionOf('needs-met'), from: '2026-11-01' })).toMatchObject({ fields: [{ field: 'from', code: 'before-last-version' }] })
  })

  it('is one of two that were sent at the same time', async () => {
    const answers = await Promise.all([define(), define()])
    expect(answers.map(({ problem }) => problem).sort()).toEqual(['request.stale', undefined])
  })

  it('of an indicator that is new needs a name of its own', async () => {
    expect(await define({ follows: null })).toMatchObject({ problem: 'observatory.indicator-taken' })
    expect(await define({ indicator: 'repairs' })).toMatchObject({ problem: 'observatory.indicator-unknown' })
    const { answer } = await define({ indicator: 'repairs', follows: null })
    expect(answer.versions.map(({ version, bridgeUntil }) => [version, bridgeUntil])).toEqual([['1.0.0', null]])
    expect((await house.stranger().send(getIndicator, { query: { indicator: 'repairs' } })).answer.versions).toHaveLength(1)
  })

  it('that cannot be counted says why', async () => {
    const reply = await define({ definition: { ...narrower, dimensions: ['channel'] } })
    expect(reply).toMatchObject({ status: 409, problem: 'observatory.definition-invalid' })
    expect(reply.text).toContain('بُعد')
  })

  it('is written by a statistician of the whole nation alone', async () => {
    for (const name of ['auditor', 'administrator', 'director', 'mina', 'parvin'] as const)
      expect(await define({}, name), name).toMatchObject({ status: 404, problem: 'record.not-found' })
    await house.look(`update auth.appointment set area_from = 10000, area_to = 19999 where account = $1`, [people.statistician.account])
    expect(await define()).toMatchObject({ problem: 'observatory.nation-only' })
  })
})
