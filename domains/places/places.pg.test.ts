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

  it('names the field when nothing was typed', async () => {
    const reply = await house.stranger().send(searchPlaces, { query: { text: '' } })
    expect(reply).toMatchObject({ status: 400, problem: 'request.invalid', fields: [{ field: 'query.text', code: 'required' }] })
  })
})
