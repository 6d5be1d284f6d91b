import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { getAbout } from './contract.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('what an installation says of itself', () => {
  it('tells anybody the country, its clock and the telephone for danger', async () => {
    const { answer } = await house.stranger().send(getAbout, {})
    expect(answer).toMatchObject({ country: 'iran', timeZone: 'Asia/Tehran', calendar: 'persian', demonstration: false })
    expect(answer.dangerNumber).toMatch(/^\d{3,}$/)
    expect(answer.spokenLanguages).toContainEqual({ code: 'az', nameFa: 'ترکی آذربایجانی', nameEn: 'Azeri Turkish' })
  })

  it('says that everything is synthetic once the demonstration is loaded', async () => {
    await house.look(`insert into platform.setting values ('demonstration', 'true')`)
    const { answer } = await house.stranger().send(getAbout, {})
    expect(answer.demonstration).toBe(true)
  })
})
