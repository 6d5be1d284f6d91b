import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { changePlaces, PlaceChange } from './index.ts'

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

const split = {
  on: '2026-11-10',
  new: [{ code: 'T-1-2', kind: 'county', parent: 'T-1', nameFa: 'انارستان', nameEn: 'Anarestan', lat: 35, lon: 51 }],
  moved: [{ place: 'T-1-1-2', to: 'T-1-2' }],
  cameFrom: [{ place: 'T-1-2', origin: 'T-1-1', how: 'split' }],
}
const change = (body: object, dry = false) => changePlaces(loader, PlaceChange.parse({ ...split, ...body }), { dry })
const parents = () => house.look(`select code, parent, home, valid_from, valid_until from places.place where code in ('T-1-2', 'T-1-1-2') order by 1`)

describe('a border that is drawn anew', () => {
  it('makes the new county, moves its town, and remembers where it lay', async () => {
    expect(await change({})).toEqual([])
    expect(await parents()).toMatchObject([
      { code: 'T-1-1-2', parent: 'T-1-2' },
      { code: 'T-1-2', parent: 'T-1', home: 10_100, valid_from: '2026-11-10' },
    ])
    expect(await house.look('select place, moved_on, from_parent from places.moved')).toEqual([{ place: 'T-1-1-2', moved_on: '2026-11-10', from_parent: 'T-1-1' }])
    expect(await house.look('select place, origin, how from places.came_from')).toEqual([{ place: 'T-1-2', origin: 'T-1-1', how: 'split' }])
  })

  it('writes nothing when it is only tried, or when anything in it is wrong', async () => {
    const before = await parents()
    expect(await change({}, true)).toEqual([])
    expect(await change({ moved: [...split.moved, { place: 'gone', to: 'T-1-2' }] })).toEqual(['moved 2: no place is called gone'])
    expect(await parents()).toEqual(before)
    expect(await house.look('select * from places.moved')).toEqual([])
  })

  it('says everything that is wrong at once', async () => {
    expect(
      await change({
        new: [{ ...split.new[0], code: 'T-2-1' }, { ...split.new[0], parent: 'T-1-1-1' }],
        moved: [{ place: 'T-1-1-2', to: 'T-1-1' }, { place: 'T-1-1-1', to: 'T-1' }],
        cameFrom: [{ place: 'T-1-2', origin: 'T-1-2', how: 'split' }],
        ended: ['T-1-1'],
      }),
    ).toEqual([
      'new 1: there is a place T-2-1 already',
      'new 2: county T-1-2 cannot lie in T-1-1-1',
      'moved 1: T-1-1-2 lies in T-1-1 already',
      'moved 2: town T-1-1-1 cannot lie in T-1',
      'cameFrom 1: T-1-2 cannot come from T-1-2',
    ])
  })

  it('ends a county only when nothing lies in it any more, and never goes back behind a later change', async () => {
    expect(await change({ ended: ['T-1-1'] })).toEqual(['ended 1: 1 places still lie in T-1-1'])
    expect(await change({ ended: ['T-1-1'], moved: [...split.moved, { place: 'T-1-1-1', to: 'T-1-2' }] })).toEqual([])
    expect(await house.look(`select valid_until from places.place where code = 'T-1-1'`)).toEqual([{ valid_until: '2026-11-10' }])
    expect(await change({ on: '2026-11-09', new: [], cameFrom: [], moved: [{ place: 'T-1-1-1', to: 'T-2-1' }] })).toEqual([
      'moved 1: T-1-1-1 was moved on 2026-11-10, which is not before',
    ])
  })
})
