import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { catalogueRules } from './catalogue.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const breachesOf = async (finds: string) => (await house.look<{ what: string }>(finds)).map(({ what }) => what)

describe.each(catalogueRules)('$rule', ({ finds, planted }) => {
  it('holds', async () => {
    expect(await breachesOf(finds)).toEqual([])
  })

  it('is seen when it is broken', async () => {
    await house.look('begin')
    try {
      await house.look(planted)
      expect(await breachesOf(finds)).not.toEqual([])
    } finally {
      await house.look('rollback')
    }
  })
})
