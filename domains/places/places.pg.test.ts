import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { searchPlaces } from './contract.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('searching places', () => {
  it('finds a town by the first letters in either script, whatever the form of ye and kaf', async () => {
    for (const text of ['سرچ', 'Sarch', 'باغ انار', 'پل‌سفيد']) {
      const { answer } = await house.stranger().send(searchPlaces, { query: { text } })
      expect(answer.places, text).toHaveLength(1)
    }
  })

  it('says which county and province a town lies in', async () => {
    const { answer } = await house.stranger().send(searchPlaces, { query: { text: 'سرچشمه' } })
    expect(answer.places[0]).toMatchObject({ nameEn: 'Sarcheshmeh', withinEn: 'Firuzedasht, Province One' })
  })

  it('offers a place from its first day on, and no more from the day on which it ended', async () => {
    await house.look(`update places.place set valid_from = '2026-11-22', valid_until = '2026-11-24' where code = 'T-1-1-2'`)
    const offered: string[][] = []
    for (let day = 21; day <= 24; day++) {
      const { answer } = await house.stranger().send(searchPlaces, { query: { text: 'باغ انار' } })
      offered.push(answer.places.map(({ nameEn }) => nameEn))
      house.clock.advance(24 * 60)
    }
    expect(offered).toEqual([[], ['Bagh-e Anar'], ['Bagh-e Anar'], []])
  })

  it('names the field when nothing was typed', async () => {
    const reply = await house.stranger().send(searchPlaces, { query: { text: '' } })
    expect(reply).toMatchObject({ status: 400, problem: 'request.invalid', fields: [{ field: 'query.text', code: 'required' }] })
  })
})
